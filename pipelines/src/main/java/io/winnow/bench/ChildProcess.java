package io.winnow.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a command in a JVM of its own, with the flags and the heap of this one, and measures it.
 *
 * @param folder for its temporary files, its log and what it publishes; emptied before
 * @param cores that it is pinned to, the first ones; 0 for all
 */
record ChildProcess(Path folder, int cores) {
  private static final long LOOK_MILLIS = 200;

  /**
   * Runs {@code curate} or what takes its options.
   *
   * @throws BenchFailure with the end of its log when it did not end with 0
   */
  Trial run(String command, List<String> options) throws IOException, InterruptedException {
    Trees.delete(folder);
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    Path output = folder.resolve("out");
    Path figures = folder.resolve("figures.json");
    File log = folder.resolve("log").toFile();
    List<String> line = new ArrayList<>();
    if (cores > 0) {
      line.addAll(List.of("taskset", "-c", "0-" + (cores - 1)));
    }
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(flags());
    line.addAll(
        List.of(
            "-Djava.io.tmpdir=" + temporary,
            "-D" + Measured.FILE + "=" + figures,
            "-D" + Measured.STARTED + "=" + System.currentTimeMillis(),
            "-cp",
            System.getProperty("java.class.path"),
            Measured.class.getName(),
            command,
            "--output=" + output,
            "--runId=bench"));
    line.addAll(options);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log).start();
    long spilled = 0;
    try {
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        spilled = Math.max(spilled, Trees.bytes(temporary));
      }
    } finally {
      process.destroyForcibly();
    }
    double wall = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new BenchFailure(command + " ended with " + process.exitValue() + "\n" + end(log));
    }
    return Trial.of(
        wall,
        ProcessFigures.read(figures),
        spilled,
        output.resolve("run=bench").resolve("manifest.json"));
  }

  /** Those of this process, but what is about itself. */
  private static List<String> flags() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> !flag.matches("-(javaagent|agent(lib|path)):.*|-XX:StartFlightRecording.*"))
        .filter(flag -> !flag.matches("-D(java\\.io\\.tmpdir|winnow\\.terminal|surefire\\..*)=.*"))
        .toList();
  }

  private static String end(File log) throws IOException {
    try (Stream<String> lines = Files.lines(log.toPath())) {
      List<String> all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - 20), all.size()));
    }
  }
}
