package io.winnow.page;

import io.winnow.dedupe.MeasuredRecall;
import io.winnow.run.RunInfo;
import io.winnow.tag.unknown.UnknownTerm;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the report of a run says, small however large the run. {@link RunFactsCollector}
 * builds it from the written rows.
 *
 * @param run the run
 * @param before the last published run before it; null for the first
 * @param input what was read
 * @param flow what became of it
 * @param ledger files with trouble and the largest
 * @param charsets files by charset
 * @param formats files by format
 * @param pieces pieces by split detector
 * @param sections articles by section
 * @param languages articles by language
 * @param sources articles by {@link SourceName}
 * @param days articles by day of publication
 * @param duplicates duplicates by method
 * @param rejects rejects by reason
 * @param lengths code points of the articles' texts
 * @param similarities Jaccard similarity of the pairs that were compared
 * @param threshold similarity from which a candidate is a duplicate; null where none was compared
 * @param pairs compared pairs near the threshold, as {@link NearPairs} chooses them
 * @param recall how many of the repetitions were found, as measured; null where nothing was
 * @param dropped what cleaning removed from inside articles, by rule
 * @param learned lines learned to recur over a site, those that removed most first
 * @param samples rejects worth a look
 * @param unknownTerms what articles name and the taxonomy does not know, best first
 * @param masked personal data that were masked, by kind; null where none were to be
 * @param byModel what a language model did for summaries; null where none was to
 * @param sectionsByModel what a section model did; null where the taxonomy chose
 * @param stories what several sources of this run tell
 * @param timings where the time went
 */
public record RunFacts(
    RunInfo run,
    @Nullable Before before,
    Input input,
    Flow flow,
    List<Source> ledger,
    Tally charsets,
    Tally formats,
    Tally pieces,
    Tally sections,
    Tally languages,
    Tally sources,
    Tally days,
    Tally duplicates,
    Tally rejects,
    Histogram lengths,
    Histogram similarities,
    @Nullable Double threshold,
    List<Pair> pairs,
    @Nullable MeasuredRecall recall,
    List<Dropped> dropped,
    List<Learned> learned,
    List<Sample> samples,
    List<UnknownTerm> unknownTerms,
    @Nullable Tally masked,
    @Nullable ByModel byModel,
    @Nullable SectionsByModel sectionsByModel,
    Stories stories,
    Timings timings) {

  /**
   * Stories of the articles of this run.
   *
   * @param count of all
   * @param articles in all of them
   * @param largest those of most articles first
   */
  public record Stories(long count, long articles, List<Story> largest) {}

  /**
   * One story.
   *
   * @param articles of this run
   * @param sources of these articles
   * @param ids of the first of them
   */
  public record Story(String id, String label, long articles, long sources, List<String> ids) {}

  /**
   * What a section model did.
   *
   * @param model its file
   * @param sha256 of the file, hex
   * @param sections different ones that it gave
   * @param unsure articles whose section has a score under {@link #UNSURE}
   */
  public record SectionsByModel(String model, String sha256, long sections, long unsure) {
    /** Under this score a section is more probably wrong than right. */
    public static final double UNSURE = 0.5;
  }

  /**
   * The last published run before this one; of those of the same {@code --input}, if there are any.
   *
   * @param sameInput whether it is one of these, so that sources and shares can be compared
   * @param files files and archive members, {@code read} of them neither unchanged nor unreadable
   * @param reasons rejects by reason
   * @param sources articles by {@link SourceName}
   */
  public record Before(
      String runId,
      LocalDate date,
      boolean sameInput,
      long files,
      long read,
      long split,
      long articles,
      long duplicates,
      long rejects,
      Tally reasons,
      Tally sources) {}

  /**
   * What was read.
   *
   * @param files files and archive members
   * @param unchanged of these, published by an earlier run and skipped
   * @param bytes decompressed bytes
   * @param unreadableFiles of these, such that nothing could be read
   * @param barrenFiles of these, such that were read and gave neither article nor duplicate
   */
  public record Input(
      long files, long unchanged, long bytes, Troubled unreadableFiles, Troubled barrenFiles) {
    public long unreadable() {
      return unreadableFiles.count();
    }

    /** Files and members that were read in this run. */
    public long read() {
      return files - unchanged - unreadable();
    }
  }

  /** Files with the same trouble, and the first of them by name. */
  public record Troubled(long count, List<String> first) {}

  /**
   * What became of the pieces and of the lines that are not blank. Split is counted where pieces
   * leave it, the others from the written files.
   */
  public record Flow(
      long split,
      long published,
      long duplicates,
      long rejects,
      long lines,
      long linesPublished,
      long linesDuplicates,
      long linesRejects,
      long linesFrame) {
    /** Whether every piece went exactly one way. */
    public boolean piecesAddUp() {
      return split == published + duplicates + rejects;
    }

    /** Whether every line went exactly one way. */
    public boolean linesAddUp() {
      return lines == linesPublished + linesDuplicates + linesRejects + linesFrame;
    }
  }

  /** A file or archive member, as the ledger has it. */
  public record Source(
      String uri,
      String status,
      String format,
      @Nullable String charset,
      @Nullable String detector,
      long bytes,
      Flow flow) {}

  /**
   * Two texts that were compared.
   *
   * @param jaccard share of the shingles of both that both have, 0 to 1
   * @param containment share of the shorter text that the longer one has, 0 to 1
   * @param margin how far the measure that decides lies above its threshold; below 0, under it
   * @param joined whether one was found to repeat the other
   */
  public record Pair(
      double jaccard, double containment, double margin, boolean joined, Side one, Side other) {

    /** One of the two. */
    public record Side(String id, String title) {}
  }

  /**
   * What one rule removed from inside articles.
   *
   * @param spans places where it did
   * @param articles articles that have one
   * @param characters code points removed
   * @param example the excerpt of one of them
   */
  public record Dropped(String rule, long spans, long articles, long characters, String example) {}

  /**
   * What a language model did for summaries.
   *
   * @param taken articles that have its summary
   * @param kept articles that keep their extractive one, by reason
   * @param fromCache answers that were known
   * @param requests that were sent, {@code retries} of them again
   * @param tokens that these used, as the endpoint says or as estimated
   */
  public record ByModel(
      long taken, Tally kept, long fromCache, long requests, long retries, long tokens) {}

  /** A line that recurs over the articles of a site. */
  public record Learned(String site, String line, long articles, long siteArticles, long dropped) {}

  /**
   * A reject worth a look.
   *
   * @param file where it lies
   * @param place the same with its lines
   */
  public record Sample(
      String id,
      String reason,
      String file,
      String place,
      @Nullable String detail,
      @Nullable Double measured,
      @Nullable Double threshold,
      long bytes,
      String beginning) {}

  /**
   * Where the time went.
   *
   * @param wall seconds by the clock of each stage of the run
   * @param busy thread-seconds of each step, in the order of the flow
   */
  public record Timings(List<Stage> wall, List<Stage> busy) {
    /** Nothing was measured. */
    public static final Timings NONE = new Timings(List.of(), List.of());

    /** Seconds of one stage. */
    public record Stage(String name, double seconds) {}
  }
}
