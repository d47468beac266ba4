package io.winnow.train;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A field of a row whose values are kept together in one fold.
 *
 * @param name of the field
 * @param chars its first characters that count; 0 for all
 */
public record GroupField(String name, int chars) {
  private static final int MOST = 1000;

  /**
   * From {@code NAME} or {@code NAME:CHARS}.
   *
   * @throws IllegalArgumentException where it is neither
   */
  public static GroupField parse(String given) {
    int colon = given.lastIndexOf(':');
    String name = colon < 0 ? given : given.substring(0, colon);
    int chars = 0;
    if (colon >= 0) {
      try {
        chars = Integer.parseInt(given.substring(colon + 1));
      } catch (NumberFormatException e) {
        chars = -1;
      }
    }
    if (name.isBlank() || chars < 0 || chars > MOST || colon >= 0 && chars == 0) {
      throw new IllegalArgumentException(
          "must be a field, or FIELD:N for its first N characters, 1 to " + MOST);
    }
    return new GroupField(name, chars);
  }

  String wrong(JsonNode row) {
    return row.path(name).isValueNode() && !row.path(name).isNull()
        ? ""
        : "'" + name + "' of --foldBy is missing";
  }

  String of(JsonNode row) {
    String value = row.get(name).asText();
    return chars == 0 || value.length() <= chars ? value : value.substring(0, chars);
  }
}
