package io.winnow.dedupe;

import io.winnow.schema.Draft;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Takes the fingerprints of made documents, then also their band keys, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 20)
@Measurement(iterations = 15)
public class FingerprintBench {
  static final int DOCUMENTS = 4_000;

  @Param("")
  public String data;

  private List<Draft> drafts;
  private final Keys keys = new Keys(DedupeSpec.defaults());

  @Setup
  public void make() {
    drafts = drafts(data);
  }

  /** The first documents of the first seed. */
  static List<Draft> drafts(String data) {
    MadeDocuments documents =
        new MadeDocuments(SentencePool.of(Path.of(data)), 1, 250L * DOCUMENTS);
    return LongStream.range(0, DOCUMENTS)
        .mapToObj(number -> MadeDrafts.of(documents.document(number)))
        .toList();
  }

  @Benchmark
  public void fingerprints(Blackhole sink) {
    for (Draft draft : drafts) {
      sink.consume(Fingerprints.of(draft, MadeDrafts.RUN));
    }
  }

  @Benchmark
  public void fingerprintsAndKeys(Blackhole sink) {
    for (Draft draft : drafts) {
      sink.consume(keys.bands(Fingerprints.of(draft, MadeDrafts.RUN)));
    }
  }
}
