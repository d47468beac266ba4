package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

class RunnerConfigsTest {
  private static final Path CONFIGS = Path.of("..", "runner-configs");

  @TempDir private Path scratch;

  @CommandLine.Command
  private static final class Holder {
    @Mixin private CurateOptions options;
    @Unmatched private List<String> others = new ArrayList<>();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileParsesWithoutAProblem(Path file) throws IOException {
    Holder parsed = parse(file);

    assertThat(parsed.options.problems(), empty());
    assertThat(RunnerOptions.problems(parsed.others), empty());
    RunnerOptions.of(parsed.options, parsed.others, FlinkTarget.of(parsed.others), scratch);
  }

  @Test
  void theThreeWaysToRunAreThere() throws IOException {
    assertThat(
        files().map(file -> file.getFileName().toString()).toList(),
        hasItems("direct.args", "flink-local.args", "flink-cluster.args"));
  }

  @Test
  void directRunsOnTheDirectRunner() throws IOException {
    assertThat(options("direct.args").getRunner(), is((Object) DirectRunner.class));
  }

  @Test
  void flinkLocalRunsInsideTheProcessOnAllCores() throws IOException {
    FlinkPipelineOptions flink = options("flink-local.args").as(FlinkPipelineOptions.class);

    assertThat(flink.getRunner(), is((Object) FlinkRunner.class));
    assertThat(flink.getFlinkMaster(), is("[local]"));
    assertThat(flink.getParallelism(), is(Runtime.getRuntime().availableProcessors()));
    assertThat(flink.getObjectReuse(), is(true));
  }

  @Test
  void flinkClusterNamesAJobManager() throws IOException {
    FlinkPipelineOptions flink = options("flink-cluster.args").as(FlinkPipelineOptions.class);

    assertThat(flink.getFlinkMaster(), is("localhost:8081"));
    assertThat(flink.getParallelism(), is(2));
  }

  private PipelineOptions options(String name) throws IOException {
    Holder parsed = parse(CONFIGS.resolve(name));
    return RunnerOptions.of(parsed.options, parsed.others, FlinkTarget.of(parsed.others), scratch);
  }

  private static Holder parse(Path file) {
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs("@" + file, "--input=in", "--output=out", "--runId=r1");
    return holder;
  }

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(CONFIGS)) {
      return files.filter(file -> file.toString().endsWith(".args")).sorted().toList().stream();
    }
  }
}
