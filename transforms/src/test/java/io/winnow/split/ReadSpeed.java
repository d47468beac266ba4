package io.winnow.split;

import com.sun.management.OperatingSystemMXBean;
import io.winnow.read.BareRead;
import io.winnow.read.DumpReader;
import io.winnow.read.ReadSpec;
import io.winnow.read.Samples;
import io.winnow.read.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Measures how fast dumps of each format become pieces, and the ratio to a bare loop that only
 * decompresses and decodes the same bytes. Both take turns in one JVM, on one thread; what counts
 * is the CPU time of the whole process, garbage collection included, in the middle of several
 * rounds.
 *
 * <p>Arguments: files to measure; without one, dumps of every format are made.
 */
public final class ReadSpeed {
  private static final int ROUNDS = Integer.getInteger("rounds", 5);
  private static final long ROUND_NANOS = 400_000_000L;

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private ReadSpeed() {}

  private interface Work {
    long run() throws IOException;
  }

  public static void main(String[] args) throws IOException {
    Logger.getLogger("").setLevel(Level.WARNING);
    Path folder = Files.createTempDirectory("winnow-speed");
    try {
      System.out.println("| dump | stored MB | MB | pieces | MB/s | bare MB/s | ratio |");
      System.out.println("|---|--:|--:|--:|--:|--:|--:|");
      for (Map.Entry<String, Path> dump : dumps(args, folder).entrySet()) {
        measure(dump.getKey(), dump.getValue());
      }
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static Map<String, Path> dumps(String[] args, Path folder) throws IOException {
    Map<String, Path> dumps = new LinkedHashMap<>();
    for (String arg : args) {
      dumps.put(Path.of(arg).getFileName().toString(), Path.of(arg));
    }
    if (args.length == 0) {
      for (Map.Entry<String, byte[]> made : new Samples(1000, 40).ofEachFormat().entrySet()) {
        dumps.put(made.getKey(), Files.write(folder.resolve(made.getKey()), made.getValue()));
      }
    }
    return dumps;
  }

  private static void measure(String name, Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    SourceFile file = new SourceFile(path.toString(), name, bytes.length, List.of());
    DumpReader reader = new DumpReader(ReadSpec.defaults());
    Splitter splitter = new Splitter(Dumps.RUN);
    Work full =
        () -> {
          long[] pieces = {0};
          reader.read(
              file,
              any -> new ByteArrayInputStream(bytes),
              dump -> pieces[0] += splitter.split(dump).pieces().size());
          return pieces[0];
        };
    Work bare = () -> BareRead.of(path, bytes);
    double megabytes = BareRead.size(path, bytes) / 1e6;
    long pieces = full.run();
    List<Double> fulls = new ArrayList<>();
    List<Double> bares = new ArrayList<>();
    for (int round = -2; round < ROUNDS; round++) {
      double fullSeconds = seconds(full);
      double bareSeconds = seconds(bare);
      if (round >= 0) {
        fulls.add(fullSeconds);
        bares.add(bareSeconds);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %d | %.1f | %.1f | %.1f |%n",
        name,
        bytes.length / 1e6,
        megabytes,
        pieces,
        megabytes / middle(fulls),
        megabytes / middle(bares),
        middle(fulls) / middle(bares));
  }

  /** CPU seconds of one repetition. */
  private static double seconds(Work work) throws IOException {
    long start = SYSTEM.getProcessCpuTime();
    long spent = 0;
    int times = 0;
    while (spent < ROUND_NANOS || times == 0) {
      work.run();
      times++;
      spent = SYSTEM.getProcessCpuTime() - start;
    }
    return spent / 1e9 / times;
  }

  private static double middle(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
