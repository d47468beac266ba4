package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.publish.PublishException.DiskFull;
import io.winnow.publish.PublishException.OutputUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalOutputTest {
  private @TempDir Path folder;

  @Test
  void makesTheFolderAndThoseAboveIt() throws Exception {
    LocalOutput output = LocalOutput.at(folder.resolve("新/out"));

    output.prepare();

    assertThat(output.names(""), contains(".runs"));
    assertThat(output.published(), anEmptyMap());
  }

  @Test
  void refusesAnOutputBelowAFile() throws IOException {
    Files.writeString(folder.resolve("file"), "");

    OutputUnusable refused =
        assertThrows(
            OutputUnusable.class, () -> LocalOutput.at(folder.resolve("file/out")).prepare());

    assertThat(refused.exitCode(), equalTo(2));
    assertThat(
        refused.getMessage(),
        allOf(containsString("--output: cannot write to"), containsString("file")));
  }

  @Test
  void refusesAnOutputThatIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThrows(OutputUnusable.class, () -> LocalOutput.at(file).prepare());
  }

  @Test
  void refusesAnOutputWhereNothingCanBeMade() {
    assertThrows(OutputUnusable.class, () -> LocalOutput.at(Path.of("/proc/winnow/out")).prepare());
  }

  @Test
  void asksForRoomBeforeItIsNeeded() throws Exception {
    LocalOutput output = LocalOutput.at(folder);
    output.requireRoom(1);

    DiskFull refused = assertThrows(DiskFull.class, () -> output.requireRoom(Long.MAX_VALUE));

    assertThat(refused.getMessage(), containsString("free"));
    assertThat(refused.exitCode(), equalTo(1));
  }

  @Test
  void showsARunUnderItsLink() throws Exception {
    LocalOutput output = LocalOutput.at(folder);
    output.prepare();
    attempt("r1.1");
    attempt("r1.2");

    output.publish(Map.of("r1", Optional.of(".runs/r1.1")));
    output.publish(Map.of("r1", Optional.of(".runs/r1.2")));

    assertThat(output.published(), equalTo(Map.of("r1", ".runs/r1.2")));
    assertThat(Files.readSymbolicLink(folder.resolve("run=r1")), equalTo(Path.of(".runs/r1.2")));
  }

  @Test
  void readsACopyThatHasFoldersForLinks() throws Exception {
    Files.createDirectories(folder.resolve("run=r1"));
    Files.writeString(folder.resolve("run=r1/manifest.json"), "{}");
    Files.createDirectories(folder.resolve("run=half"));

    assertThat(LocalOutput.at(folder).published(), equalTo(Map.of("r1", "run=r1")));
  }

  @Test
  void readsACopyOfABucketByItsManifests() throws Exception {
    Files.createDirectories(folder.resolve("run=r1"));
    Files.writeString(folder.resolve("run=r1/manifest.json"), "{\"folder\": \".runs/r1.7\"}");
    Files.createDirectories(folder.resolve("run=r2"));
    Files.writeString(folder.resolve("run=r2/manifest.json"), "{\"folder\": \"../../away\"}");

    assertThat(
        LocalOutput.at(folder).published(), equalTo(Map.of("r1", ".runs/r1.7", "r2", "run=r2")));
  }

  @Test
  void refusesToReplaceACopyAndSaysWhatToDo() throws Exception {
    Files.createDirectories(folder.resolve("run=r1"));
    LocalOutput output = LocalOutput.at(folder);

    OutputUnusable refused =
        assertThrows(OutputUnusable.class, () -> output.requireReplaceable("r1"));

    assertThat(refused.getMessage(), containsString("ln -s .runs/r1.copied run=r1"));
    output.requireReplaceable("r2");
  }

  @Test
  void takesNoLinkForARunThatLeadsNowhere() throws Exception {
    Files.createSymbolicLink(folder.resolve("run=r1"), Path.of(".runs/gone"));

    assertThat(LocalOutput.at(folder).published(), anEmptyMap());
  }

  @Test
  void knowsAnAttemptHoweverItsLinkIsWritten() throws Exception {
    LocalOutput output = LocalOutput.at(folder);
    output.prepare();
    attempt("r1.1");
    Files.createSymbolicLink(
        folder.resolve("run=r1"), folder.resolve(".runs/../.runs/r1.1").toAbsolutePath());

    assertThat(output.published(), equalTo(Map.of("r1", ".runs/r1.1")));
    Staging.sweep(output);
    assertThat(output.names(".runs"), contains("r1.1"));
  }

  @Test
  void keepsNamesInAnyScript() throws Exception {
    LocalOutput output = LocalOutput.at(folder.resolve("输出 [1]*"));
    output.prepare();

    output.create("文章/甲.parquet").close();

    assertThat(output.files("文章"), contains("文章/甲.parquet"));
    assertThat(output.size("文章/甲.parquet"), equalTo(0L));
  }

  private void attempt(String name) throws IOException {
    Files.createDirectory(folder.resolve(".runs").resolve(name));
    Files.writeString(folder.resolve(".runs").resolve(name).resolve("manifest.json"), "{}");
  }
}
