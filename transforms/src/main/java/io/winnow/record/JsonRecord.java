package io.winnow.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of a JSON dump, read by the names of {@link RecordFields}.
 *
 * <p>Values may be strings, numbers or booleans; lists of them; or objects that wrap one, such as
 * {@code {"name": ...}} or {@code {"rendered": ...}}.
 */
final class JsonRecord {
  private static final List<String> WRAPPED =
      List.of(
          "name",
          "rendered",
          "value",
          "text",
          "html",
          "content",
          "main",
          "original",
          "$t",
          "#text",
          "__cdata",
          "_");

  private final RecordFields fields;
  private final Map<String, JsonNode> values = new HashMap<>();

  JsonRecord(JsonNode object, RecordFields fields) {
    this.fields = fields;
    object
        .properties()
        .forEach(entry -> values.putIfAbsent(RecordFields.key(entry.getKey()), entry.getValue()));
  }

  /** The values of a field in order, blank ones left out; empty where the record has none. */
  List<String> all(String field) {
    for (String key : fields.keys(field)) {
      List<String> found = valuesOf(key);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** The first value of a field; null where the record has none. */
  @Nullable String first(String field) {
    List<String> all = all(field);
    return all.isEmpty() ? null : all.get(0);
  }

  /** The values of a field, one paragraph each; null where the record has none. */
  @Nullable String paragraphs(String field) {
    List<String> all = all(field);
    return all.isEmpty() ? null : String.join("\n\n", all);
  }

  /** The name, as {@link RecordFields#key} makes it, that holds a field; null without one. */
  @Nullable String source(String field) {
    return fields.keys(field).stream()
        .filter(key -> !valuesOf(key).isEmpty())
        .findFirst()
        .orElse(null);
  }

  private List<String> valuesOf(String key) {
    List<String> found = new ArrayList<>();
    JsonNode node = values.get(key);
    int dot = key.indexOf('.');
    if (node == null && dot > 0) {
      node = below(values.get(key.substring(0, dot)), key.substring(dot + 1));
    }
    if (node != null) {
      collect(node, found);
    }
    return found;
  }

  private static @Nullable JsonNode below(@Nullable JsonNode object, String key) {
    if (object == null) {
      return null;
    }
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (RecordFields.key(entry.getKey()).equals(key)) {
        return entry.getValue();
      }
    }
    return null;
  }

  private static void collect(JsonNode node, List<String> found) {
    if (isRunningText(node)) {
      StringBuilder text = new StringBuilder();
      node.forEach(part -> text.append((part.isTextual() ? part : part.path("text")).asText()));
      found.add(text.toString());
    } else if (node.isArray()) {
      node.forEach(item -> collect(item, found));
    } else if (node.isObject()) {
      for (String key : WRAPPED) {
        JsonNode inner = node.get(key);
        if (inner != null) {
          collect(inner, found);
          return;
        }
      }
    } else if (!node.isNull() && !node.asText().isBlank()) {
      found.add(node.asText());
    }
  }

  /** Whether a list is one text in parts, plain ones and styled ones, as messengers export it. */
  private static boolean isRunningText(JsonNode node) {
    boolean plain = false;
    boolean styled = false;
    for (JsonNode part : node.isArray() ? node : MissingNode.getInstance()) {
      plain |= part.isTextual();
      styled |= part.path("text").isTextual();
    }
    return plain && styled;
  }
}
