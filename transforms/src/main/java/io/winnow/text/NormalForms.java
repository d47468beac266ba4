package io.winnow.text;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Unicode normal forms, equal to those of {@link Normalizer} and far faster for text of the
 * characters that most texts are made of: each of those normalizes by itself, to one character or
 * to the points of an ellipsis, and combines with none of the others.
 */
public final class NormalForms {
  private static final char ELLIPSIS = '…';

  /** Of each character that is plain its NFKC form, of the others 0. */
  private static final char[] COMPATIBLE = new char[1 << 16];

  /** Whether a character is plain and its own NFC form. */
  private static final boolean[] COMPOSED = new boolean[1 << 16];

  static {
    plain(0x1, 0x24F);
    plain(0x391, 0x4FF);
    plain(0x2000, 0x22FF);
    plain(0x2460, 0x26FF);
    plain(0x3000, 0x30FF);
    plain(0xFF00, 0xFFEF);
    for (int c = 0x4E00; c <= 0x9FFF; c++) {
      COMPATIBLE[c] = (char) c;
      COMPOSED[c] = true;
    }
  }

  private NormalForms() {}

  private static void plain(int from, int to) {
    for (int c = from; c <= to; c++) {
      String compatible = Normalizer.normalize(String.valueOf((char) c), Normalizer.Form.NFKC);
      if (!mayCombine((char) c) && compatible.length() == 1 && !mayCombine(compatible.charAt(0))) {
        COMPATIBLE[c] = compatible.charAt(0);
      }
      String composed = Normalizer.normalize(String.valueOf((char) c), Normalizer.Form.NFC);
      COMPOSED[c] = !mayCombine((char) c) && composed.equals(String.valueOf((char) c));
    }
  }

  /** Whether a character may become one with another before it. */
  private static boolean mayCombine(char c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.UNASSIGNED ->
          true;
      default -> c >= 0x1100 && c <= 0x11FF;
    };
  }

  /** Canonical composition; the text itself where nothing changes. */
  public static String nfc(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!COMPOSED[text.charAt(i)]) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  /** Compatibility composition; the text itself where nothing changes. */
  public static String nfkc(String text) {
    int same = 0;
    while (same < text.length() && COMPATIBLE[text.charAt(same)] == text.charAt(same)) {
      same++;
    }
    if (same == text.length()) {
      return text;
    }
    String plain = ofPlain(text, same);
    return plain == null ? Normalizer.normalize(text, Normalizer.Form.NFKC) : plain;
  }

  private static @Nullable String ofPlain(String text, int same) {
    StringBuilder plain = new StringBuilder(text.length() + 8).append(text, 0, same);
    for (int i = same; i < text.length(); i++) {
      char c = text.charAt(i);
      char compatible = COMPATIBLE[c];
      if (compatible != 0) {
        plain.append(compatible);
      } else if (c == ELLIPSIS) {
        plain.append("...");
      } else {
        return null;
      }
    }
    return plain.toString();
  }
}
