package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedRunsTest {
  private @TempDir Path folder;
  private LocalOutput output;

  @BeforeEach
  void open() {
    output = LocalOutput.at(folder);
  }

  @Test
  void startsAtSequenceOneWithoutAnyHistory() throws IOException {
    History history = PublishedRuns.read(output).historyFor("r1");

    assertThat(history.sequence(), equalTo(1L));
    assertThat(history.date(), equalTo(Optional.empty()));
    assertThat(history.runs(), anEmptyMap());
    assertThat(history.knownSha256(), anEmptyMap());
    assertThat(history.fingerprintFiles(), empty());
  }

  @Test
  void givesANewRunTheNextSequenceAndAllBeforeIt() throws Exception {
    publishThree();

    History history = PublishedRuns.read(output).historyFor("r9");

    assertThat(history.sequence(), equalTo(4L));
    assertThat(history.runs(), equalTo(Map.of("r1", 1L, "r2", 2L, "r3", 3L)));
    assertThat(history.fingerprintFiles(), hasSize(3));
    assertThat(
        history.knownSha256(),
        equalTo(
            Map.of(
                "a.txt", List.of("file-of-a.txt"),
                "b.txt", List.of("file-of-b.txt"),
                "c.txt", List.of("file-of-c.txt"))));
  }

  @Test
  void showsARunRunAgainNeitherItselfNorLaterFingerprints() throws Exception {
    publishThree();

    PublishedRuns runs = PublishedRuns.read(output);
    History history = runs.historyFor("r2");

    assertThat(history.sequence(), equalTo(2L));
    assertThat(history.date(), equalTo(Optional.of(LocalDate.of(2026, 2, 16))));
    assertThat(history.runs(), equalTo(Map.of("r1", 1L, "r3", 3L)));
    assertThat(
        history.fingerprintFiles(),
        contains(
            output.location(
                runs.find("r1").orElseThrow().folder() + "/fingerprints/part-00000.parquet")));
    assertThat(history.knownSha256().keySet(), containsInAnyOrder("a.txt", "c.txt"));
  }

  @Test
  void failsOnAManifestThatIsNone() throws Exception {
    publishThree();
    Files.writeString(folder.resolve("run=r2/manifest.json"), "{\"run_id\":\"r2\"");

    IOException failure = assertThrows(IOException.class, () -> PublishedRuns.read(output));

    assertThat(failure.getMessage(), containsString("manifest.json is no manifest"));
  }

  @Test
  void readsManifestsOfLaterVersionsWithMoreInThem() throws Exception {
    publishThree();
    Path manifest = folder.resolve("run=r2/manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replaceFirst("\\{", "{ \"new_in_2\": {\"a\": 1},"));

    assertThat(PublishedRuns.read(output).all(), hasSize(3));
  }

  private void publishThree() throws Exception {
    SampleRun.of("r1", "a.txt").withSequence(1).publish(output);
    SampleRun.of("r2", "b.txt").withSequence(2).publish(output);
    SampleRun.of("r3", "c.txt").withSequence(3).publish(output);
  }
}
