package io.winnow.log;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * {@code 2026-02-16T03:00:01.234Z INFO published run=r1 articles=12}: time in UTC, level, event,
 * {@code key=value}. A value that is not one plain word is quoted as in JSON, so that an event is
 * one line.
 */
public final class TextFormat extends Formatter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final UnaryOperator<String> shown;

  public TextFormat() {
    this(UnaryOperator.identity());
  }

  /**
   * The same.
   *
   * @param shown what is shown of a text
   */
  public TextFormat(UnaryOperator<String> shown) {
    this.shown = shown;
  }

  @Override
  public String format(LogRecord logged) {
    StringBuilder line = new StringBuilder(time(logged)).append(' ').append(level(logged));
    if (!(logged instanceof EventRecord)) {
      line.append(' ').append(logged.getLoggerName());
    }
    line.append(' ').append(message(logged)).append('\n');
    if (logged.getThrown() != null) {
      line.append(shown.apply(trace(logged.getThrown())));
    }
    return line.toString();
  }

  /** Numbers in the fields of an event are counts, and stay. */
  private String message(LogRecord logged) {
    if (!(logged instanceof EventRecord event)) {
      return shown.apply(formatMessage(logged));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    event
        .fields()
        .forEach(
            (key, value) ->
                fields.put(key, value instanceof Number ? value : shown.apply(value.toString())));
    return event(event.name(), fields);
  }

  static String event(String name, Map<String, Object> fields) {
    StringBuilder text = new StringBuilder(name);
    fields.forEach((key, value) -> text.append(' ').append(key).append('=').append(word(value)));
    return text.toString();
  }

  static String time(LogRecord logged) {
    return TIME.format(logged.getInstant());
  }

  static String level(LogRecord logged) {
    Level level = logged.getLevel();
    return level.equals(Level.SEVERE)
        ? "ERROR"
        : level.equals(Level.WARNING) ? "WARN" : level.equals(Level.INFO) ? "INFO" : "DEBUG";
  }

  static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static String word(Object value) {
    String text = value.toString();
    boolean plain =
        !text.isEmpty()
            && text.codePoints()
                .noneMatch(c -> c <= ' ' || c == '"' || c == '=' || Character.isISOControl(c));
    return plain
        ? text
        : "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}
