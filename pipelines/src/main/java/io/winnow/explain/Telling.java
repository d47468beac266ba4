package io.winnow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;

/** Takes an explanation, piece by piece, and writes it down. */
interface Telling {
  /** The answer in a sentence or two. */
  void answer(String sentence) throws IOException;

  /** Begins a section. */
  void section(String key, String heading) throws IOException;

  /**
   * A fact.
   *
   * @param value for programs
   * @param phrase for people
   */
  void fact(String key, String label, JsonNode value, String phrase) throws IOException;

  /** Columns for programs; people read them in the phrases of facts. */
  void data(Row row, List<String> columns);

  /** A sentence of ours. */
  void say(String key, String sentence) throws IOException;

  /**
   * Rows. For people a number stands right, an id is cut to its first digits, true is an arrow and
   * false nothing.
   */
  void table(String key, List<String> columns, List<List<JsonNode>> rows) throws IOException;

  /** Rows of which people are shown only the first. */
  default void table(String key, List<String> columns, List<List<JsonNode>> rows, int shown)
      throws IOException {
    table(key, columns, rows);
  }

  /** Rows for programs; people read them in the phrases of facts. */
  default void data(String key, List<String> columns, List<List<JsonNode>> rows)
      throws IOException {}

  /** Places of two texts side by side. */
  void passages(String key, List<Alignment.Passage> passages) throws IOException;

  /** Ends it. */
  void end() throws IOException;

  /** A fact that is text. */
  default void fact(String key, String label, String text) throws IOException {
    if (!text.isEmpty()) {
      fact(key, label, node(text), text);
    }
  }

  static JsonNode node(String text) {
    return JsonNodeFactory.instance.textNode(text);
  }

  static JsonNode node(long number) {
    return JsonNodeFactory.instance.numberNode(number);
  }

  static JsonNode node(boolean flag) {
    return JsonNodeFactory.instance.booleanNode(flag);
  }

  /** A share or score, to three digits. */
  static JsonNode node(double number) {
    return JsonNodeFactory.instance.numberNode(Math.rint(number * 1000) / 1000);
  }
}
