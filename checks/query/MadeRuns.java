import io.winnow.dedupe.Fingerprints;
import io.winnow.publish.FinishedJob;
import io.winnow.publish.Lease;
import io.winnow.publish.LocalOutput;
import io.winnow.publish.Pages;
import io.winnow.publish.Publisher;
import io.winnow.publish.Staging;
import io.winnow.run.RunInfo;
import io.winnow.schema.Article;
import io.winnow.schema.Boilerplate;
import io.winnow.schema.Copy;
import io.winnow.schema.Draft;
import io.winnow.schema.DroppedSpan;
import io.winnow.schema.Duplicate;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Link;
import io.winnow.schema.Reject;
import io.winnow.schema.ScoredTag;
import io.winnow.schema.ScoredTerm;
import io.winnow.schema.Signal;
import io.winnow.schema.Span;
import io.winnow.write.BeamStore;
import io.winnow.write.Dataset;
import io.winnow.write.DatasetFiles;
import io.winnow.write.ParquetSpec;
import io.winnow.write.WrittenFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Publishes daily runs of made articles through the publisher that {@code curate} has: {@code
 * OUTPUT RUNS ARTICLES}. The same numbers give the same rows.
 *
 * <p>Texts are of 1 to 2 kB, two in three Chinese, of the words that ship with keyword extraction, as
 * often as these say. Of a hundred articles seven have copies, half of them in a later run; four
 * pieces are rejects; fifteen belong to stories, of which some go on from the day before. Sites
 * are as unequal as sites are.
 */
public final class MadeRuns {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int SITES = 150;
  private static final int SOURCES = 12;
  private static final String[] REASONS = {"too-short", "not-an-article", "low-quality", "unreadable"};
  private static final String[] TAGS = {"go", "rust", "python", "databases", "linux", "cloud", "css", "llm"};
  private static final String[] SECTIONS = {
    "interesting/internet", "interesting/software", "interesting/science", "research/robotics", "other", "topics"
  };
  private static final String[] SIGNALS =
      ("alpha_word_share distinct_word_share letter_share line_end_share lines mass mean_line_mass mean_word_chars"
              + " sentence_share stop_word_share top_2gram_share top_word_share words")
          .split(" ");

  private final LocalOutput output;
  private final int articles;
  private final List<String> zh = words("zh");
  private final List<String> en = words("en");

  private MadeRuns(LocalOutput output, int articles) throws IOException {
    this.output = output;
    this.articles = articles;
  }

