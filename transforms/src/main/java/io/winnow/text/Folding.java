package io.winnow.text;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/**
 * Folds text for keys: what differs only by width, case, white space, punctuation or traditional
 * against simplified characters becomes equal. Never for text that is stored.
 */
public final class Folding {
  private static final char[] SIMPLIFIED = simplified();
  private static final byte APART = 0;
  private static final byte COUNTS = 1;
  private static final byte INVISIBLE = 2;

  /** Of each UTF-16 code unit: part of a word, nothing at all, or what keeps words apart. */
  private static final byte[] KINDS = kinds();

  private Folding() {}

  /**
   * Letters, digits and symbols only: NFKC, lower case, simplified; no white space, no punctuation.
   */
  public static String key(String text) {
    String wide = NormalForms.nfkc(text).toLowerCase(Locale.ROOT);
    char[] key = new char[wide.length()];
    int size = 0;
    for (int i = 0; i < key.length; i++) {
      char c = wide.charAt(i);
      if (Character.isHighSurrogate(c)) {
        int codePoint = wide.codePointAt(i);
        if (counts(codePoint)) {
          size += Character.toChars(codePoint, key, size);
        }
        i += Character.charCount(codePoint) - 1;
      } else if (KINDS[c] == COUNTS) {
        key[size++] = c >= FIRST && c <= LAST ? SIMPLIFIED[c - FIRST] : c;
      }
    }
    return new String(key, 0, size);
  }

  /**
   * Like {@link #key}, but runs of white space and punctuation become one space, so words stay
   * apart.
   */
  public static String words(String text) {
    String wide = NormalForms.nfkc(text).toLowerCase(Locale.ROOT);
    char[] words = new char[wide.length()];
    int size = 0;
    boolean gap = false;
    for (int i = 0; i < wide.length(); ) {
      int codePoint = wide.codePointAt(i);
      int units = Character.charCount(codePoint);
      i += units;
      byte kind = units == 1 ? KINDS[codePoint] : kind(codePoint);
      if (kind == COUNTS) {
        if (gap && size > 0) {
          words[size++] = ' ';
        }
        gap = false;
        size += Character.toChars(simplify(codePoint), words, size);
      } else if (kind == APART) {
        gap = true;
      }
    }
    return new String(words, 0, size);
  }

  /**
   * The simplified form of a traditional Han character, one for one; any other character itself.
   */
  public static int simplify(int codePoint) {
    return codePoint >= FIRST && codePoint <= LAST ? SIMPLIFIED[codePoint - FIRST] : codePoint;
  }

  private static final int FIRST = 0x4E00;
  private static final int LAST = 0x9FFF;

  private static boolean counts(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.ENCLOSING_MARK,
          Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.SURROGATE ->
          false;
      case Character.NON_SPACING_MARK -> spells(codePoint);
      // What this runtime does not know yet is mostly emoji and ideographs.
      case Character.UNASSIGNED -> (codePoint & 0xFFFE) != 0xFFFE;
      default -> codePoint != '`' && codePoint != '|' && codePoint != '~' && !isBlank(codePoint);
    };
  }

  /**
   * Whether a mark is a vowel, a tone or the like without which it is another word, as in Hindi and
   * Thai. Accents that belong to a letter are part of it by now; what is left of them, the points
   * of Arabic and Hebrew and the selectors of emoji may be there or not.
   */
  private static boolean spells(int mark) {
    return switch (Character.UnicodeScript.of(mark)) {
      case INHERITED, ARABIC, HEBREW, SYRIAC -> false;
      default -> true;
    };
  }

  /** Letters and symbols that nobody sees: fillers of Hangul, the empty pattern of Braille. */
  private static boolean isBlank(int codePoint) {
    return codePoint == 0x115F || codePoint == 0x1160 || codePoint == 0x2800;
  }

  private static byte kind(int codePoint) {
    if (counts(codePoint)) {
      return COUNTS;
    }
    int type = Character.getType(codePoint);
    return type == Character.FORMAT || type == Character.NON_SPACING_MARK ? INVISIBLE : APART;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[Character.MAX_VALUE + 1];
    for (int unit = 0; unit < kinds.length; unit++) {
      kinds[unit] = kind(unit);
    }
    return kinds;
  }

  private static char[] simplified() {
    Transliterator toSimplified = Transliterator.getInstance("Traditional-Simplified");
    char[] table = new char[LAST - FIRST + 1];
    for (int i = 0; i < table.length; i++) {
      String simple = toSimplified.transliterate(String.valueOf((char) (FIRST + i)));
      table[i] = simple.length() == 1 ? simple.charAt(0) : (char) (FIRST + i);
    }
    return table;
  }
}
