package io.winnow.quality;

import io.winnow.text.Folding;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.BitSet;
import java.util.List;

/** Measures what the characters of the text lines of a text are. */
final class CharSignals {
  private static final int FIRST_HAN = 0x4E00;
  private static final int LAST_HAN = 0x9FFF;
  private static final BitSet COMMON = common();

  private CharSignals() {}

  static void putInto(Signals signals, String text, List<TextLine> lines) {
    int all = 0;
    int letters = 0;
    int digits = 0;
    int rare = 0;
    int broken = 0;
    int addresses = 0;
    int address = text.indexOf("://");
    for (TextLine line : lines) {
      if (!line.kind().isText()) {
        continue;
      }
      if (address >= 0 && address < line.from()) {
        address = text.indexOf("://", line.from());
      }
      addresses += address >= 0 && address < line.to() ? addressChars(text, line) : 0;
      for (int i = line.from(); i < line.to(); i++) {
        char c = text.charAt(i);
        if (c <= ' ' || Character.isLowSurrogate(c)) {
          continue;
        }
        all++;
        if (c < 0x80) {
          letters += (c | 32) >= 'a' && (c | 32) <= 'z' ? 1 : 0;
          digits += c >= '0' && c <= '9' ? 1 : 0;
        } else if (c >= FIRST_HAN && c <= LAST_HAN) {
          letters++;
          rare += isCommon(Folding.simplify(c)) ? 0 : 1;
        } else if (Character.isLetter(c)) {
          letters++;
          broken += c >= 0x3400 && c < FIRST_HAN ? 1 : 0;
        } else {
          broken += isBroken(c) ? 1 : 0;
        }
      }
    }
    signals.putShare("letter_share", letters, all);
    signals.putShare("digit_share", digits, all);
    signals.putShare("address_share", addresses, all);
    signals.putShare("broken_char_share", broken, all);
    signals.putShare("rare_han_share", rare, letters);
  }

  private static boolean isCommon(int simple) {
    return simple >= FIRST_HAN && COMMON.get(simple - FIRST_HAN);
  }

  /** Characters that stand for lost ones, or that no text has. */
  private static boolean isBroken(char c) {
    int type = Character.getType(c);
    return c == 0xFFFD
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED
        || type == Character.CONTROL
        || c >= 0x2500 && c <= 0x259F;
  }

  private static int addressChars(String text, TextLine line) {
    int chars = 0;
    for (int at = text.indexOf("://", line.from());
        at >= 0 && at < line.to();
        at = text.indexOf("://", at)) {
      int end = at + 3;
      while (end < line.to() && text.charAt(end) > ' ' && text.charAt(end) < 0x2E80) {
        end++;
      }
      chars += end - at + 5;
      at = end;
    }
    return chars;
  }

  /** The 3,755 characters that GB 2312 holds for common. */
  private static BitSet common() {
    BitSet common = new BitSet();
    CharsetEncoder encoder =
        Charset.forName("GB2312")
            .newEncoder()
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .onMalformedInput(CodingErrorAction.REPLACE);
    for (int c = FIRST_HAN; c <= LAST_HAN; c++) {
      ByteBuffer bytes = ByteBuffer.allocate(4);
      encoder.reset();
      encoder.encode(CharBuffer.wrap(new char[] {(char) c}), bytes, true);
      common.set(c - FIRST_HAN, bytes.position() == 2 && (bytes.get(0) & 0xFF) < 0xD8);
    }
    return common;
  }
}
