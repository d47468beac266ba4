package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.summarize.llm.LlmSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

class LlmOptionsTest {
  @TempDir private Path folder;

  @CommandLine.Command
  private static final class Holder {
    @Mixin private CurateOptions options;
  }

  @Test
  void everyDefaultIsAsDocumented() throws IOException {
    CurateOptions options = parse("--llmEndpoint=http://localhost:11434/v1/");
    assertThat(options.problems(), empty());
    options.llm.load(options.summarizer);
    LlmSpec spec = options.llm.spec(options.summarizer);

    assertThat(spec.requestsPerMinute(), is(60));
    assertThat(spec.concurrency(), is(4));
    assertThat(spec.maxInputChars(), is(6000));
    assertThat(spec.patience().timeout().toSeconds(), is(60L));
    assertThat(spec.patience().attempts(), is(4));
    assertThat(spec.keyVariable(), is("WINNOW_LLM_KEY"));
    assertThat(Files.isDirectory(folder.resolve("cache")), is(true));
    assertThat(options.forManifest().get("llmModel"), is("m"));
    assertThat(options.forManifest().get("llmMaxTokens"), is("50000"));
  }

  @Test
  void nothingIsLoadedForExtractiveSummaries() throws IOException {
    CurateOptions options = plain();
    options.llm.load(options.summarizer);

    assertThat(options.problems(), empty());
    assertThat(options.llm.spec(options.summarizer), nullValue());
    assertThat(options.forManifest().toString(), not(containsString("llm")));
  }

  @Test
  void optionsOfTheModelNeedTheModel() {
    CurateOptions options = plain("--llmModel=m", "--llmTimeout=5");

    assertThat(
        options.problems(),
        contains("--llmModel needs --summarizer=llm", "--llmTimeout needs --summarizer=llm"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8000/v1",
        "http://127.0.0.1/v1",
        "http://[::1]:8000/v1",
        "https://api.example.com/v1"
      })
  void mayBeAsked(String endpoint) {
    assertThat(parse("--llmEndpoint=" + endpoint).problems(), empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://gpu.example.com/v1",
        "http://127.0.0.1.example.com/v1",
        "http://10.0.0.5:8000/v1",
        "ftp://localhost/v1",
        "localhost:8000/v1",
        "https://user:word@example.com/v1",
        "https://example.com/v1?key=word",
        "https://exa mple.com/"
      })
  void mayNotBeAsked(String endpoint) {
    List<String> problems = parse("--llmEndpoint=" + endpoint).problems();

    assertThat(problems, contains(containsString("--llmEndpoint")));
    assertThat(problems.toString(), not(containsString("word@")));
  }

  @Test
  void anotherMachineWithoutEncryptionIsAChoice() {
    assertThat(
        parse("--llmEndpoint=http://10.0.0.5:8000/v1", "--llmAllowHttp").problems(), empty());
  }

  @Test
  void boundsAreToldTogether() {
    assertThat(
        parse(
                "--llmEndpoint=http://localhost/v1",
                "--llmConcurrency=0",
                "--llmRequestsPerMinute=0",
                "--llmTimeout=0",
                "--llmMaxInputChars=10",
                "--llmPrompt=nowhere.yaml",
                "--llmKeyEnv=NO_SUCH_VARIABLE_HERE")
            .problems()
            .size(),
        is(6));
  }

  @Test
  void theCacheLiesOutsideTheOutput() {
    CurateOptions options =
        parse("--llmEndpoint=http://localhost/v1", "--output=" + folder.resolve("cache"));

    assertThat(options.problems(), hasItem(containsString("--llmCache must lie outside")));
  }

  @Test
  void aPromptIsCheckedBeforeAnythingIsRead() throws IOException {
    Path prompt = Files.writeString(folder.resolve("p.yaml"), "system: x\nuser: '{txt}'\n");
    CurateOptions options = parse("--llmEndpoint=http://localhost/v1", "--llmPrompt=" + prompt);

    assertThat(
        assertThrows(IllegalArgumentException.class, () -> options.llm.load(options.summarizer))
            .getMessage(),
        containsString("p.yaml:2: unknown placeholder {txt}"));
  }

  private CurateOptions parse(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--summarizer=llm",
                "--llmModel=m",
                "--llmCache=" + folder.resolve("cache"),
                "--llmMaxRequests=10",
                "--llmMaxTokens=50000"));
    args.addAll(List.of(more));
    return plain(args.toArray(String[]::new));
  }

  private CurateOptions plain(String... more) {
    List<String> args = new ArrayList<>(List.of("--input=in", "--runId=r1"));
    args.addAll(List.of(more));
    if (args.stream().noneMatch(arg -> arg.startsWith("--output="))) {
      args.add("--output=out");
    }
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs(args.toArray(String[]::new));
    return holder.options;
  }
}
