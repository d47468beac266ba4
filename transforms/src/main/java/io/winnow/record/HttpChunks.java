package io.winnow.record;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Joins the chunks of an HTTP body (RFC 9112, 7.1).
 *
 * <p>A body that does not begin with a chunk was stored joined, as crawlers do that leave the
 * header in place; it is given as it stands.
 */
final class HttpChunks {
  /** Hexadecimal digits of the size of a chunk in memory. */
  private static final int MAX_DIGITS = 8;

  private final byte[] body;
  private int at;

  private HttpChunks(byte[] body, int from) {
    this.body = body;
    this.at = from;
  }

  /**
   * The joined body from {@code from} on; null where a chunk is damaged or the last one missing.
   */
  static byte @Nullable [] joined(byte[] body, int from) {
    HttpChunks chunks = new HttpChunks(body, from);
    long first = chunks.size();
    if (first < 0) {
      return java.util.Arrays.copyOfRange(body, from, body.length);
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream(body.length - from);
    for (long size = first; size != 0; size = chunks.size()) {
      if (size < 0 || size > body.length - chunks.at) {
        return null;
      }
      joined.write(body, chunks.at, (int) size);
      chunks.at += (int) size;
      if (!chunks.isLineEnd()) {
        return null;
      }
    }
    return joined.toByteArray();
  }

  /** Reads the line before a chunk; -1 where there is none. */
  private long size() {
    long size = 0;
    int digits = 0;
    while (at < body.length && Character.digit(body[at], 16) >= 0 && digits <= MAX_DIGITS) {
      size = size * 16 + Character.digit(body[at++], 16);
      digits++;
    }
    if (digits == 0 || digits > MAX_DIGITS) {
      return -1;
    }
    boolean isExtended = at < body.length && body[at] == ';';
    while (at < body.length
        && (isExtended ? body[at] != '\r' && body[at] != '\n' : body[at] == ' ')) {
      at++;
    }
    return isLineEnd() ? size : -1;
  }

  private boolean isLineEnd() {
    if (at < body.length && body[at] == '\r') {
      at++;
    }
    if (at < body.length && body[at] == '\n') {
      at++;
      return true;
    }
    return false;
  }
}
