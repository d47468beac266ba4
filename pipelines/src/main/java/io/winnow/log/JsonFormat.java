package io.winnow.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * One JSON object a line: {@code time}, {@code level}, and of an event {@code event} and its
 * fields, of anything else {@code logger}, {@code message} and, with an exception, {@code error}.
 */
public final class JsonFormat extends Formatter {
  private static final JsonMapper JSON = JsonMapper.builder().build();

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
      object.put("message", formatMessage(logged));
    }
    if (logged.getThrown() != null) {
      object.put("error", TextFormat.trace(logged.getThrown()));
    }
    try {
      return JSON.writeValueAsString(object) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings and numbers can be written", e);
    }
  }

  private static Object plain(Object value) {
    return value instanceof Number || value instanceof Boolean ? value : value.toString();
  }
}
