package io.winnow.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.IOException;

/** A JSON parser that stops a value which is too long or too deep to be held. */
final class CappedParser extends JsonParserDelegate {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final int maxChars;
  private final int maxDepth;
  private long from;
  private int base;

  CappedParser(JsonParser parser, int maxChars, int maxDepth) {
    super(parser);
    this.maxChars = maxChars;
    this.maxDepth = maxDepth;
  }

  /** Says that a value is over a cap; the parser stands somewhere within it. */
  static final class OverCap extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Stop stop;

    OverCap(Stop stop) {
      super(stop.detail());
      this.stop = stop;
    }

    Stop stop() {
      return stop;
    }
  }

  /** Characters before the current token. */
  long start() {
    return delegate.currentTokenLocation().getCharOffset();
  }

  /** Characters up to the end of what was read. */
  long end() {
    return delegate.currentLocation().getCharOffset();
  }

  /** Objects and arrays that are open. */
  int depth() {
    return getParsingContext().getNestingDepth();
  }

  /** From here on, {@code held} characters of what is being kept count against the cap. */
  void hold(long held) {
    from = start() - held;
    base = depth();
  }

  /** The value that begins at the current token, whole. */
  JsonNode tree() throws IOException {
    hold(0);
    return MAPPER.readTree(this);
  }

  /** Goes on to the end of the object or array that was open at {@code depth}. */
  void skipTo(int depth) throws IOException {
    while (depth() >= depth && delegate.nextToken() != null) {
      // the tokens of a value that nobody keeps
    }
  }

  @Override
  public JsonToken nextToken() throws IOException {
    JsonToken token = delegate.nextToken();
    if (end() - from > maxChars) {
      throw new OverCap(
          Stop.at(RejectReason.TOO_LARGE, "characters of one record", end() - from, maxChars));
    }
    if (depth() - base > maxDepth) {
      throw new OverCap(
          Stop.at(RejectReason.TOO_DEEP, "nesting of one record", depth() - base, maxDepth));
    }
    return token;
  }
}
