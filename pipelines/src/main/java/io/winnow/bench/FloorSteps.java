package io.winnow.bench;

import io.winnow.clean.ArticleCleaner;
import io.winnow.dedupe.DedupeSpec;
import io.winnow.finish.ArticleFinisher;
import io.winnow.learn.LearnSpec;
import io.winnow.run.RunInfo;
import io.winnow.split.DumpSplits;
import io.winnow.summarize.Summarizer;
import io.winnow.tag.Tagger;
import io.winnow.tag.Taxonomy;
import io.winnow.write.ParquetSpec;

/**
 * The plain classes of a run, as its pipeline has them.
 *
 * @param buckets parts that articles are compared in for stories
 * @param expectedArticles about how many there are, as the pipeline is told
 */
public record FloorSteps(
    RunInfo run,
    DumpSplits splits,
    ArticleCleaner cleaner,
    DedupeSpec dedupe,
    LearnSpec learn,
    ArticleFinisher finisher,
    Tagger tagger,
    Taxonomy taxonomy,
    Summarizer summarizer,
    ParquetSpec parquet,
    int buckets,
    long expectedArticles) {}
