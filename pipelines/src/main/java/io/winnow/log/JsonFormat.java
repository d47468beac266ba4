package io.winnow.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * One JSON object a line: {@code time}, {@code level}, and of an event {@code event} and its
 * fields, of anything else {@code logger}, {@code message} and, with an exception, {@code error}.
 */
public final class JsonFormat extends Formatter {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final UnaryOperator<String> shown;

  public JsonFormat() {
    this(UnaryOperator.identity());
  }

  /**
   * The same.
   *
   * @param shown what is shown of a text
   */
  public JsonFormat(UnaryOperator<String> shown) {
    this.shown = shown;
  }

  @Override
  public String format(LogRecord logged) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("time", TextFormat.time(logged));
    object.put("level", TextFormat.level(logged));
    if (logged instanceof EventRecord event) {
      object.put("event", event.name());
      event.fields().forEach((key, value) -> object.put(key, plain(value)));
    } else {
      object.put("logger", String.valueOf(logged.getLoggerName()));
      object.put("message", shown.apply(formatMessage(logged)));
    }
    if (logged.getThrown() != null) {
      object.put("error", shown.apply(TextFormat.trace(logged.getThrown())));
    }
    try {
      return JSON.writeValueAsString(object) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings and numbers can be written", e);
    }
  }

  private Object plain(Object value) {
    return value instanceof Number || value instanceof Boolean
        ? value
        : shown.apply(value.toString());
  }
}
