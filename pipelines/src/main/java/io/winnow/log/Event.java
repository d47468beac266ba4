package io.winnow.log;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an operator cares about: a name that stays the same between versions, and fields.
 * {@code runner-configs/README.md} lists them all.
 *
 * <p>Fields hold ids, counts, places and times; never a text or title of an article, nor a secret.
 */
public final class Event {
  private final String name;
  private final Map<String, Object> fields = new LinkedHashMap<>();

  private Event(String name) {
    this.name = name;
  }

  /** An event without fields yet. */
  public static Event named(String name) {
    return new Event(name);
  }

  /** Whether a log record is an event. */
  public static boolean is(LogRecord logged) {
    return logged instanceof EventRecord;
  }

  /** Adds a field; one that is null is left out. */
  public Event with(String field, @Nullable Object value) {
    if (value != null) {
      fields.put(field, value);
    }
    return this;
  }

  /** Logs it at INFO, in the name of {@code source}. */
  public void log(Class<?> source) {
    log(source, Level.INFO);
  }

  /** Logs it in the name of {@code source}. */
  public void log(Class<?> source, Level level) {
    log(source, level, null);
  }

  /** Logs it with the stack trace of a surprise. */
  public void log(Class<?> source, Level level, @Nullable Throwable surprise) {
    EventRecord event = new EventRecord(level, name, Collections.unmodifiableMap(fields));
    event.setThrown(surprise);
    event.setLoggerName(source.getName());
    Logger.getLogger(source.getName()).log(event);
  }
}
