package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

class CurateOptionsTest {
  @CommandLine.Command
  private static final class Holder {
    @Mixin private CurateOptions options;
  }

  @Test
  void everyDefaultIsAsDocumented() {
    CurateOptions options = parse("--input=in", "--output=out");

    assertThat(options.problems(), empty());
    assertThat(options.runner, is("FlinkRunner"));
    assertThat(options.inputs, is("new"));
    assertThat(options.dedupe, is("default"));
    assertThat(options.quality, is("default"));
    assertThat(options.summarizer, is("extractive"));
    assertThat(options.allowEmpty, is(false));
    assertThat(options.keepBoilerplate, is(false));
    assertThat(options.lockWait, is(0));
    assertThat(options.maxRunTime, is(0));
    assertThat(options.runId, nullValue());
    assertThat(options.date, nullValue());
    assertThat(options.parallelism, nullValue());
    assertThat(options.summaryChars, nullValue());
    assertThat(options.summarySentences, nullValue());
    assertThat(options.taxonomy, nullValue());
    assertThat(options.boilerplateRules, nullValue());
  }

  @Test
  void everyProblemIsFoundAtOnce() {
    CurateOptions options =
        parse(
            "--input=in",
            "--output=out",
            "--runId=a/b",
            "--date=2026-02-30",
            "--runner=SparkRunner",
            "--inputs=some",
            "--summaryChars=3",
            "--summarySentences=2",
            "--lockWait=-1",
            "--parallelism=0",
            "--taxonomy=nowhere.yaml");

    assertThat(options.problems(), hasSize(9));
  }

  @Test
  void theCommandNamesEveryMistakeAndReadsNothing() {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    int code;
    try {
      code =
          Winnow.run(
              "curate", "--output=out", "--runId=../x", "--flinkMastre=a:1", "--lockWait=soon");
    } finally {
      System.setErr(before);
    }
    assertThat(code, is(ExitCode.USAGE.code()));
    assertThat(
        errors.toString(StandardCharsets.UTF_8),
        allOf(
            containsString("--input"),
            containsString("--runId"),
            containsString("--flinkMastre"),
            containsString("--lockWait")));
  }

  @Test
  void otherOptionsAreBeams() {
    assertThat(
        RunnerOptions.problems(List.of("--flinkMaster=host:8081", "--objectReuse=true")), empty());
    assertThat(RunnerOptions.problems(List.of("--noSuchThing=1", "stray")), hasSize(2));
    assertThat(RunnerOptions.isEmbedded(List.of("--flinkMaster=[local]")), is(true));
    assertThat(RunnerOptions.isEmbedded(List.of()), is(true));
    assertThat(RunnerOptions.isEmbedded(List.of("--flinkMaster=host:8081")), is(false));
  }

  private static CurateOptions parse(String... args) {
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs(args);
    return holder.options;
  }
}
