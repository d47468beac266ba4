package io.winnow.read;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells formats whose records have charsets of their own by their first bytes. */
final class ByteShape {
  /** First bytes that are looked at. */
  static final int HEAD_BYTES = 1 << 16;

  private static final String TYPE = "\nwarc-type:";

  private static final Pattern FIELD = Pattern.compile("([A-Za-z][A-Za-z0-9_-]{0,60}):");

  private static final Set<String> CARRIED =
      Set.of("message-id", "received", "mime-version", "return-path", "dkim-signature");

  private ByteShape() {}

  /** The format of a dump that begins so; null where it is none of these. */
  static @Nullable SourceFormat formatOf(byte[] bytes, int length) {
    if (startsWith(bytes, length, "WARC/1.") || startsWith(bytes, length, "WARC/0.")) {
      return isWet(bytes, length) ? SourceFormat.WET : SourceFormat.WARC;
    }
    if (startsWith(bytes, length, "PAR1") || startsWith(bytes, length, "PARE")) {
      return SourceFormat.PARQUET;
    }
    return isMail(bytes, length) ? SourceFormat.EML : null;
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

  /**
   * Whether it begins with the header of a mail: who wrote what or when, and what only programs
   * that carry mail write.
   */
  private static boolean isMail(byte[] bytes, int length) {
    int shown = Math.min(length, HEAD_BYTES);
    if (length == 0 || !(bytes[0] >= 'A' && bytes[0] <= 'z')) {
      return false;
    }
    boolean isFrom = false;
    boolean isTold = false;
    boolean isCarried = false;
    int at = 0;
    while (at < shown) {
      int end = at;
      while (end < shown && bytes[end] != '\n') {
        end++;
      }
      String line = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
      at = end + 1;
      if (line.isBlank()) {
        return isFrom && isTold && isCarried;
      }
      if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        continue;
      }
      Matcher name = FIELD.matcher(line);
      if (!name.lookingAt()) {
        return false;
      }
      String field = name.group(1).toLowerCase(java.util.Locale.ROOT);
      isFrom |= field.equals("from");
      isTold |= field.equals("date") || field.equals("subject");
      isCarried |= CARRIED.contains(field);
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, int length, String magic) {
    return length >= magic.length()
        && new String(bytes, 0, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
  }
}
