package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkSwitchTest {
  private static final int KILLS = Integer.getInteger("winnow.kills", 4) * 3;

  private @TempDir Path folder;
  private LocalOutput output;

  @BeforeEach
  void prepare() throws Exception {
    output = LocalOutput.at(folder);
    output.prepare();
  }

  @Test
  void changesAddsAndRemovesInOneStep() throws Exception {
    publish("changed", "changed.1");
    publish("removed", "removed.1");
    publish("stays", "stays.1");
    attempt("changed.2");
    attempt("PACK-1.1");

    output.publish(
        Map.of(
            "changed", Optional.of(".runs/changed.2"),
            "removed", Optional.empty(),
            "PACK-1", Optional.of(".runs/PACK-1.1")));

    assertThat(
        output.published(),
        equalTo(
            Map.of(
                "changed", ".runs/changed.2",
                "stays", ".runs/stays.1",
                "PACK-1", ".runs/PACK-1.1")));
    assertThat(
        Files.readSymbolicLink(folder.resolve("run=changed")), equalTo(Path.of(".runs/changed.2")));
    assertThat(output.names(""), contains(".runs", "run=PACK-1", "run=changed", "run=stays"));
  }

  @Test
  void removesARun() throws Exception {
    publish("gone", "gone.1");

    output.publish(Map.of("gone", Optional.empty()));

    assertThat(output.names(""), contains(".runs"));
  }

  @Test
  void takesBackWhatDidNotComeAsFarAsTheStep() throws Exception {
    publish("changed", "changed.1");
    halfway("before");

    assertThat(output.published(), equalTo(Map.of("changed", ".runs/changed.1")));
    output.tidy();

    assertThat(output.names(""), contains(".runs", "run=changed"));
    assertThat(
        Files.readSymbolicLink(folder.resolve("run=changed")), equalTo(Path.of(".runs/changed.1")));
  }

  @Test
  void endsWhatCameAsFarAsTheStep() throws Exception {
    publish("changed", "changed.1");
    halfway("after");

    assertThat(
        output.published(),
        equalTo(Map.of("changed", ".runs/changed.2", "added", ".runs/added.2")));
    output.tidy();

    assertThat(output.names(""), contains(".runs", "run=added", "run=changed"));
    assertThat(
        Files.readSymbolicLink(folder.resolve("run=changed")), equalTo(Path.of(".runs/changed.2")));
  }

  /** As a kill leaves it when all links were led through the switch. */
  private void halfway(String now) throws IOException {
    attempt("changed.2");
    attempt("added.2");
    Path before = Files.createDirectories(folder.resolve(".switch/before"));
    Path after = Files.createDirectories(folder.resolve(".switch/after"));
    Files.createSymbolicLink(before.resolve("changed"), Path.of("../../.runs/changed.1"));
    Files.createSymbolicLink(after.resolve("changed"), Path.of("../../.runs/changed.2"));
    Files.createSymbolicLink(after.resolve("added"), Path.of("../../.runs/added.2"));
    Files.createSymbolicLink(folder.resolve(".switch/now"), Path.of(now));
    for (String name : new String[] {"changed", "added"}) {
      Files.deleteIfExists(folder.resolve("run=" + name));
      Files.createSymbolicLink(folder.resolve("run=" + name), Path.of(".switch/now/" + name));
    }
  }

  @Test
  void readersSeeWholeStatesWhileItSwitches() throws Exception {
    SwitchLoop.next(output);
    AtomicBoolean ended = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < 60; i++) {
                  SwitchLoop.next(output);
                }
              } catch (Exception e) {
                throw new IllegalStateException(e);
              } finally {
                ended.set(true);
              }
            });
    writer.start();
    int last = 0;
    while (!ended.get()) {
      int state = SwitchLoop.stateOf(output.published());
      assertThat(state, not(equalTo(0)));
      last = Math.max(last, state);
    }
    writer.join();

    assertThat(last, greaterThan(1));
    assertThat(SwitchLoop.stateOf(output.published()), equalTo(61));
  }

  @Test
  void showsAWholeStateWheneverTheProcessIsKilled() throws Exception {
    Random moments = new Random(20261122);
    int state = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start();
      try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
        said.readLine();
        long until = System.nanoTime() + moments.nextLong(30_000_000);
        while (System.nanoTime() < until) {
          SwitchLoop.stateOf(output.published());
        }
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES), equalTo(true));
      }
      int now = SwitchLoop.stateOf(output.published());
      assertThat(now, greaterThan(state));
      state = now;
    }

    SwitchLoop.next(output);

    assertThat(SwitchLoop.stateOf(output.published()), equalTo(state + 1));
    assertThat(output.names(""), not(hasItem(".switch")));
    assertThat(Files.readSymbolicLink(folder.resolve("run=stays0")).getNameCount(), equalTo(2));
    assertThat(output.names(".runs"), hasSize(22));
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SwitchLoop.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private void publish(String name, String attempt) throws IOException {
    attempt(attempt);
    output.publish(Map.of(name, Optional.of(".runs/" + attempt)));
  }

  private void attempt(String name) throws IOException {
    Files.createDirectory(folder.resolve(".runs").resolve(name));
  }
}
