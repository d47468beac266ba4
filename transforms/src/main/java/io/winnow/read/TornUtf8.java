package io.winnow.read;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Undoes that UTF-8 was read as GBK, two bytes at a time, which tears its characters of three.
 *
 * <p>A byte 0x80 has no partner there: it became U+FFFD, or the euro sign on Windows, and is known
 * again by what follows, which is no ASCII. A last byte before ASCII also became U+FFFD, but which
 * one it was is lost: that character stays U+FFFD.
 */
final class TornUtf8 {
  /** Characters that must be whole for each that is lost. */
  private static final int WHOLE_FOR_ONE_LOST = 4;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final BitSet lost = new BitSet();

  private TornUtf8() {}

  /** What was meant; null where it is not exactly UTF-8, but for bytes that were lost. */
  static @Nullable String undo(String line) {
    TornUtf8 torn = new TornUtf8();
    try {
      torn.encode(line);
    } catch (CharacterCodingException otherCharacters) {
      return null;
    }
    byte[] all = torn.bytes.toByteArray();
    if (!Encoding.GB18030.plain(all, 0, all.length).equals(line.replace('\u20AC', '\uFFFD'))) {
      return null;
    }
    String text = Garbling.strictly(StandardCharsets.UTF_8, all);
    return text == null ? null : torn.withoutLost(text);
  }

  private void encode(String line) throws CharacterCodingException {
    CharsetEncoder encoder =
        Encoding.GB18030
            .charset()
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      char c = i < line.length() ? line.charAt(i) : '\uFFFD';
      if (c != '\uFFFD' && c != '\u20AC') {
        continue;
      }
      ByteBuffer encoded = encoder.encode(CharBuffer.wrap(line, start, i));
      bytes.write(encoded.array(), 0, encoded.limit());
      if (i < line.length()) {
        if (c == '\uFFFD' && (i + 1 == line.length() || line.charAt(i + 1) < 0x80)) {
          lost.set(bytes.size());
        }
        bytes.write(0x80);
      }
      start = i + 1;
    }
  }

  /** The text with U+FFFD for each character that a lost byte belongs to. */
  private @Nullable String withoutLost(String text) {
    if (lost.isEmpty()) {
      return text;
    }
    StringBuilder whole = new StringBuilder();
    int at = 0;
    int losses = 0;
    int others = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      int found = lost.nextSetBit(at);
      boolean isLost = found >= 0 && found < at + size;
      whole.appendCodePoint(isLost ? 0xFFFD : c);
      losses += isLost ? 1 : 0;
      others += !isLost && c >= 0x80 ? 1 : 0;
      at += size;
    }
    return others >= WHOLE_FOR_ONE_LOST * losses ? whole.toString() : null;
  }
}
