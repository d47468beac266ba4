package io.winnow.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/**
 * Tells one JSON document, an array of objects or an object over several lines, from JSON Lines and
 * from texts that begin with a bracket.
 */
final class JsonShape {
  /** Tokens that must be sound: a text with a bracket in front breaks at the first ones. */
  private static final int TOKENS = 64;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private JsonShape() {}

  /**
   * Whether a text is one.
   *
   * @param hinted whether a broken one is one all the same: because {@code head} is only its
   *     beginning, or its name says so
   */
  static boolean isJson(String head, boolean hinted) {
    int start = 0;
    while (start < head.length()
        && (Character.isWhitespace(head.charAt(start)) || head.charAt(start) == '\uFEFF')) {
      start++;
    }
    if (start == head.length() || (head.charAt(start) != '[' && head.charAt(start) != '{')) {
      return false;
    }
    boolean isArray = head.charAt(start) == '[';
    int tokens = 0;
    try (JsonParser parser = JSON.createParser(head.substring(start))) {
      parser.nextToken();
      JsonToken second = parser.nextToken();
      if (isArray ? second != JsonToken.START_OBJECT : second != JsonToken.FIELD_NAME) {
        return false;
      }
      int depth = 1;
      boolean holdsObjects = false;
      for (tokens = 2; depth > 0 || tokens < TOKENS; tokens++) {
        JsonToken token = tokens == 2 ? second : parser.nextToken();
        if (token == null) {
          return true;
        }
        holdsObjects |= token == JsonToken.START_OBJECT;
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (!isArray && depth == 0) {
          return isOneDocument(parser, head, start, holdsObjects);
        }
        if (tokens >= TOKENS && (isArray || parser.currentLocation().getLineNr() > 1)) {
          return true;
        }
      }
      return true;
    } catch (IOException broken) {
      return tokens >= TOKENS || (hinted && tokens > 2);
    }
  }

  /**
   * Whether an object that has ended lay over several lines, or is all there is and may be made of
   * records; one on a line of its own is a record of JSON Lines. What follows has to be JSON, too:
   * an object may be the front matter of a text.
   */
  private static boolean isOneDocument(
      JsonParser parser, String head, int start, boolean holdsObjects) throws IOException {
    int end = start + (int) parser.currentLocation().getCharOffset();
    boolean oneLine = head.substring(start, end).strip().indexOf('\n') < 0;
    JsonToken next = parser.nextToken();
    return oneLine ? holdsObjects && next == null : next == null || next.isStructStart();
  }
}
