package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configuration files of a newer version end the command before any data is read. */
class NewerConfigurationTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"--quality", "--taxonomy", "--boilerplateRules", "--fields", "--limits"})
  void isRefusedWithItsFileAndLine(String option) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "what: {is: new}\nversion: 2\n");

    Console refused = curate(option + "=" + file);

    assertThat(refused.err(), refused.code(), is(ExitCode.USAGE.code()));
    assertThat(
        refused.err(),
        containsString(
            file + ":2: the file is of version 2, but this Winnow knows up to version 1"));
    assertThat(refused.err(), not(containsString("unknown key")));
    assertThat(Files.exists(folder.resolve("out")), is(false));
  }

  @Test
  void isReportedBesideWhatIsWrongElsewhere() throws IOException {
    Path newer = Files.writeString(folder.resolve("newer.yaml"), "version: 2\n");
    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "version: x\nodd: 1\n");

    Console refused = curate("--taxonomy=" + newer, "--limits=" + wrong);

    assertThat(refused.err(), containsString(newer + ":1: the file is of version 2"));
    assertThat(refused.err(), containsString(wrong + ":1: 'version' must be a whole number"));
    assertThat(refused.err(), containsString(wrong + ":2: unknown key 'odd'"));
  }

  private Console curate(String... options) {
    String[] command = new String[options.length + 3];
    command[0] = "curate";
    command[1] = "--input=" + Path.of("..", "samples");
    command[2] = "--output=" + folder.resolve("out");
    System.arraycopy(options, 0, command, 3, options.length);
    return Console.run(command);
  }
}
