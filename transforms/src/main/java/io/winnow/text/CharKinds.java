package io.winnow.text;

/**
 * What kind of character a UTF-16 unit is, from one table: the answers of {@link Character} and
 * {@link Scripts} for loops that ask of every character. A surrogate has none of the kinds; whoever
 * meets one asks for its code point.
 */
public final class CharKinds {
  /** A letter or digit: {@link Character#isLetterOrDigit(char)}. */
  public static final int WORD = 1;

  /** A letter: {@link Character#isLetter(char)}. */
  public static final int LETTER = 2;

  /** {@link Character#isUpperCase(char)}. */
  public static final int UPPER = 4;

  /** Of a script without spaces: {@link Scripts#isCjk}. */
  public static final int CJK = 8;

  /** {@link Character#isWhitespace(char)} or {@link Character#isSpaceChar(char)}. */
  public static final int SPACE = 16;

  /** {@link Character#isSurrogate}. */
  public static final int SURROGATE = 32;

  private static final byte[] KINDS = table();

  private CharKinds() {}

  /** The kinds of the unit, as a sum of the constants. */
  public static int of(char unit) {
    return KINDS[unit];
  }

  /**
   * The kinds of a code point; of one that takes two units {@link #WORD} and {@link #CJK} alone.
   */
  public static int ofCodePoint(int codePoint) {
    if (codePoint <= Character.MAX_VALUE) {
      return KINDS[codePoint];
    }
    return (Character.isLetterOrDigit(codePoint) ? WORD : 0) | (Scripts.isCjk(codePoint) ? CJK : 0);
  }

  /** Whether the unit has one of the kinds. */
  public static boolean is(char unit, int kinds) {
    return (KINDS[unit] & kinds) != 0;
  }

  private static byte[] table() {
    byte[] kinds = new byte[Character.MAX_VALUE + 1];
    for (int i = 0; i < kinds.length; i++) {
      char c = (char) i;
      kinds[i] =
          (byte)
              ((Character.isLetterOrDigit(c) ? WORD : 0)
                  | (Character.isLetter(c) ? LETTER : 0)
                  | (Character.isUpperCase(c) ? UPPER : 0)
                  | (Scripts.isCjk(c) ? CJK : 0)
                  | (Character.isWhitespace(c) || Character.isSpaceChar(c) ? SPACE : 0)
                  | (Character.isSurrogate(c) ? SURROGATE : 0));
    }
    return kinds;
  }
}
