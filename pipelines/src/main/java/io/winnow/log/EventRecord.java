package io.winnow.log;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** An event on its way to a handler; any formatter shows its text, ours know its fields. */
@SuppressWarnings("serial")
public final class EventRecord extends LogRecord {
  private final String name;
  private final Map<String, Object> fields;

  EventRecord(Level level, String name, Map<String, Object> fields) {
    super(level, TextFormat.event(name, fields));
    this.name = name;
    this.fields = fields;
  }

  /** Name of the event. */
  public String name() {
    return name;
  }

  /** Its fields by name. */
  public Map<String, Object> fields() {
    return fields;
  }
}
