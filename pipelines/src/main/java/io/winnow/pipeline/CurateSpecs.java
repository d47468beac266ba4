package io.winnow.pipeline;

import io.winnow.clean.CleanSpec;
import io.winnow.clean.Selection;
import io.winnow.dedupe.DedupeSpec;
import io.winnow.forget.KeepOut;
import io.winnow.learn.LearnSpec;
import io.winnow.page.SectionLabels;
import io.winnow.page.TaxonomyLabels;
import io.winnow.privacy.PersonalDataMasker;
import io.winnow.read.ReadSpec;
import io.winnow.read.SourceFile;
import io.winnow.record.JsonMapping;
import io.winnow.replay.Superseded;
import io.winnow.run.RunInfo;
import io.winnow.summarize.SummarySpec;
import io.winnow.summarize.llm.LlmSpec;
import io.winnow.tag.TagSpec;
import io.winnow.write.ParquetSpec;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How each step of a run works.
 *
 * @param dedupe null where every copy is to be published
 * @param llm null where no model is asked
 * @param selection of the pieces that go on; null for all of them
 * @param superseded what the run replaces in earlier ones, and so does not see
 * @param keepOut what was taken down and must not come back
 * @param buckets groups that shuffles are cut into: enough that every worker has several, and that
 *     one fits the memory of a worker
 * @param expectedArticles about how many the input has, rather more than fewer
 */
record CurateSpecs(
    RunInfo run,
    ReadSpec read,
    JsonMapping mapping,
    CleanSpec clean,
    PersonalDataMasker masker,
    @Nullable DedupeSpec dedupe,
    LearnSpec learn,
    TagSpec tag,
    SummarySpec summary,
    @Nullable LlmSpec llm,
    ParquetSpec parquet,
    @Nullable Selection selection,
    Superseded superseded,
    KeepOut keepOut,
    int buckets,
    long expectedArticles) {

  /** The same, for some of the pieces only, or in place of what earlier runs have. */
  CurateSpecs with(@Nullable Selection some, Superseded replaced) {
    return new CurateSpecs(
        run,
        read,
        mapping,
        clean,
        masker,
        dedupe,
        learn,
        tag,
        summary,
        llm,
        parquet,
        some,
        replaced,
        keepOut,
        buckets,
        expectedArticles);
  }

  /** What pages call sections and tags. */
  SectionLabels labels() {
    return new TaxonomyLabels(tag.taxonomy());
  }

  /** Bytes of input that one bucket may hold: records of 30 bytes become rows of kilobytes. */
  private static final long BUCKET_BYTES = 1L << 20;

  /** Bytes of input that one bucket of deduplication may hold: fingerprints are small. */
  private static final long DEDUPE_BUCKET_BYTES = 4L << 20;

  /** Fingerprints of earlier runs that one bucket of deduplication may hold. */
  private static final long BUCKET_FINGERPRINTS = 20_000;

  /** A shorter article than most. */
  private static final long ARTICLE_BYTES = 1_000;

  /** What a compressed file is worth: text compresses 3 to 10 times. */
  private static final int UNPACKED = 8;

  private static final int MIN_BUCKETS = 16;
  private static final int MAX_BUCKETS = 4096;
  private static final Pattern PACKED =
      Pattern.compile("\\.(gz|bz2|zst|xz|zip|tgz)$", Pattern.CASE_INSENSITIVE);

  /** Bytes of text in the files, roughly; a function of their names and sizes alone. */
  static long textBytes(List<SourceFile> files) {
    return files.stream()
        .mapToLong(file -> file.bytes() * (PACKED.matcher(file.path()).find() ? UNPACKED : 1))
        .sum();
  }

  /**
   * Buckets for so many bytes of text. A function of the input alone, never of the workers, so that
   * files and rows are the same for any parallelism.
   */
  static int buckets(long textBytes) {
    return within(textBytes / BUCKET_BYTES);
  }

  /** Buckets of deduplication, with the fingerprints of earlier runs that take part. */
  static int dedupeBuckets(long textBytes, long fingerprints) {
    return within(textBytes / DEDUPE_BUCKET_BYTES + fingerprints / BUCKET_FINGERPRINTS);
  }

  /** About how many articles so many bytes of text hold. */
  static long expectedArticles(long textBytes) {
    return textBytes / ARTICLE_BYTES;
  }

  private static int within(long buckets) {
    return (int) Math.min(MAX_BUCKETS, Math.max(MIN_BUCKETS, buckets));
  }
}
