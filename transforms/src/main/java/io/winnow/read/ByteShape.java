package io.winnow.read;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells formats whose records have charsets of their own by their first bytes. */
final class ByteShape {
  /** First bytes that are looked at. */
  static final int HEAD_BYTES = 1 << 16;

  private static final String TYPE = "\nwarc-type:";

  private ByteShape() {}

  /** The format of a dump that begins so; null where it is none of these. */
  static @Nullable SourceFormat formatOf(byte[] bytes, int length) {
    if (startsWith(bytes, length, "WARC/1.") || startsWith(bytes, length, "WARC/0.")) {
      return isWet(bytes, length) ? SourceFormat.WET : SourceFormat.WARC;
    }
    return startsWith(bytes, length, "PAR1") || startsWith(bytes, length, "PARE")
        ? SourceFormat.PARQUET
        : null;
  }

  /** Whether the first record that is not about the file itself is a text taken from a page. */
  private static boolean isWet(byte[] bytes, int length) {
    String head =
        new String(bytes, 0, Math.min(length, HEAD_BYTES), StandardCharsets.ISO_8859_1)
            .toLowerCase(java.util.Locale.ROOT);
    for (int at = head.indexOf(TYPE); at >= 0; at = head.indexOf(TYPE, at + 1)) {
      int from = at + TYPE.length();
      String type = head.substring(from, Math.min(head.length(), from + 32)).strip();
      if (!type.startsWith("warcinfo")) {
        return type.startsWith("conversion");
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, int length, String magic) {
    return length >= magic.length()
        && new String(bytes, 0, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
  }
}
