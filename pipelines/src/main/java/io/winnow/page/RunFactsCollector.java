package io.winnow.page;

import io.winnow.dedupe.RecallJudge;
import io.winnow.page.RunFacts.Before;
import io.winnow.page.RunFacts.Dropped;
import io.winnow.page.RunFacts.Flow;
import io.winnow.page.RunFacts.Input;
import io.winnow.page.RunFacts.Learned;
import io.winnow.page.RunFacts.Pair;
import io.winnow.page.RunFacts.Sample;
import io.winnow.page.RunFacts.Source;
import io.winnow.page.RunFacts.Timings;
import io.winnow.run.RunInfo;
import io.winnow.schema.Article;
import io.winnow.schema.Boilerplate;
import io.winnow.schema.DroppedSpan;
import io.winnow.schema.Duplicate;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Reject;
import io.winnow.tag.unknown.RankedTerms;
import io.winnow.tag.unknown.UnknownTerm;
import io.winnow.text.Scripts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Builds the facts of a run by streaming over its written rows once, in any order: tallies, and
 * samples chosen by total orders. Keeps a number for each distinct name and a few rows, never the
 * texts.
 */
public final class RunFactsCollector {
  private static final int MAX_SOURCES = 50;
  private static final int MAX_PAIRS = 20;
  private static final int MAX_LEARNED = 20;
  private static final int MAX_SAMPLES_A_REASON = 3;
  private static final int MAX_EXCERPT = 120;
  private static final int MAX_TERMS = 30;

  private final RunInfo run;
  private final @Nullable Double threshold;

  private @Nullable String sectionModel;
  private String sectionModelSha256 = "";
  private long unsure;
  private long files;
  private long unchanged;
  private long unreadable;
  private long bytes;
  private Flow flow = NOTHING;
  private final Top<Source> ledger =
      new Top<>(
          MAX_SOURCES,
          Comparator.comparingLong(Source::bytes).reversed().thenComparing(Source::uri));
  private final StoryCounter stories = new StoryCounter();
  private final Tally.Counter charsets = new Tally.Counter();
  private final Tally.Counter formats = new Tally.Counter();
  private final Tally.Counter pieces = new Tally.Counter();
  private final Tally.Counter sections = new Tally.Counter();
  private final Tally.Counter languages = new Tally.Counter();
  private final Tally.Counter sources = new Tally.Counter();
  private final Tally.Counter days = new Tally.Counter();
  private final Tally.Counter duplicates = new Tally.Counter();
  private final Tally.Counter rejects = new Tally.Counter();
  private final List<UnknownTerm> unknownTerms = new ArrayList<>();
  private Tally.@Nullable Counter masked;
  private RunFacts.@Nullable ByModel byModel;
  private @Nullable RecallJudge recall;
  private final Histogram.Counter lengths = new Histogram.Counter(Histogram.LENGTHS);
  private Histogram similarities = new Histogram.Counter(Histogram.SIMILARITIES).histogram();
  private final Top<Pair> pairs =
      new Top<>(
          MAX_PAIRS,
          Comparator.<Pair>comparingDouble(pair -> Math.abs(pair.margin()))
              .thenComparing(pair -> pair.one().id())
              .thenComparing(pair -> pair.other().id()));
  private final Map<String, RuleCount> dropped = new TreeMap<>();
  private final Top<Learned> learned =
      new Top<>(
          MAX_LEARNED,
          Comparator.comparingLong(Learned::dropped)
              .reversed()
              .thenComparing(Learned::site)
              .thenComparing(Learned::line));
  private final Map<String, Top<Sample>> samples = new TreeMap<>();

