package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.winnow.publish.ChangedRuns.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewsMarkTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 16);

  private @TempDir Path folder;
  private LocalOutput output;
  private ViewsMark mark;

  @BeforeEach
  void publishTwoRuns() throws Exception {
    output = LocalOutput.at(folder);
    mark = new ViewsMark(output);
    SampleRun.of("r1", "a.txt").publish(output);
    SampleRun.of("r2", "b.txt").withSequence(2).publish(output);
  }

  @Test
  void knowsNothingBeforeTheFirstRendering() throws Exception {
    assertThat(mark.isCurrent(), equalTo(false));
    assertThat(mark.changes(published()), equalTo(ChangedRuns.unknown()));
  }

  @Test
  void tellsWhatWasAddedReplacedAndRemoved() throws Exception {
    mark.set(published());
    assertThat(mark.isCurrent(), equalTo(true));
    assertThat(mark.changes(published()).all(), empty());

    SampleRun.of("r3", "c.txt").withSequence(3).publish(output);
    assertThat(mark.isCurrent(), equalTo(false));
    assertThat(mark.changes(published()), equalTo(changed(true, "r3")));

    SampleRun.of("r1", "d.txt").publish(output);
    output.publish(Map.of("r2", Optional.empty()));
    assertThat(mark.changes(published()), equalTo(changed(false, "r1", "r2", "r3")));
  }

  @Test
  void aRenderingThatWasCutOffIsNotForgottenThoughItsRunGoes() throws Exception {
    mark.set(published());
    SampleRun.of("r3", "c.txt").withSequence(3).publish(output);
    mark.begin(published());
    output.publish(Map.of("r3", Optional.empty()));

    assertThat(mark.isCurrent(), equalTo(false));
    assertThat(mark.changes(published()), equalTo(changed(false, "r3")));
  }

  @Test
  void sharedFoldersAreNoRuns() throws Exception {
    mark.set(published());
    output.makeFolder(".runs/SHARED-1.1");
    output.publish(Map.of("SHARED-1", Optional.of(".runs/SHARED-1.1")));

    assertThat(mark.isCurrent(), equalTo(true));
    assertThat(mark.changes(published()).all(), empty());
  }

  @Test
  void readsTheMarkOfAnEarlierVersion() throws Exception {
    Files.writeString(folder.resolve(".views"), String.join("\n", output.published().values()));

    assertThat(mark.isCurrent(), equalTo(true));
    SampleRun.of("r3", "c.txt").withSequence(3).publish(output);
    assertThat(mark.changes(published()), equalTo(changed(true, "r3")));
    output.publish(Map.of("r1", Optional.empty()));
    assertThat(mark.changes(published()).isUnknown(), equalTo(true));
  }

  private PublishedRuns published() throws Exception {
    return PublishedRuns.read(output);
  }

  private static ChangedRuns changed(boolean onlyAdded, String... ids) {
    return new ChangedRuns(
        Set.of(ids).stream().map(id -> new Run(id, DAY)).collect(Collectors.toSet()),
        onlyAdded,
        false);
  }
}
