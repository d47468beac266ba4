package io.winnow.clean;

import io.winnow.schema.Piece;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/**
 * Cleans every article of the plain-text dumps of a folder, dump by dump, on one thread.
 *
 * <p>Warm-up and measurement are counted in passes, not in seconds: on a busy machine the compiler
 * would not be done in any number of seconds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"})
@Warmup(iterations = 40)
@Measurement(iterations = 15)
public class PlainBench {
  @Param("")
  public String dumps;

  private final ArticleCleaner cleaner = new ArticleCleaner(CleanSpec.defaults(), SplitFiles.RUN);
  private List<List<Piece>> split;

  @Setup
  public void split() throws IOException {
    split = List.copyOf(SplitFiles.of(Path.of(dumps), ".txt").values());
  }

  @Benchmark
  public void allArticles(Blackhole sink) {
    for (List<Piece> dump : split) {
      sink.consume(cleaner.cleanAll(dump));
    }
  }
}
