package io.winnow.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/**
 * One value of an answer, as JSON.
 *
 * <p>Dates and instants are ISO 8601 strings, bytes hexadecimal ones.
 */
record Value(JsonNode json) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A value as the driver gives it. */
  static Value of(@Nullable Object value) throws SQLException {
    return new Value(node(value));
  }

  /** Right-aligned in tables. */
  boolean isNumber() {
    return json.isNumber();
  }

  boolean isNull() {
    return json.isNull();
  }

  /** The value as text: strings as they are, lists and structs as JSON, null as nothing. */
  String text() {
    if (json.isNull()) {
      return "";
    }
    return json.isTextual() ? json.textValue() : json.toString();
  }

  private static JsonNode node(@Nullable Object value) throws SQLException {
    if (value == null) {
      return NODES.nullNode();
    } else if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    } else if (value instanceof Double || value instanceof Float) {
      return decimal(((Number) value).doubleValue());
    } else if (value instanceof BigDecimal decimal) {
      return DecimalNode.valueOf(decimal);
    } else if (value instanceof BigInteger integer) {
      return NODES.numberNode(integer);
    } else if (value instanceof Number integer) {
      return NODES.numberNode(integer.longValue());
    } else if (value instanceof Array list) {
      return list((Object[]) list.getArray());
    } else if (value instanceof Object[] list) {
      return list(list);
    } else if (value instanceof DuckDBStruct struct) {
      return object(struct.getMap());
    } else if (value instanceof Map<?, ?> map) {
      return object(map);
    } else if (value instanceof Timestamp instant) {
      LocalDateTime time = instant.toLocalDateTime();
      return NODES.textNode(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
    } else if (value instanceof Blob blob) {
      return NODES.textNode(HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length())));
    }
    return NODES.textNode(value.toString());
  }

  private static JsonNode decimal(double value) {
    return Double.isFinite(value)
        ? NODES.numberNode(value)
        : NODES.textNode(Double.toString(value));
  }

  private static ArrayNode list(@Nullable Object[] values) throws SQLException {
    ArrayNode list = NODES.arrayNode();
    for (Object value : values) {
      list.add(node(value));
    }
    return list;
  }

  private static ObjectNode object(Map<?, ?> fields) throws SQLException {
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      object.set(String.valueOf(field.getKey()), node(field.getValue()));
    }
    return object;
  }
}
