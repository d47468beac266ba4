package io.winnow.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns objects of JSON, or rows of a table, into records by the names of their fields.
 *
 * <p>An object without a text under any known name that wraps one which has it, as search engines
 * export documents, is that one. Where no known name holds a text, the longest string of the object
 * is it, when that is prose; among equally long ones the name decides. Of a text and a fragment of
 * HTML the fragment is taken, which has more of the author's structure; beside a whole page, the
 * text.
 */
public final class JsonMapping implements Serializable {
  private static final long serialVersionUID = 1;

  /** Names of objects that hold the document of a record. */
  private static final List<String> WRAPPERS =
      List.of("_source", "doc", "document", "article", "post", "node", "data", "item", "fields");

  /** Letters that a string under an unknown name must have to be a text. */
  private static final int MIN_GUESSED_LETTERS = 40;

  private static final int MAX_GUESS_DEPTH = 3;

  public static final int DEFAULT_MAX_NESTING = 200;

  private final RecordFields fields;
  private final int maxNesting;

  /** With the default cap. */
  public JsonMapping(RecordFields fields) {
    this(fields, DEFAULT_MAX_NESTING);
  }

  /**
   * @param maxNesting objects and arrays within each other in one record; a deeper one stops
   */
  public JsonMapping(RecordFields fields, int maxNesting) {
    if (maxNesting < 1 || maxNesting > 1000) {
      throw new IllegalArgumentException(
          "maxNesting must be between 1 and 1000, was: " + maxNesting);
    }
    this.fields = fields;
    this.maxNesting = maxNesting;
  }

  /** Objects and arrays that one record may have within each other. */
  public int maxNesting() {
    return maxNesting;
  }

  /**
   * The record that {@code node} is; it stops as {@code malformed-record} where that is no object,
   * as {@code no-text} where it has none.
   *
   * @param raw the record as it stands in its dump
   */
  public SourceRecord record(JsonNode node, String raw) {
    if (!node.isObject()) {
      Stop stop =
          Stop.because(RejectReason.MALFORMED_RECORD, "not an object but " + node.getNodeType());
      return SourceRecord.stopped(raw, Facts.NONE, stop);
    }
    JsonRecord record = unwrapped(node);
    String text = record.paragraphs("text");
    String html = record.paragraphs("html");
    Guess guess = text == null && html == null ? Guess.of(node) : null;
    Facts facts = facts(record);
    if (guess != null) {
      text = guess.text();
    } else if (text == null && html == null) {
      return SourceRecord.stopped(
          raw, facts, Stop.because(RejectReason.NO_TEXT, "no text or html"));
    }
    if (html != null && (text == null || !Media.isHtml(text) && Media.isFragment(html))) {
      return SourceRecord.of(raw, "html", html, facts);
    }
    return SourceRecord.of(raw, Media.of(text), text, facts);
  }

  /** Keys of the columns of a table that may hold what a record tells, or wrap it. */
  Set<String> columns() {
    Set<String> columns = new HashSet<>(WRAPPERS);
    RecordFields.FIELDS.forEach(field -> columns.addAll(columns(field)));
    return columns;
  }

  /** Those of them that may hold its text. */
  Set<String> textColumns() {
    Set<String> columns = new HashSet<>(columns("text"));
    columns.addAll(columns("html"));
    return columns;
  }

  private List<String> columns(String field) {
    return fields.keys(field).stream()
        .map(key -> key.indexOf('.') < 0 ? key : key.substring(0, key.indexOf('.')))
        .toList();
  }

  /** Whether an object has a text of its own, under a known name. */
  boolean hasText(JsonNode node) {
    return node.isObject() && hasText(unwrapped(node));
  }

  /** For each field that a record has, the name it was found under; the text's may be guessed. */
  public Map<String, String> sources(JsonNode node) {
    Map<String, String> sources = new LinkedHashMap<>();
    if (!node.isObject()) {
      return sources;
    }
    JsonRecord record = unwrapped(node);
    for (String field : RecordFields.FIELDS) {
      String source = record.source(field);
      if (source != null) {
        sources.put(field, source);
      }
    }
    Guess guess = hasText(record) ? null : Guess.of(node);
    if (guess != null) {
      sources.put("text", guess.name() + " (longest)");
    }
    return sources;
  }

  private static boolean hasText(JsonRecord record) {
    return record.paragraphs("text") != null || record.paragraphs("html") != null;
  }

  private JsonRecord unwrapped(JsonNode node) {
    JsonRecord record = new JsonRecord(node, fields);
    if (hasText(record)) {
      return record;
    }
    for (String wrapper : WRAPPERS) {
      JsonNode inner = node.get(wrapper);
      if (inner != null && inner.isObject()) {
        JsonRecord wrapped = new JsonRecord(inner, fields);
        if (hasText(wrapped)) {
          return wrapped;
        }
      }
    }
    return record;
  }

  /** What an object says of the records in it. */
  Facts facts(JsonNode object) {
    return facts(new JsonRecord(object, fields));
  }

  private static Facts facts(JsonRecord record) {
    return new Facts(
        record.first("id"),
        record.first("title"),
        record.first("url"),
        record.all("author"),
        record.first("date"),
        record.first("lang"),
        record.first("publication"),
        record.all("path"),
        null);
  }

  /** The text of a record whose fields have names that nobody knows. */
  private record Guess(String name, String text, long letters) {

    /** The longest prose of an object; null where it has none. */
    static @Nullable Guess of(JsonNode object) {
      List<Guess> guesses = new ArrayList<>();
      collect(object, "", 1, guesses);
      Guess best = null;
      for (Guess guess : guesses) {
        boolean better =
            best == null
                || guess.letters > best.letters
                || guess.letters == best.letters && guess.name.compareTo(best.name) < 0;
        best = better ? guess : best;
      }
      return best;
    }

    private static void collect(JsonNode object, String path, int depth, List<Guess> into) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        JsonNode value = entry.getValue();
        String name = path + entry.getKey();
        if (value.isTextual()) {
          long letters = value.textValue().codePoints().filter(Character::isLetter).count();
          if (letters >= MIN_GUESSED_LETTERS && isProse(value.textValue())) {
            into.add(new Guess(name, value.textValue(), letters));
          }
        } else if (value.isObject() && depth < MAX_GUESS_DEPTH) {
          collect(value, name + ".", depth + 1, into);
        }
      }
    }

    /** Prose has spaces, or is written in a script that needs none; addresses and keys are not. */
    private static boolean isProse(String text) {
      return text.strip().codePoints().anyMatch(c -> c == ' ' || Character.isIdeographic(c))
          && !text.startsWith("data:");
    }
  }
}
