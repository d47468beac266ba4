package io.winnow.pipeline;

import io.winnow.bench.Bench;
import io.winnow.bench.BenchFailure;
import io.winnow.bench.BenchReport;
import io.winnow.bench.BenchSpec;
import io.winnow.bench.Measurement;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code winnow bench}: speed on this machine, against the floor. */
@Command(
    name = "bench",
    description =
        "Measures how fast this machine runs curate on a corpus made from a seed, beside the floor: the same plain"
            + " classes called in a loop, without Beam, to the same rows.",
    footer = {
      "",
      "Each run and each floor has a JVM of its own, with the heap of this command (WINNOW_HEAP). docs/speed.md says",
      "what is counted."
    })
final class BenchCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,6})(MB|GB)");
  private static final Set<String> KINDS = Set.of("text", "html", "zh", "en");

  @Spec private CommandSpec spec;

  @Option(
      names = {"--size", "--sizes"},
      paramLabel = "SIZE",
      split = ",",
      defaultValue = "20MB",
      description =
          "Size of the corpus: a number with MB (a million bytes) or GB; with several, separated by commas, the growth"
              + " between them is told. Default: ${DEFAULT-VALUE}.")
  private List<String> sizes = new ArrayList<>();

  @Option(
      names = "--only",
      paramLabel = "KIND",
      split = ",",
      description =
          "Make only text or html, and only zh or en: text,en is English plain text. Default: all.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description =
          "Workers of the run and threads of the floor. Default: the cores of this machine.")
  private @Nullable Integer parallelism;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How often run and floor are measured, in turn; medians are told. Default: ${DEFAULT-VALUE}.")
  private int repeat;

  @Option(
      names = "--cores",
      paramLabel = "N",
      split = ",",
      description =
          "Pin each process, collector and compiler included, to the first N cores (needs taskset); with several,"
              + " separated by commas, how much faster the later are. Default: all cores, not pinned.")
  private List<Integer> cores = new ArrayList<>();

  @Option(
      names = "--floorUpTo",
      paramLabel = "SIZE",
      defaultValue = "400MB",
      description =
          "Largest corpus for which the floor is run: it holds all articles in memory. Default: ${DEFAULT-VALUE}.")
  private String floorUpTo = "400MB";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the corpus. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description =
          "Folder for corpus and output, kept afterwards. Default: a temporary one, which is removed.")
  private @Nullable Path work;

  @Option(names = "--corpusOnly", description = "Make the corpus in --work and measure nothing.")
  private boolean corpusOnly;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write every figure of every trial to this file, as JSON.")
  private @Nullable Path json;

  @Override
  public Integer call() throws Exception {
    UserError.throwIfAny(problems());
    Path folder = work == null ? Files.createTempDirectory("winnow-bench") : work.toAbsolutePath();
    try {
      measure(new Bench(spec(folder), spec.commandLine().getErr()::println));
    } catch (BenchFailure e) {
      throw new UserError(ExitCode.FAILED, e.getMessage());
    } finally {
      if (work == null) {
        Bench.remove(folder);
      }
    }
    return ExitCode.OK.code();
  }

  private void measure(Bench bench) throws IOException, InterruptedException {
    if (corpusOnly) {
      bench.makeCorpora();
      return;
    }
    List<Measurement> measurements = bench.measure();
    PrintWriter out = spec.commandLine().getOut();
    out.print(BenchReport.text(measurements));
    out.flush();
    if (json != null) {
      BenchReport.writeJson(measurements, json);
    }
  }

  private BenchSpec spec(Path folder) {
    return new BenchSpec(
        sizes.stream().map(BenchCommand::bytes).sorted().toList(),
        Set.copyOf(only),
        seed,
        parallelism == null ? Runtime.getRuntime().availableProcessors() : parallelism,
        repeat,
        cores.isEmpty() ? List.of(0) : cores,
        bytes(floorUpTo),
        folder);
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    List<String> all = new ArrayList<>(sizes);
    all.add(floorUpTo);
    for (String size : all) {
      if (!SIZE.matcher(size).matches()) {
        problems.add("a size is a number with MB or GB, such as 20MB; was: " + size);
      }
    }
    for (String kind : only) {
      if (!KINDS.contains(kind)) {
        problems.add("--only must be of text, html, zh, en; was: " + kind);
      }
    }
    if (repeat < 1 || repeat > 99) {
      problems.add("--repeat must be 1 to 99; was: " + repeat);
    }
    if (parallelism != null && (parallelism < 1 || parallelism > 1024)) {
      problems.add("--parallelism must be 1 to 1024; was: " + parallelism);
    }
    int most = Runtime.getRuntime().availableProcessors();
    for (int count : cores) {
      if (count < 1 || count > most) {
        problems.add("--cores must be 1 to " + most + ", the cores of this machine; was: " + count);
      }
    }
    if (corpusOnly && work == null) {
      problems.add("--corpusOnly needs --work");
    }
    return problems;
  }

  private static long bytes(String size) {
    Matcher parts = SIZE.matcher(size);
    if (!parts.matches()) {
      throw new IllegalArgumentException(size);
    }
    return Long.parseLong(parts.group(1))
        * (parts.group(2).equals("MB") ? 1_000_000L : 1_000_000_000L);
  }
}
