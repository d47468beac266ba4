package io.winnow.pipeline;

import io.winnow.bench.Floor;
import io.winnow.bench.FloorSteps;
import io.winnow.clean.ArticleCleaner;
import io.winnow.dedupe.RecallSampleCoder;
import io.winnow.finish.ArticleFinisher;
import io.winnow.publish.History;
import io.winnow.read.DumpReader;
import io.winnow.read.SourceFile;
import io.winnow.split.DumpSplits;
import io.winnow.split.Splitter;
import io.winnow.summarize.Summarizer;
import io.winnow.tag.Tagger;
import io.winnow.tag.unknown.UnknownTermCoder;
import io.winnow.write.BeamStore;
import io.winnow.write.PathStore;
import io.winnow.write.WriteAside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Does in a loop what {@link CuratePipeline} does with Beam; see {@link Floor}. */
final class FloorJob {
  private FloorJob() {}

  /**
   * Writes the rows of a first run, and what else the driver is told, into a local folder.
   *
   * @return counters by name
   */
  static Map<String, Long> run(
      CurateSpecs specs, List<SourceFile> files, History history, BeamStore staging, int threads)
      throws IOException, InterruptedException {
    if (!history.fingerprintFiles().isEmpty()) {
      throw new IllegalArgumentException("the floor knows no history: give it an empty output");
    }
    PathStore store = new PathStore(Path.of(staging.folder()));
    Floor floor = new Floor(steps(specs), threads);
    Map<String, Long> metrics = floor.run(files, store);
    WriteAside.write(
        store, CuratePipeline.UNKNOWN_TERMS, UnknownTermCoder.INSTANCE, floor.unknownTerms());
    WriteAside.write(
        store, CuratePipeline.RECALL, RecallSampleCoder.INSTANCE, List.of(floor.recall()));
    return metrics;
  }

  private static FloorSteps steps(CurateSpecs specs) {
    return new FloorSteps(
        specs.run(),
        new DumpSplits(
            new DumpReader(specs.read(), specs.mapping()),
            path -> Files.newInputStream(Path.of(path)),
            new Splitter(specs.run(), specs.mapping(), specs.masker())),
        new ArticleCleaner(specs.clean(), specs.run(), specs.masker()),
        Objects.requireNonNull(specs.dedupe(), "the floor dedupes"),
        specs.learn(),
        new ArticleFinisher(specs.clean().keepBoilerplate()),
        new Tagger(specs.tag()),
        specs.tag().taxonomy(),
        new Summarizer(specs.summary()),
        specs.parquet(),
        specs.buckets(),
        specs.expectedArticles());
  }
}
