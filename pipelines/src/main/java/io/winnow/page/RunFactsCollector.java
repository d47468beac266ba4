package io.winnow.page;

import io.winnow.dedupe.RecallJudge;
import io.winnow.page.RunFacts.Before;
import io.winnow.page.RunFacts.Learned;
import io.winnow.page.RunFacts.Pair;
import io.winnow.page.RunFacts.Timings;
import io.winnow.run.RunInfo;
import io.winnow.schema.Article;
import io.winnow.schema.Boilerplate;
import io.winnow.schema.Duplicate;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Reject;
import io.winnow.tag.unknown.RankedTerms;
import io.winnow.tag.unknown.UnknownTerm;
import io.winnow.text.Scripts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the facts of a run by streaming over its written rows once, in any order: tallies, and
 * samples chosen by total orders. Keeps a number for each distinct name and a few rows, never the
 * texts.
 */
public final class RunFactsCollector {
  private static final int MAX_LEARNED = 20;
  private static final int MAX_EXCERPT = 80;
  private static final int MAX_TERMS = 30;

  private static final List<String> ARTICLE_COLUMNS =
      List.of(
          "id",
          "source_uri",
          "publication",
          "site",
          "published",
          "lang",
          "section",
          "section_score",
          "story_id",
          "story_label",
          "chars",
          "dropped_spans");

  private static final List<String> DUPLICATE_COLUMNS = List.of("id", "method");

  private final RunInfo run;
  private final @Nullable Double threshold;

  private @Nullable String sectionModel;
  private String sectionModelSha256 = "";
  private long unsure;
  private final LedgerCounter ledger = new LedgerCounter();
  private final StoryCounter stories = new StoryCounter();
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
  private final NearPairs pairs = new NearPairs();
  private final DroppedCounter dropped = new DroppedCounter();
  private final Top<Learned> learned =
      new Top<>(
          MAX_LEARNED,
          Comparator.comparingLong(Learned::dropped)
              .reversed()
              .thenComparing(Learned::site)
              .thenComparing(Learned::line));
  private final InstructiveRejects samples = new InstructiveRejects();

  /**
   * @param threshold similarity from which a candidate pair is a duplicate; null where none was
   *     compared
   */
  public RunFactsCollector(RunInfo run, @Nullable Double threshold) {
    this.run = run;
    this.threshold = threshold;
  }

  /** The columns of an article that are counted. */
  public List<String> articleColumns() {
    return withText(ARTICLE_COLUMNS);
  }

  /** The columns of a duplicate that are counted. */
  public List<String> duplicateColumns() {
    return withText(DUPLICATE_COLUMNS);
  }

  private List<String> withText(List<String> columns) {
    List<String> all = new ArrayList<>(columns);
    if (recall != null) {
      all.add("text");
    }
    return all;
  }

  /** Shows the texts of articles and duplicates to a judge, from here on. */
  public void judge(RecallJudge judge) {
    recall = judge;
  }

  /** Adds a completed row of the ledger. */
  public void add(LedgerEntry entry) {
    ledger.add(entry);
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
    dropped.add(article);
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
    samples.add(reject);
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
        ledger.input(),
        ledger.flow(),
        ledger.files(),
        ledger.charsets(),
        ledger.formats(),
        ledger.pieces(),
        sections.tally(),
        languages.tally(),
        sources.tally(),
        days.tally(),
        duplicates.tally(),
        rejects.tally(),
        lengths.histogram(),
        similarities,
        threshold,
        pairs.chosen(),
        recall == null ? null : recall.recall(),
        dropped.dropped(),
        learned.list(),
        samples.chosen(),
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

  /** The beginning of a text, on one line. */
  static String excerpt(String text) {
    return MarkdownEscaper.plain(Scripts.head(text, 10 * MAX_EXCERPT), MAX_EXCERPT);
  }
}