  private static final Flow NOTHING = new Flow(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /**
   * @param threshold similarity from which a candidate pair is a duplicate; null where none was
   *     compared
   */
  public RunFactsCollector(RunInfo run, @Nullable Double threshold) {
    this.run = run;
    this.threshold = threshold;
  }

  /** Shows the texts of articles and duplicates to a judge, from here on. */
  public void judge(RecallJudge judge) {
    recall = judge;
  }

  /** Adds a completed row of the ledger. */
  public void add(LedgerEntry entry) {
    files++;
    bytes += entry.getBytes();
    unchanged += entry.getStatus().equals("unchanged") ? 1 : 0;
    unreadable += entry.getStatus().equals("unreadable") ? 1 : 0;
    if (entry.getCharset() != null) {
      charsets.add(entry.getCharset());
    }
    formats.add(entry.getFormat());
    if (entry.getDetector() != null) {
      pieces.add(entry.getDetector(), entry.getSplit());
    }
    Flow of = flow(entry);
    flow = sum(flow, of);
    ledger.add(
        new Source(
            entry.getSourceUri(),
            entry.getStatus(),
            entry.getFormat(),
            entry.getCharset(),
            entry.getDetector(),
            entry.getBytes(),
            of));
  }

  /** Adds a published article. */
  public void add(Article article) {
    if (recall != null) {
      recall.add(article.getId(), article.getText());
    }
    stories.add(article);
    sections.add(article.getSection());
    unsure += article.getSectionScore() < RunFacts.SectionsByModel.UNSURE ? 1 : 0;
    languages.add(article.getLang());
    sources.add(SourceName.of(article));
    LocalDate day = article.getPublished();
    if (day != null) {
      days.add(day.toString());
    }
    lengths.add(article.getChars());
    Set<String> rules = new HashSet<>();
    for (DroppedSpan span : article.getDroppedSpans()) {
      dropped
          .computeIfAbsent(span.getRule(), rule -> new RuleCount())
          .add(article.getId(), span, rules.add(span.getRule()));
    }
  }

  /** Adds a published duplicate. */
  public void add(Duplicate duplicate) {
    if (recall != null) {
      recall.add(duplicate.getId(), duplicate.getText());
    }
    duplicates.add(duplicate.getMethod());
  }

  /** Adds a reject. */
  public void add(Reject reject) {
    rejects.add(reject.getReason());
    Comparator<Sample> largest =
        Comparator.comparingLong(Sample::bytes)
            .reversed()
            .thenComparing(Sample::place)
            .thenComparing(Sample::beginning);
    samples
        .computeIfAbsent(reject.getReason(), reason -> new Top<>(MAX_SAMPLES_A_REASON, largest))
        .add(sample(reject));
  }

  /** Adds a learned line. */
  public void add(Boilerplate line) {
    learned.add(
        new Learned(
            line.getSite(),
            excerpt(line.getLine()),
            line.getArticles(),
            line.getSiteArticles(),
            line.getDropped()));
  }

  /** Adds a compared pair whose similarity lies near the threshold. */
  public void add(Pair pair) {
    pairs.add(pair);
  }

  /** Adds how many pairs were compared, by the twentieth of their similarity. */
  public void addCompared(List<Long> pairsBySimilarity) {
    similarities = new Histogram(Histogram.SIMILARITIES, pairsBySimilarity);
  }

  /** Adds a term that the taxonomy does not know; the job hands over only the first by rank. */
  public void add(UnknownTerm term) {
    unknownTerms.add(term);
  }

  /** Adds how often personal data of each kind were masked. */
  public void addMasked(Map<String, Long> counts) {
    Tally.Counter all = new Tally.Counter();
    counts.forEach(all::add);
    masked = all;
  }

  /** Adds what a language model did for summaries. */
  public void addByModel(RunFacts.ByModel did) {
    byModel = did;
  }

  /** Tells that a model chose the sections, by the options of the run. */
  public void addSectionModel(String file, String sha256) {
    sectionModel = file;
    sectionModelSha256 = sha256;
  }

  /** The facts. */
  public RunFacts facts(@Nullable Before before, Timings timings) {
    return new RunFacts(
        run,
        before,
        new Input(files, unchanged, unreadable, bytes),
        flow,
        ledger.list(),
        charsets.tally(),
        formats.tally(),
        pieces.tally(),
        sections.tally(),
        languages.tally(),
        sources.tally(),
        days.tally(),
        duplicates.tally(),
        rejects.tally(),
        lengths.histogram(),
        similarities,
        threshold,
        pairs.list(),
        recall == null ? null : recall.recall(),
        dropped.entrySet().stream()
            .map(rule -> rule.getValue().dropped(rule.getKey()))
            .sorted(
                Comparator.comparingLong(Dropped::characters)
                    .reversed()
                    .thenComparing(Dropped::rule))
            .toList(),
        learned.list(),
        samples.values().stream().flatMap(top -> top.list().stream()).toList(),
        RankedTerms.of(unknownTerms, MAX_TERMS),
        masked == null ? null : masked.tally(),
        byModel,
        sectionModel == null
            ? null
            : new RunFacts.SectionsByModel(
                sectionModel, sectionModelSha256, sections.tally().counts().size(), unsure),
        stories.stories(),
        timings);
  }

  private static Flow flow(LedgerEntry entry) {
    return new Flow(
        entry.getSplit(),
        entry.getPublished(),
        entry.getDuplicates(),
        entry.getRejects(),
        entry.getLines(),
        entry.getLinesPublished(),
        entry.getLinesDuplicates(),
        entry.getLinesRejects(),
        entry.getLinesFrame());
  }

  private static Flow sum(Flow a, Flow b) {
    return new Flow(
        a.split() + b.split(),
        a.published() + b.published(),
        a.duplicates() + b.duplicates(),
        a.rejects() + b.rejects(),
        a.lines() + b.lines(),
        a.linesPublished() + b.linesPublished(),
        a.linesDuplicates() + b.linesDuplicates(),
        a.linesRejects() + b.linesRejects(),
        a.linesFrame() + b.linesFrame());
  }

  private static Sample sample(Reject reject) {
    Integer start = reject.getStartLine();
    Integer end = reject.getEndLine();
    String lines = start == null || end == null ? "" : ":" + start + "-" + end;
    return new Sample(
        reject.getReason(),
        reject.getSourceUri() + lines,
        reject.getStage(),
        reject.getDetail(),
        reject.getMeasured(),
        reject.getThreshold(),
        reject.getOriginalBytes(),
        excerpt(reject.getOriginal()));
  }

  private static String excerpt(String text) {
    return MarkdownEscaper.plain(Scripts.head(text, 10 * MAX_EXCERPT), MAX_EXCERPT);
  }

  /** Counts of one rule; its example is the first span of the article with the lowest id. */
  private static final class RuleCount {
    private static final Comparator<Example> LOWEST =
        Comparator.comparing(Example::articleId).thenComparing(Example::from);

    private record Example(String articleId, int from, String excerpt) {}

    private long spans;
    private long articles;
    private long characters;
    private @Nullable Example example;

    void add(String articleId, DroppedSpan span, boolean firstOfArticle) {
      spans++;
      articles += firstOfArticle ? 1 : 0;
      characters += span.getToChar() - span.getFromChar();
      Example candidate = new Example(articleId, span.getFromChar(), excerpt(span.getExcerpt()));
      if (example == null || LOWEST.compare(candidate, example) < 0) {
        example = candidate;
      }
    }

    Dropped dropped(String rule) {
      return new Dropped(
          rule, spans, articles, characters, example == null ? "" : example.excerpt());
    }
  }
}
