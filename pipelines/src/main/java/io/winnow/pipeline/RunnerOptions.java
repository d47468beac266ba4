package io.winnow.pipeline;

import io.winnow.bench.Measured;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Turns {@code --runner}, {@code --parallelism} and Beam's own options into Beam's options, with
 * what was measured to work as defaults: objects reused between Flink's operators, and network
 * memory that grows with the parallelism.
 */
final class RunnerOptions {
  /** Where Flink runs when no master is given: inside this process. */
  static final String EMBEDDED = "[local]";

  private RunnerOptions() {}

  /**
   * What is wrong with Beam's own options; empty when nothing is.
   *
   * <p>Each is parsed by itself, so that one mistake does not hide the next.
   */
  static List<String> problems(List<String> beamArgs) {
    List<String> problems = new ArrayList<>();
    for (String arg : beamArgs) {
      if (!arg.matches("--[A-Za-z0-9]+(=.*)?")) {
        problems.add("not an option: " + arg + "; options have the form --name=value");
        continue;
      }
      try {
        parse(List.of(arg));
      } catch (IllegalArgumentException e) {
        problems.add(unknownOption(arg, e));
      }
    }
    return problems;
  }

  private static String unknownOption(String arg, IllegalArgumentException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("missing a property")
        ? "no such option: " + arg.replaceFirst("=.*", "") + "; see --help"
        : arg + ": " + message;
  }

  /**
   * Beam's options for a run.
   *
   * @param scratch a folder of this run for the configuration of an embedded Flink
   * @throws IllegalArgumentException when {@link #problems} finds one
   */
  static PipelineOptions of(
      CurateOptions given, List<String> beamArgs, FlinkTarget target, Path scratch)
      throws IOException {
    PipelineOptions options = parse(Hdfs.withSettings(beamArgs, given.places()));
    Storage.settle(options, beamArgs, given.places());
    options.setJobName("winnow-" + given.runId);
    if (given.runner.equals("DirectRunner")) {
      DirectOptions direct = options.as(DirectOptions.class);
      direct.setRunner(DirectRunner.class);
      direct.setTargetParallelism(workers(given));
      direct.setEnforceImmutability(false);
      direct.setEnforceEncodability(false);
      return direct;
    }
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    flink.setRunner(FlinkRunner.class);
    flink.setObjectReuse(true);
    flink.setFasterCopy(true);
    flink.setFlinkMaster(target.master());
    if (target.isEmbedded()) {
      flink.setParallelism(workers(given));
      flink.setFlinkConfDir(embeddedConfiguration(scratch, workers(given)).toString());
      return flink;
    }
    if (given.parallelism != null) {
      flink.setParallelism(given.parallelism);
    }
    if (flink.getFilesToStage() == null) {
      jobJar().ifPresent(jar -> flink.setFilesToStage(List.of(jar.toString())));
    }
    if (flink.getNumberOfExecutionRetries() < 0) {
      flink.setNumberOfExecutionRetries(FlinkEnvironment.RESTARTS);
      flink.setExecutionRetryDelay(FlinkEnvironment.RESTART_DELAY.toMillis());
    }
    return flink;
  }

  /**
   * The jar that a cluster needs: the one that this class is in, and none of the class path beside
   * it, which is Flink itself and what only commands need. Empty when it is not in a jar.
   */
  private static Optional<Path> jobJar() {
    try {
      Path place =
          Path.of(RunnerOptions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Optional.of(place).filter(Files::isRegularFile);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class loader names a file", e);
    }
  }

  /** Workers of a run in this process. */
  static int workers(CurateOptions given) {
    return given.parallelism == null
        ? Runtime.getRuntime().availableProcessors()
        : given.parallelism;
  }

  private static PipelineOptions parse(List<String> beamArgs) {
    List<String> args = new ArrayList<>(beamArgs);
    return PipelineOptionsFactory.fromArgs(args.toArray(String[]::new)).create();
  }

  /**
   * Every shuffle keeps buffers for each pair of workers (Flink, "Network memory tuning guide"), so
   * an embedded cluster with its default of 64 MiB fails above a few dozen workers. Segments shrink
   * as workers grow, so that 64 workers on a laptop still fit.
   */
  private static Path embeddedConfiguration(Path scratch, int workers) throws IOException {
    int segmentKiB = workers <= 8 ? 32 : workers <= 32 ? 16 : 4;
    long pairs = (long) workers * workers;
    long networkMiB = Math.max(64, SHUFFLES * (2 * pairs + 16L * workers) * segmentKiB / 1024);
    Files.createDirectories(scratch);
    Files.writeString(
        scratch.resolve("flink-conf.yaml"),
        String.join(
            "\n",
            "taskmanager.numberOfTaskSlots: " + workers,
            "taskmanager.memory.segment-size: " + segmentKiB + "kb",
            "taskmanager.memory.network.min: " + networkMiB + "mb",
            "taskmanager.memory.network.max: " + networkMiB + "mb",
            "taskmanager.memory.managed.size: " + Math.max(128, 8L * workers) + "mb",
            // All workers are this process: one that is slow to answer is busy, not dead.
            "taskmanager.network.request-backoff.max: 300000",
            "heartbeat.timeout: 600000",
            "pekko.ask.timeout: 600 s",
            "restart-strategy.type: none",
            "rest.bind-address: localhost",
            String.join("\n", Measured.flinkConfiguration()),
            ""));
    return scratch;
  }

  /** Shuffles that can be open at once; read off the job's plan, with room to spare. */
  private static final int SHUFFLES = 12;
}
