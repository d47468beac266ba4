package io.winnow.read;

import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the kinds of Big5 do not agree about. */
final class Big5Kinds {
  private static final List<String> KINDS = List.of("x-windows-950", "Big5", "x-MS950-HKSCS");

  /** Characters that have several codes, in one kind or in different ones. */
  static final BitSet AMBIGUOUS = ambiguous();

  private Big5Kinds() {}

  private static BitSet ambiguous() {
    Map<Character, Integer> codes = new HashMap<>();
    BitSet ambiguous = new BitSet();
    for (String kind : KINDS) {
      Charset charset = Charset.forName(kind);
      for (int code = 0x8140; code <= 0xFEFE; code++) {
        String text = new String(new byte[] {(byte) (code >> 8), (byte) code}, charset);
        if (text.length() == 1 && text.charAt(0) >= 0x80) {
          Integer other = codes.putIfAbsent(text.charAt(0), code);
          if (other != null && other != code) {
            ambiguous.set(text.charAt(0));
          }
        }
      }
    }
    return ambiguous;
  }
}
