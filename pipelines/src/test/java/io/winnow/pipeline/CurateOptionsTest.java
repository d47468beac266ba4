package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.dedupe.Seniority;
import io.winnow.dedupe.Seniority.Key;
import io.winnow.dedupe.SourceGlob;
import io.winnow.page.DigestForm;
import io.winnow.publish.GateOnDrop;
import io.winnow.publish.GateOnRejects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    assertThat(options.gates.maxRejects, nullValue());
    assertThat(options.gates.minArticles, nullValue());
    assertThat(options.gates.maxDrop, nullValue());
    assertThat(options.gates.keepRefused, is(false));
    assertThat(options.gates.orphans, is("refuse"));
    assertThat(options.gates.gates(), hasSize(2));
    assertThat(options.privacy.maskPersonalData, is("none"));
    assertThat(options.privacy.masker().isOn(), is(false));
    assertThat(options.digest.form(), is(DigestForm.MARKDOWN));
    assertThat(options.seniority.keep, nullValue());
    assertThat(options.seniority.sourcePriority, nullValue());
    assertThat(options.seniority.seniority(), is(Seniority.defaults()));
  }

  @Test
  void whatStaysIsDecidedByTheKeysNamedAndThenByTheOthers() {
    CurateOptions options =
        parse(
            "--input=in",
            "--output=out",
            "--keep=source,earliest",
            "--sourcePriority=press/, wire/**/*.txt");

    assertThat(options.problems(), empty());
    assertThat(
        options.seniority.seniority().keys(),
        contains(Key.SOURCE, Key.EARLIEST, Key.URL, Key.LONGEST, Key.RICHEST));
    assertThat(
        options.seniority.seniority().sources(),
        contains(new SourceGlob("press"), new SourceGlob("wire/**/*.txt")));
    assertThat(options.forManifest().get("keep"), is("source,earliest"));
    assertThat(options.forManifest().get("sourcePriority"), is("press/,wire/**/*.txt"));
  }

  @Test
  void digestsCanBePagesOfASite() {
    DigestForm form =
        parse("--input=in", "--output=out", "--html", "--siteUrl=https://example.org/read")
            .digest
            .form();
    assertThat(form, is(new DigestForm(true, URI.create("https://example.org/read/"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"digests", "ftp://example.org/", "https://", "https://a:b@c.org/", "https://c/?x"})
  void aSiteIsAnAddressThatFilesCanLieBelow(String site) {
    assertThat(
        parse("--input=in", "--output=out", "--siteUrl=" + site).problems(),
        contains("--siteUrl must be an http or https address without query; was: " + site));
  }

  @ParameterizedTest
  @ValueSource(strings = {"newest", "url,url", "", ",", "URL", "url,date"})
  void anUnknownKeyIsAnsweredWithTheAllowedOnes(String keep) {
    assertThat(
        parse("--input=in", "--output=out", "--keep=" + keep).problems(),
        contains(
            "--keep must be some of url,longest,richest,earliest,source, each once; was: " + keep));
  }

  @Test
  void sourcesArePreferredByGlobsOnly() {
    assertThat(
        parse("--input=in", "--output=out", "--keep=source").problems(),
        contains(containsString("--keep=source needs --sourcePriority")));
    assertThat(
        parse("--input=in", "--output=out", "--sourcePriority=").problems(),
        contains("--sourcePriority must name a glob over source_uri"));
    assertThat(
        parse("--input=in", "--output=out", "--sourcePriority=a,[b").problems(),
        contains(containsString("knows *, ** and ?")));
  }

  @Test
  void kindsOfPersonalDataAreNamedInAnyOrderOrAllTogether() {
    assertThat(masks("ip,email"), is("email,ip"));
    assertThat(masks("all"), is("email,phone,id-number,bank-card,ip"));
    assertThat(masks("none"), is("none"));
    assertThat(
        parse("--input=in", "--output=out", "--maskPersonalData=email,names").problems(),
        contains(containsString("some of email,phone,id-number,bank-card,ip; was: email,names")));
  }

  @Test
  void personalDataInTheInputsAreMaskedInTheManifest() {
    CurateOptions options =
        parse("--input=in/jane@example.com/*.txt", "--output=out", "--maskPersonalData=all");

    assertThat(options.forManifest().get("input"), is("in/[email]/*.txt"));
  }

  private static String masks(String kinds) {
    return parse("--input=in", "--output=out", "--maskPersonalData=" + kinds)
        .forManifest()
        .get("maskPersonalData");
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

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "0.2", ".5", "20%", "12.5%", "100%", "0%"})
  void aShareIsAFractionOrAPercentage(String share) {
    CurateOptions options =
        parse("--input=in", "--output=out", "--maxRejects=" + share, "--maxDrop=" + share);

    assertThat(options.problems(), empty());
    assertThat(options.gates.gates(), hasSize(4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "1.1", "101%", "-0.1", "%", ".", "a", "", "1e-3", "NaN"})
  void anythingElseIsNone(String share) {
    CurateOptions options = parse("--input=in", "--output=out", "--maxRejects=" + share);

    assertThat(
        options.problems(),
        contains("--maxRejects must be a share, 0 to 1 or 0% to 100%; was: " + share));
  }

  @Test
  void orphansAreRefusedOrPublished() {
    assertThat(
        parse("--input=in", "--output=out", "--orphans=drop").problems(),
        contains("--orphans must be refuse or publish; was: drop"));
    CurateOptions publish = parse("--input=in", "--output=out", "--orphans=publish");
    assertThat(publish.problems(), empty());
    assertThat(publish.gates.gates(), hasSize(1));
  }

  @Test
  void percentagesMeanWhatTheySay() {
    CurateOptions options =
        parse("--input=in", "--output=out", "--maxRejects=12.5%", "--maxDrop=0.3");

    assertThat(
        options.gates.gates().subList(1, 3),
        is(List.of(new GateOnRejects(0.125), new GateOnDrop(0.3))));
  }

  @Test
  void anOptionAfterAFileOfOptionsWins(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("x.args"), "--lockWait=5\n--runId=UPPER\n");
    Console run = Console.run("curate", "@" + file, "--input=" + folder, "--output=", "--runId=r1");

    assertThat(run.code(), is(ExitCode.USAGE.code()));
    assertThat(run.err().strip(), is("winnow: --output must name a folder"));
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
    assertThat(FlinkTarget.of(List.of("--flinkMaster=[local]")).isEmbedded(), is(true));
    assertThat(FlinkTarget.of(List.of()).isEmbedded(), is(true));
    assertThat(FlinkTarget.of(List.of("--flinkMaster=host:8081")).isEmbedded(), is(false));
  }

  private static CurateOptions parse(String... args) {
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs(args);
    return holder.options;
  }
}
