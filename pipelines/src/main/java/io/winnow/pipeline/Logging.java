package io.winnow.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/**
 * Sends log lines to standard error: Winnow's own from INFO, libraries' from WARNING.
 *
 * <p>Named by {@code java.util.logging.config.class}, so it works without a file beside the jar.
 */
public final class Logging {
  public Logging() {
    try (InputStream in = Logging.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
