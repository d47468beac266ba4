package io.winnow.clean;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * Han characters of a text that only one way of writing has: traditional, simplified, Japanese. The
 * national character sets tell which: a character of GB 2312 that Big5 lacks is simplified, one of
 * Big5, or of Hong Kong's set, that GB 2312 lacks traditional, and one that only JIS has is
 * Japanese.
 *
 * @param chinese those of the simplified that Japan does not share
 */
record HanForms(int traditional, int simplified, int chinese, int japanese) {
  private static final char FIRST = 0x4E00;
  private static final char LAST = 0x9FFF;

  /** Of each character bits: traditional, simplified, Chinese alone, Japanese alone. */
  private static final byte[] FORMS = new byte[LAST - FIRST + 1];

  static {
    CharsetEncoder simplified = Charset.forName("GB2312").newEncoder();
    CharsetEncoder traditional = Charset.forName("Big5").newEncoder();
    CharsetEncoder hongKong = Charset.forName("Big5-HKSCS").newEncoder();
    CharsetEncoder japanese = Charset.forName("Shift_JIS").newEncoder();
    for (char c = FIRST; c <= LAST; c++) {
      boolean gb = simplified.canEncode(c);
      boolean big5 = traditional.canEncode(c);
      boolean jis = !gb && !big5 && japanese.canEncode(c);
      int forms = !gb && !jis && (big5 || hongKong.canEncode(c)) ? 1 : 0;
      forms |= gb && !big5 ? 2 : 0;
      forms |= gb && !big5 && !japanese.canEncode(c) ? 4 : 0;
      FORMS[c - FIRST] = (byte) (forms | (jis ? 8 : 0));
    }
  }

  static HanForms of(String text) {
    int traditional = 0;
    int simplified = 0;
    int chinese = 0;
    int japanese = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int forms = c >= FIRST && c <= LAST ? FORMS[c - FIRST] : 0;
      traditional += forms & 1;
      simplified += forms >> 1 & 1;
      chinese += forms >> 2 & 1;
      japanese += forms >> 3 & 1;
    }
    return new HanForms(traditional, simplified, chinese, japanese);
  }
}
