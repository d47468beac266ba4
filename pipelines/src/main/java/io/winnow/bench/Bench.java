package io.winnow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes the corpora and measures the pipeline and its floor on them: each in a JVM of its own,
 * first one, then the other, as often as is asked for.
 */
public final class Bench {
  /** After the last day of the articles. */
  private static final String DATE = "2026-02-15";

  private final BenchSpec spec;
  private final Consumer<String> progress;
  private final Map<Long, Corpus.Facts> made = new HashMap<>();

  /**
   * @param progress gets a line whenever something begins or ends
   */
  public Bench(BenchSpec spec, Consumer<String> progress) {
    this.spec = spec;
    this.progress = progress;
  }

  /** Removes what was made. */
  public static void remove(Path folder) throws IOException {
    Trees.delete(folder);
  }

  /** Makes the corpora and measures nothing. */
  public void makeCorpora() throws IOException {
    for (long size : spec.sizes()) {
      corpus(size);
    }
  }

  /**
   * Measures all that was asked for.
   *
   * @throws BenchFailure when a process fails, or run and floor do not write the same rows
   */
  public List<Measurement> measure() throws IOException, InterruptedException {
    List<Measurement> measurements = new ArrayList<>();
    for (long size : spec.sizes()) {
      Corpus.Facts facts = corpus(size);
      for (int cores : spec.cores()) {
        measurements.add(measure(size, facts, cores));
      }
    }
    return measurements;
  }

  private Measurement measure(long size, Corpus.Facts facts, int cores)
      throws IOException, InterruptedException {
    List<Trial> runs = new ArrayList<>();
    List<Trial> floors = new ArrayList<>();
    Map<String, String> rows = null;
    for (int repeat = 1; repeat <= spec.repeats(); repeat++) {
      boolean floorFirst = repeat % 2 == 0;
      for (boolean isFloor : new boolean[] {floorFirst, !floorFirst}) {
        if (isFloor && size > spec.floorBytes()) {
          continue;
        }
        Trial trial = trial(isFloor ? "bench-floor" : "curate", size, cores, repeat);
        (isFloor ? floors : runs).add(trial);
        rows = rows == null ? trial.rows() : rows;
        if (!trial.rows().equals(rows)) {
          throw new BenchFailure(
              "the rows differ, so the times say nothing: " + rows + " and " + trial.rows());
        }
      }
    }
    return new Measurement(size, facts, spec.parallelism(), cores, runs, floors);
  }

  private Trial trial(String command, long size, int cores, int repeat)
      throws IOException, InterruptedException {
    String what =
        String.format(
            Locale.ROOT,
            "%s, %,d MB%s, %d of %d",
            command.equals("curate") ? "run" : "floor",
            size / 1_000_000,
            cores == 0 ? "" : ", pinned to " + cores + (cores == 1 ? " core" : " cores"),
            repeat,
            spec.repeats());
    progress.accept(what + " ...");
    ChildProcess child = new ChildProcess(spec.folder().resolve("trial"), cores);
    Trial trial =
        child.run(
            command,
            List.of(
                "--input=" + folder(size),
                "--date=" + DATE,
                "--parallelism=" + spec.parallelism()));
    progress.accept(
        String.format(
            Locale.ROOT, "%s: %.1f s, %.1f CPU s", what, trial.wallSeconds(), trial.cpuSeconds()));
    return trial;
  }

  private Path folder(long size) {
    return spec.folder().resolve("corpus-" + size);
  }

  private Corpus.Facts corpus(long size) throws IOException {
    Corpus.Facts known = made.get(size);
    if (known != null) {
      return known;
    }
    Path folder = folder(size);
    progress.accept(
        String.format(Locale.ROOT, "making %,d MB in %s ...", size / 1_000_000, folder));
    Trees.delete(folder);
    Files.createDirectories(folder);
    Corpus.Facts facts = new Corpus(spec.seed(), size, spec.only()).write(folder);
    made.put(size, facts);
    return facts;
  }
}
