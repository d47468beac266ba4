package io.winnow.takedown;

import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads all runs, several at once. */
final class EachRun {
  private EachRun() {}

  /** What is found in one run. */
  @FunctionalInterface
  interface Reading<T> {
    T in(PublishedRun run) throws IOException;
  }

  /** What {@code reading} finds in each, by sequence. */
  static <T> List<T> read(PublishedRuns published, Reading<T> reading) throws IOException {
    try {
      return published.all().parallelStream()
          .map(
              run -> {
                try {
                  return reading.in(run);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
