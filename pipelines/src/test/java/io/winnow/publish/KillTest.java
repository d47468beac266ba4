package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.winnow.write.Dataset;
import io.winnow.write.ParquetRows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 2, with real processes. {@code -Dwinnow.kills=N} kills more often than a build has time for.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("winnow.kills", 4);
  private static final int RUNS = 3;
  private static final int MOST_ROUNDS = 6;
  private static final long MOST_NANOS = 150_000_000;

  private @TempDir Path folder;

  @Test
  void showsReadersACompleteStateWheneverTheProcessIsKilled() throws Exception {
    LocalOutput output = LocalOutput.at(folder);
    PublishLoop.publish(output, "r0", 0);
    Random moments = new Random(20260216);
    int read = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start(RUNS, Integer.MAX_VALUE, "r");
      try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
        for (int round = moments.nextInt(MOST_ROUNDS); round >= 0; round--) {
          assertThat(said.readLine(), startsWith("begun"));
          read += readAll(output);
        }
        long until = System.nanoTime() + moments.nextLong(MOST_NANOS);
        while (System.nanoTime() < until) {
          Thread.onSpinWait();
        }
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES), equalTo(true));
      }
      read += readAll(output);
    }
    assertThat(read, greaterThan(0));

    PublishLoop.publish(output, "r0", 0);

    readAll(output);
    assertThat(output.names(".runs"), hasSize(output.published().size()));
    assertThat(output.leaseFile().read().isPresent(), equalTo(false));
  }

  @Test
  void letsTwoProcessesPublishOneAfterTheOther() throws Exception {
    int rounds = 6;
    List<Process> processes = List.of(start(rounds, rounds, "a"), start(rounds, rounds, "b"));
    for (Process process : processes) {
      assertThat(process.waitFor(2, TimeUnit.MINUTES), equalTo(true));
      assertThat(process.exitValue(), equalTo(0));
    }

    LocalOutput output = LocalOutput.at(folder);
    List<PublishedRun> runs = PublishedRuns.read(output).all();
    assertThat(
        runs.stream().map(run -> run.manifest().sequence()).toList(),
        equalTo(LongStream.rangeClosed(1, 2L * rounds).boxed().toList()));
    assertThat(
        runs.stream().map(run -> run.manifest().runId()).toList(),
        containsInAnyOrder(
            IntStream.range(0, rounds)
                .boxed()
                .flatMap(i -> List.of("a" + i, "b" + i).stream())
                .toArray()));
    readAll(output);
  }

  /** Reads and checks every file of every published run; tells how many files that were. */
  private static int readAll(LocalOutput output) throws IOException {
    while (true) {
      try {
        int files = 0;
        for (PublishedRun run : PublishedRuns.read(output).all()) {
          files += check(run);
        }
        return files;
      } catch (NoSuchFileException e) {
        // A run was replaced while we read it: its readers look again.
        assertThat(e.getFile(), isGone(output, e.getFile()), equalTo(true));
      } catch (UncheckedIOException e) {
        // The same, found between opening a file and its first row.
        if (!(e.getCause() instanceof NoSuchFileException gone)) {
          throw e;
        }
        assertThat(gone.getFile(), isGone(output, gone.getFile()), equalTo(true));
      }
    }
  }

  private static boolean isGone(LocalOutput output, String file) throws IOException {
    return output.published().values().stream()
        .noneMatch(folder -> file.startsWith(output.location(folder) + "/"));
  }

  private static int check(PublishedRun run) throws IOException {
    int files = 0;
    for (Dataset<?> dataset : Dataset.all()) {
      for (Manifest.DataFile file : run.manifest().datasets().get(dataset.name()).files()) {
        String path = run.folder() + "/" + file.path();
        assertThat(path, Checksum.sha256(run.output(), path), equalTo(file.sha256()));
        assertThat(path, ParquetRows.count(run.output(), path), equalTo(file.rows()));
        files++;
      }
    }
    long[] pieces = new long[2];
    run.forEach(
        Dataset.LEDGER,
        row -> {
          pieces[0] += row.getSplit();
          pieces[1] += row.getPublished() + row.getDuplicates() + row.getRejects();
        });
    assertThat(pieces[1], equalTo(pieces[0]));
    assertThat(run.manifest().count("split"), equalTo(pieces[0]));
    return files;
  }

  private Process start(int runs, int rounds, String name) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PublishLoop.class.getName(),
                folder.toString(),
                Integer.toString(runs),
                Integer.toString(rounds),
                name));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
