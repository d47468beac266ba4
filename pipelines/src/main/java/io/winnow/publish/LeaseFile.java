package io.winnow.publish;

import java.io.IOException;
import java.util.Optional;

/** A small text that changes only by comparison with what it was, between all processes. */
public interface LeaseFile {
  /** What it says now; empty when there is none. */
  Optional<String> read() throws IOException;

  /**
   * Replaces {@code expected} by {@code next}; empty stands for no file.
   *
   * @return false, and nothing is changed, when it says anything but {@code expected}
   */
  boolean replace(Optional<String> expected, Optional<String> next) throws IOException;

  /**
   * Runs {@code action} if the file says {@code expected}, and lets nobody change it meanwhile.
   *
   * @return whether it ran
   */
  boolean runIf(String expected, Action action) throws IOException;

  /** What may be done under {@link #runIf}. */
  @FunctionalInterface
  interface Action {
    void run() throws IOException;
  }
}
