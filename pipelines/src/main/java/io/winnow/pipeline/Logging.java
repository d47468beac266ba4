package io.winnow.pipeline;

import io.winnow.log.Event;
import io.winnow.log.JsonFormat;
import io.winnow.log.TextFormat;
import io.winnow.privacy.PersonalDataMasker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Sends log lines to standard error: Winnow's own from INFO, libraries' from WARNING.
 *
 * <p>Named by {@code java.util.logging.config.class}, so it works without a file beside the jar.
 * The environment variable {@code WINNOW_LOG_FORMAT} chooses the form; where neither it nor an
 * option did, events are not shown on a terminal, whose reader has the progress line.
 */
public final class Logging {
  /** Form of the log lines. */
  enum Format {
    TEXT,
    JSON
  }

  private static final String VARIABLE = "WINNOW_LOG_FORMAT";

  private static volatile Format current = Format.TEXT;
  private static volatile boolean showsEvents = true;
  private static volatile PersonalDataMasker masker = PersonalDataMasker.NONE;

  public Logging() {
    try (InputStream in = Logging.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String asked = System.getenv().getOrDefault(VARIABLE, "");
    if (asked.isEmpty()) {
      show(Format.TEXT, !Boolean.getBoolean("winnow.terminal"));
    } else {
      use(asked.equalsIgnoreCase("json") ? Format.JSON : Format.TEXT);
    }
  }

  /** Logs in that form from now on. */
  static void use(Format format) {
    show(format, true);
  }

  /** Masks personal data in every line from now on. */
  static void mask(PersonalDataMasker by) {
    masker = by;
    show(current, showsEvents);
  }

  /** A message as it may be shown. */
  static String masked(String message) {
    return masker.mask(message);
  }

  /** Whether every line on standard error is to be a JSON object. */
  static boolean isJson() {
    return current == Format.JSON;
  }

  /** Why the environment cannot be followed; empty when it can. */
  static String problem() {
    String asked = System.getenv().getOrDefault(VARIABLE, "");
    return asked.matches("(?i)(text|json)?")
        ? ""
        : VARIABLE + " must be text or json; was: " + asked;
  }

  private static void show(Format format, boolean events) {
    current = format;
    showsEvents = events;
    UnaryOperator<String> shown = masker.isOn() ? Logging::masked : UnaryOperator.identity();
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.setFormatter(format == Format.JSON ? new JsonFormat(shown) : new TextFormat(shown));
      handler.setFilter(events ? null : Logging::isNoEvent);
    }
  }

  private static boolean isNoEvent(LogRecord logged) {
    return !Event.is(logged);
  }
}
