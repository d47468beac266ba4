package io.winnow.summarize;

import io.winnow.text.CharKinds;
import io.winnow.text.Scripts;

/**
 * What a sentence is made of, measured in one pass over its characters.
 *
 * @param sentence the sentence
 * @param words as {@link Wording#words} counts them
 * @param width columns: what it takes on a page in either script
 * @param dense whether it is written in a script without spaces, by {@link Scripts#cjkShare}
 * @param balanced whether every quotation and bracket opens and closes
 * @param marks which of the characters are in it that matter to a rule
 */
record Shape(String sentence, double words, int width, boolean dense, boolean balanced, int marks) {
  /** Marks of markup. */
  static final int MARKUP = 1;

  /** Marks that join the words of a chain. */
  static final int JOINT = 2;

  static final int AT = 4;
  static final int DIGIT = 8;
  static final int COLON = 16;
  static final int SLASH = 32;

  private static final double DENSE = 0.3;

  static Shape of(String sentence) {
    int halves = 0;
    int width = 0;
    int letters = 0;
    int cjk = 0;
    int marks = 0;
    int straight = 0;
    int curly = 0;
    int brackets = 0;
    boolean closesFirst = false;
    boolean inWord = false;
    int length = sentence.length();
    for (int i = 0; i < length; i++) {
      char c = sentence.charAt(i);
      int kind = CharKinds.of(c);
      width++;
      if ((kind & (CharKinds.WORD | CharKinds.CJK)) == CharKinds.WORD) {
        letters++;
        halves += inWord ? 0 : 2;
        inWord = true;
        marks |= c <= '9' ? DIGIT : 0;
        continue;
      }
      if ((kind & CharKinds.CJK) != 0) {
        int letter = (kind & CharKinds.WORD) != 0 ? 1 : 0;
        letters += letter;
        cjk += letter;
        halves++;
        width++;
        inWord = false;
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(sentence.charAt(i + 1))) {
        int codePoint = sentence.codePointAt(i++);
        boolean letter = Character.isLetterOrDigit(codePoint);
        boolean wide = Scripts.isCjk(codePoint);
        letters += letter ? 1 : 0;
        cjk += letter && wide ? 1 : 0;
        width += wide ? 1 : 0;
        halves += wide ? 1 : letter && !inWord ? 2 : 0;
        inWord = letter && !wide;
        continue;
      }
      inWord = inWord && (c == '\'' || c == '’' || c == '-');
      switch (c) {
        case ' ' -> {}
        case '"' -> straight++;
        case '“', '「', '『' -> curly++;
        case '”', '」', '』' -> curly--;
        case '(', '（', '【' -> brackets++;
        case '[' -> {
          brackets++;
          marks |= MARKUP;
        }
        case ')', '）', '】' -> brackets--;
        case ']' -> {
          brackets--;
          marks |= MARKUP;
        }
        case '*', '_', '`', '<', '\\', '$' -> marks |= MARKUP;
        case '@' -> marks |= MARKUP | AT;
        case '→', '>', '》', '〉', '|' -> marks |= JOINT;
        case ':', '：' -> marks |= COLON;
        case '/' -> marks |= SLASH;
        default -> {}
      }
      closesFirst |= curly < 0 || brackets < 0;
    }
    return new Shape(
        sentence,
        halves / 2.0,
        width,
        letters > 0 && (double) cjk / letters > DENSE,
        !closesFirst && straight % 2 == 0 && curly == 0 && brackets == 0,
        marks);
  }

  boolean has(int mark) {
    return (marks & mark) != 0;
  }

  /**
   * Words with a capital that do not begin the sentence; in a script without capitals, Latin words
   * and titles of works.
   */
  int names() {
    int start = Wording.opening(sentence);
    boolean inWord = false;
    int names = 0;
    for (int i = start; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      int kind = CharKinds.of(c);
      boolean letter = (kind & (CharKinds.WORD | CharKinds.CJK)) == CharKinds.WORD;
      boolean begins = letter && !inWord && (kind & CharKinds.LETTER) != 0;
      boolean name = begins && (dense || i > start && (kind & CharKinds.UPPER) != 0);
      if (c == '《' || name && !isFirstPerson(sentence, i)) {
        names++;
      }
      inWord = letter || inWord && (c == '\'' || c == '’' || c == '-');
    }
    return names;
  }

  private static boolean isFirstPerson(String sentence, int at) {
    return sentence.charAt(at) == 'I'
        && (at + 1 == sentence.length()
            || !CharKinds.is(sentence.charAt(at + 1), CharKinds.LETTER));
  }
}
