package io.winnow.pipeline;

import io.winnow.clean.CleanSpec;
import io.winnow.dedupe.DedupeSpec;
import io.winnow.learn.LearnSpec;
import io.winnow.page.SectionLabels;
import io.winnow.page.TaxonomyLabels;
import io.winnow.read.ReadSpec;
import io.winnow.run.RunInfo;
import io.winnow.summarize.SummarySpec;
import io.winnow.tag.TagSpec;
import io.winnow.write.ParquetSpec;
import org.jspecify.annotations.Nullable;

/**
 * How each step of a run works.
 *
 * @param dedupe null where every copy is to be published
 * @param buckets groups that shuffles are cut into: enough that every worker has several, and that
 *     one fits the memory of a worker
 */
record CurateSpecs(
    RunInfo run,
    ReadSpec read,
    CleanSpec clean,
    @Nullable DedupeSpec dedupe,
    LearnSpec learn,
    TagSpec tag,
    SummarySpec summary,
    ParquetSpec parquet,
    int buckets) {

  /** Whether the taxonomy has a name for a term. */
  boolean knowsTerm(String term) {
    return tag.taxonomy().label(term, "en").isPresent();
  }

  /** What pages call sections and tags. */
  SectionLabels labels() {
    return new TaxonomyLabels(tag.taxonomy());
  }

  /** Bytes of input that one bucket may hold. */
  private static final long BUCKET_BYTES = 4L << 20;

  private static final int MIN_BUCKETS = 16;
  private static final int MAX_BUCKETS = 4096;

  /**
   * Buckets for an input of so many bytes. A function of the input alone, never of the workers, so
   * that files and rows are the same for any parallelism.
   */
  static int buckets(long inputBytes) {
    return (int) Math.min(MAX_BUCKETS, Math.max(MIN_BUCKETS, inputBytes / BUCKET_BYTES));
  }
}
