package io.winnow.read;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells bytes that are no text: documents of other programs, pictures, programs, noise. */
final class BinarySniffer {
  private static final int SAMPLE_CHARS = 1 << 16;

  /** Random bytes hold 10 % of control characters, programs more, damaged text a few. */
  private static final double MAX_CONTROL_SHARE = 0.03;

  private static final Map<String, String> MAGIC = magic();

  private BinarySniffer() {}

  /** What the file is, by its first bytes; empty where they are not known to be binary. */
  static Optional<String> known(byte[] bytes, int length) {
    String head = new String(bytes, 0, Math.min(length, 16), StandardCharsets.ISO_8859_1);
    return MAGIC.entrySet().stream()
        .filter(known -> head.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** That decoded text holds too many control characters to be text; empty where it does not. */
  static Optional<String> byControls(String text) {
    int length = Math.min(text.length(), SAMPLE_CHARS);
    int controls = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ' ' ? !isOrdinary(c) : c >= 0x7F && isNoCharacter(c)) {
        controls++;
      }
    }
    return controls > length * MAX_CONTROL_SHARE
        ? Optional.of("control characters")
        : Optional.empty();
  }

  /** Control characters of text files and of terminal logs. */
  private static boolean isOrdinary(char c) {
    return c >= '\b' && c <= '\r' || c == 0x1B || c == 0x1A;
  }

  private static boolean isNoCharacter(char c) {
    return c < 0xA0 && c != 0x85 || c == 0xFFFE || c == 0xFFFF;
  }

  private static Map<String, String> magic() {
    Map<String, String> magic = new LinkedHashMap<>();
    magic.put("%PDF-", "PDF document");
    magic.put("{\\rtf", "RTF document");
    magic.put("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "old Office document");
    magic.put("\u0089PNG\r\n", "PNG picture");
    magic.put("\u00FF\u00D8\u00FF", "JPEG picture");
    magic.put("GIF8", "GIF picture");
    magic.put("RIFF", "RIFF media");
    magic.put("ID3", "MP3 audio");
    magic.put("OggS", "Ogg media");
    magic.put("\u007FELF", "program");
    magic.put("\u00CA\u00FE\u00BA\u00BE", "Java class");
    magic.put("SQLite format 3", "SQLite database");
    magic.put("PAR1", "Parquet file");
    magic.put("Obj\u0001", "Avro file");
    return magic;
  }
}