  public static void main(String[] args) throws Exception {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    LocalOutput output = LocalOutput.at(Path.of(args[0]));
    output.prepare();
    MadeRuns made = new MadeRuns(output, Integer.parseInt(args[2]));
    IntStream.rangeClosed(1, Integer.parseInt(args[1]))
        .parallel()
        .forEach(
            day -> {
              try {
                made.publish(day);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static RunInfo run(int day) {
    LocalDate date = FIRST.plusDays(day - 1);
    return new RunInfo("day-" + date, date, day);
  }

  /** Published by itself aside, then moved: a publisher reads what is there already every time. */
  private void publish(int day) throws Exception {
    RunInfo run = run(day);
    Path aside = Files.createTempDirectory(output.folder(), ".made");
    LocalOutput alone = LocalOutput.at(aside);
    alone.prepare();
    try (Lease lease = Lease.acquire(alone, run.id(), Duration.ZERO);
        Staging staging = Staging.begin(alone, lease, run)) {
      List<WrittenFile> files;
      try (DatasetFiles rows =
          new DatasetFiles(
              new BeamStore(staging.location()), ParquetSpec.of("made"), "part-00000")) {
        write(rows, day);
        files = rows.finish();
      }
      new Publisher(alone, lease, List.of(), Pages.none()).publish(staging, job(files, day));
    }
    Path link = aside.resolve("run=" + run.id());
    Path attempt = Files.readSymbolicLink(link);
    Files.move(aside.resolve(attempt), output.folder().resolve(attempt));
    Files.createSymbolicLink(output.folder().resolve("run=" + run.id()), attempt);
    try (Stream<Path> rest = Files.walk(aside)) {
      for (Path path : rest.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private FinishedJob job(List<WrittenFile> files, int day) {
    Map<String, Long> history = new TreeMap<>();
    IntStream.range(1, day).forEach(earlier -> history.put(run(earlier).id(), (long) earlier));
    Map<String, Long> metrics = new TreeMap<>();
    for (String step : "plan read split clean dedupe stories tag summarize finish write".split(" ")) {
      metrics.put(step + ":busy-micros", 1_000_000L + day);
      metrics.put(step + ":in", (long) articles);
    }
    return new FinishedJob(
        files,
        List.of(),
        history,
        Map.of("dedupe", "default", "input", "dumps", "inputs", "new", "quality", "default"),
        Map.of("winnow", "made", "java", "17", "beam", "2.70.0", "flink", "1.19.0"),
        metrics,
        run(day).date().atStartOfDay().toInstant(java.time.ZoneOffset.UTC),
        Map.of("job", 30.5, "all", 40.25));
  }

  private void write(DatasetFiles rows, int day) throws IOException {
    RunInfo run = run(day);
    Map<String, Article> kept = new TreeMap<>();
    Map<String, Duplicate> duplicates = new TreeMap<>();
    Map<String, Reject> rejects = new TreeMap<>();
    Map<Integer, Integer> split = new TreeMap<>();
    for (int i = 0; i < articles; i++) {
      Article article = article(day, i);
      kept.put(article.getId(), article);
      split.merge(i % SOURCES, 1, Integer::sum);
      if (i % 14 == 3) {
        boolean later = i % 28 == 3 && day > 1;
        Article original = later ? article(Math.max(1, day - 1 - i % 30), i + 1) : article;
        Duplicate duplicate = duplicate(run, original, articles + i, i % SOURCES);
        duplicates.put(duplicate.getId(), duplicate);
        split.merge(i % SOURCES, 1, Integer::sum);
        if (!later) {
          kept.put(
              article.getId(),
              Article.newBuilder(article)
                  .setClusterSize(2)
                  .setAlsoAt(
                      List.of(
                          new Copy(duplicate.getSourceUri(), duplicate.getUrl(), duplicate.getTitle())))
                  .build());
        }
      }
      if (i % 25 == 7) {
        Reject reject = reject(run, 2 * articles + i, i % SOURCES);
        rejects.put(reject.getId(), reject);
        split.merge(i % SOURCES, 1, Integer::sum);
      }
    }
    for (Article article : kept.values()) {
      rows.write(Dataset.ARTICLES, article);
    }
    for (Duplicate duplicate : duplicates.values()) {
      rows.write(Dataset.DUPLICATES, duplicate);
    }
    for (Reject reject : rejects.values()) {
      rows.write(Dataset.REJECTS, reject);
    }
    for (Article article : kept.values()) {
      Draft draft = Draft.newBuilder().setArticle(article).build();
      rows.write(
          Dataset.FINGERPRINTS,
          Fingerprint.newBuilder(Fingerprints.of(draft, run))
              .setKept(true)
              .setClusterId(article.getId())
              .setStoryId(article.getStoryId())
              .setStoryLabel(article.getStoryLabel())
              .build());
    }
    for (int site = 0; site < 20; site++) {
      rows.write(
          Dataset.BOILERPLATE,
          new Boilerplate(run.id(), "site-%03d.example".formatted(site), "read more of site " + site, 20, 40, 12));
    }
    for (int source = 0; source < SOURCES; source++) {
      rows.write(Dataset.LEDGER, ledger(run, source, split.getOrDefault(source, 0)));
    }
  }

  /** Article so many of a day. */
  private Article article(int day, int number) {
    Random random = new Random(day * 1_000_003L + number);
    RunInfo run = run(day);
    boolean chinese = random.nextInt(3) > 0;
    int site = (int) (SITES * Math.pow(random.nextDouble(), 3));
    List<String> sentences = sentences(random, chinese);
    String text = String.join(chinese ? "" : " ", sentences);
    boolean given = random.nextInt(20) > 0;
    boolean dated = random.nextInt(10) > 0;
    String title = sentences.get(0).substring(0, Math.min(sentences.get(0).length() - 1, chinese ? 18 : 50));
    String url = "https://site-%03d.example/posts/%d-%d".formatted(site, day, number);
    boolean story = number % 100 < 15;
    String storyId = hex("story", day, number % 5 + number / 100 * 5);
    int length = sentences.get(0).length();
    return Article.newBuilder()
        .setRunId(run.id())
        .setId(hex("article", day, number))
        .setFirstSeen(run.date())
        .setSourceUri(source(number % SOURCES, run))
        .setSourceFormat("jsonl")
        .setSourceId(day + "-" + number)
        .setSourceOrdinal(number)
        .setStartLine(number + 1)
        .setEndLine(number + 1)
        .setLines(1)
        .setCharset("UTF-8")
        .setCharsetConfidence(1)
        .setSplitDetector("jsonl")
        .setSplitScore(1)
        .setUrl(url)
        .setUrlRole("self")
        .setSite("site-%03d.example".formatted(site))
        .setTitle(title)
        .setTitleOrigin(given ? "given" : "derived")
        .setTitleRaw(given ? title : null)
        .setAuthors(List.of((chinese ? "作者" : "Author ") + site))
        .setPublished(dated ? run.date().minusDays(random.nextInt(3)) : null)
        .setPublishedOrigin(dated ? "given" : null)
        .setPublishedRaw(dated ? run.date().toString() : null)
        .setLang(chinese ? "zh" : "en")
        .setLangScript(chinese ? "Hans" : "Latn")
        .setLangConfidence(0.98)
        .setKind(random.nextBoolean() ? "news" : "blog_post")
        .setText(text)
        .setLinks(List.of(new Link(url + "/more", "more", "reference")))
        .setChars(text.length())
        .setSentences(sentences.size())
        .setSection(SECTIONS[random.nextInt(SECTIONS.length)])
        .setSectionScore(random.nextDouble())
        .setTags(
            List.of(
                new ScoredTag(TAGS[random.nextInt(TAGS.length)], random.nextDouble())))
        .setKeywords(
            IntStream.range(0, 10)
                .mapToObj(i -> new ScoredTerm(word(random, chinese), random.nextDouble()))
                .toList())
        .setStoryId(story ? storyId : null)
        .setStoryLabel(story ? "Story " + storyId.substring(0, 6) : null)
        .setStoryEarlier(
            story && number % 100 < 1 && day > 1 ? List.of(hex("article", day - 1, number + 50)) : List.of())
        .setSummary(sentences.subList(0, Math.min(2, sentences.size())))
        .setSummaryMethod("extractive")
        .setSummarySpans(List.of(new Span(0, length)))
        .setClusterId(hex("article", day, number))
        .setClusterSize(1)
        .setQuality(
            Stream.of(SIGNALS).map(signal -> new Signal(signal, random.nextInt(1_000_000) / 1e6)).toList())
        .setDroppedSpans(
            number % 3 == 0
                ? List.of(new DroppedSpan("promo", text.length(), text.length() + 20, word(random, chinese)))
                : List.of())
        .setContentSha256(hex("text", day, number) + hex("rest", day, number))
        .build();
  }

  private static Duplicate duplicate(RunInfo run, Article original, int ordinal, int source) {
    return Duplicate.newBuilder()
        .setRunId(run.id())
        .setId(hex("duplicate" + run.id(), source, ordinal))
        .setFirstSeen(run.date())
        .setSourceUri(source(source, run))
        .setSourceFormat("jsonl")
        .setSourceOrdinal(ordinal)
        .setLines(1)
        .setUrl("https://copies.example/" + run.id() + "/" + ordinal)
        .setTitle(original.getTitle())
        .setLang(original.getLang())
        .setPublished(original.getPublished())
        .setDuplicateOf(original.getId())
        .setDuplicateOfRun(original.getRunId())
        .setClusterId(original.getClusterId())
        .setMethod(ordinal % 3 == 0 ? "exact" : "near")
        .setSimilarity(ordinal % 3 == 0 ? 1 : 0.9)
        .setText(original.getText())
        .build();
  }

  private Reject reject(RunInfo run, int ordinal, int source) {
    Random random = new Random(run.sequence() * 31 + ordinal);
    String original = word(random, true) + "。" + word(random, false);
    return Reject.newBuilder()
        .setRunId(run.id())
        .setId(hex("reject" + run.id(), source, ordinal))
        .setFirstSeen(run.date())
        .setSourceUri(source(source, run))
        .setSourceFormat("jsonl")
        .setSourceOrdinal(ordinal)
        .setLines(1)
        .setUrl("https://site-%03d.example/short/%s-%d".formatted(source, run.id(), ordinal))
        .setTitle(original)
        .setStage("clean")
        .setReason(REASONS[random.nextInt(REASONS.length)])
        .setMeasured(4.0)
        .setThreshold(20.0)
        .setOriginal(original)
        .setOriginalBytes(original.getBytes(StandardCharsets.UTF_8).length)
        .setOriginalSha256(hex("original", source, ordinal) + hex("o", source, ordinal))
        .build();
  }

  private static LedgerEntry ledger(RunInfo run, int source, int split) {
    return LedgerEntry.newBuilder()
        .setRunId(run.id())
        .setSourceUri(source(source, run))
        .setSha256(hex(run.id(), source, 0) + hex(run.id(), source, 1))
        .setFileSha256(hex(run.id(), source, 0) + hex(run.id(), source, 1))
        .setBytes(200_000)
        .setFormat("jsonl")
        .setCharset("UTF-8")
        .setStatus("read")
        .setSplit(split)
        .setLines(split)
        .setLinesFrame(0)
        .build();
  }

  private static String source(int number, RunInfo run) {
    return "feed-%02d/%s.jsonl".formatted(number, run.date());
  }

  private List<String> sentences(Random random, boolean chinese) {
    List<String> sentences = new ArrayList<>();
    int length = (chinese ? 400 : 1_200) + random.nextInt(chinese ? 300 : 800);
    for (int sum = 0; sum < length; sum += sentences.get(sentences.size() - 1).length()) {
      StringBuilder sentence = new StringBuilder();
      for (int words = 8 + random.nextInt(12); words > 0; words--) {
        sentence.append(chinese || sentence.length() == 0 ? "" : " ").append(word(random, chinese));
        if (words > 3 && random.nextInt(8) == 0) {
          sentence.append(chinese ? "，" : ",");
        }
      }
      sentences.add(sentence.append(chinese ? "。" : ".").toString());
    }
    return sentences;
  }

  /** Frequent words are much more frequent than rare ones. */
  private String word(Random random, boolean chinese) {
    List<String> words = chinese ? zh : en;
    return words.get((int) (words.size() * Math.pow(random.nextDouble(), 2.5)));
  }

  private static List<String> words(String lang) throws IOException {
    String name = "/io/winnow/tag/keyword/background." + lang + ".tsv";
    try (InputStream in = Fingerprints.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t"))
          .sorted(Comparator.comparingInt(line -> -Integer.parseInt(line[1])))
          .map(line -> line[0])
          .toList();
    }
  }

  private static String hex(String kind, int day, int number) {
    try {
      byte[] name = (kind + "/" + day + "/" + number).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(name));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
