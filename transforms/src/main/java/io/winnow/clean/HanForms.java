package io.winnow.clean;

import io.winnow.text.Scripts;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;

/**
 * Han characters of a text that only one way of writing has: traditional, simplified, Japanese. The
 * national character sets tell which: a character of GB 2312 that Big5 lacks is simplified, one of
 * Big5, or of Hong Kong's set, that GB 2312 lacks traditional, and one that only JIS has is
 * Japanese.
 *
 * @param chinese those of the simplified that Japan does not share
 */
record HanForms(int traditional, int simplified, int chinese, int japanese) {
  private static final BitSet TRADITIONAL = new BitSet();
  private static final BitSet SIMPLIFIED = new BitSet();
  private static final BitSet CHINESE = new BitSet();
  private static final BitSet JAPANESE = new BitSet();

  static {
    CharsetEncoder simplified = Charset.forName("GB2312").newEncoder();
    CharsetEncoder traditional = Charset.forName("Big5").newEncoder();
    CharsetEncoder hongKong = Charset.forName("Big5-HKSCS").newEncoder();
    CharsetEncoder japanese = Charset.forName("Shift_JIS").newEncoder();
    for (char c = 0x4E00; c <= 0x9FFF; c++) {
      boolean gb = simplified.canEncode(c);
      boolean big5 = traditional.canEncode(c);
      boolean jis = !gb && !big5 && japanese.canEncode(c);
      TRADITIONAL.set(c, !gb && !jis && (big5 || hongKong.canEncode(c)));
      SIMPLIFIED.set(c, gb && !big5);
      CHINESE.set(c, gb && !big5 && !japanese.canEncode(c));
      JAPANESE.set(c, jis);
    }
  }

  static HanForms of(String text) {
    int traditional = 0;
    int simplified = 0;
    int chinese = 0;
    int japanese = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Scripts.isHan(c)) {
        traditional += TRADITIONAL.get(c) ? 1 : 0;
        simplified += SIMPLIFIED.get(c) ? 1 : 0;
        chinese += CHINESE.get(c) ? 1 : 0;
        japanese += JAPANESE.get(c) ? 1 : 0;
      }
    }
    return new HanForms(traditional, simplified, chinese, japanese);
  }
}
