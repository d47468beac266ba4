package io.winnow.tag.keyword;

import io.winnow.han.HanDictionary;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the words of Chinese text are good for in a keyword; remembered with each. */
final class ChineseKinds {
  private static final byte READ = 1;
  private static final byte CLOSED = 2;
  private static final byte STOP = 4;
  private static final byte KNOWN = 8;
  private static final byte NAME_READ = 16;
  private static final byte NAME = 32;

  /** Characters that a Chinese keyword does not begin with. */
  private static final String PRONOUNS = "我你他她它这那其此每各您咱";

  /** Adverbs, likewise. */
  private static final String ADVERBS = "很太刚都";

  /** A number with its unit; 3D and 5G are none. */
  private static final Pattern QUANTITY =
      Pattern.compile("(?![1-6][DG]$)[\\p{N}][\\p{N}.,]*+\\p{IsLatin}{1,3}");

  private final WordLists lists;
  private final EnglishPhrases english;

  ChineseKinds(WordLists lists, EnglishPhrases english) {
    this.lists = lists;
    this.english = english;
  }

  /** Whether it never stands in a keyword. */
  boolean isClosed(Term word) {
    return (kinds(word) & CLOSED) != 0;
  }

  boolean isStop(Term word) {
    return (kinds(word) & STOP) != 0;
  }

  /** Whether the dictionary has it. */
  boolean isKnown(Term word) {
    return (kinds(word) & KNOWN) != 0;
  }

  /** Whether a word in Latin letters is a name. */
  boolean isName(Term word) {
    if ((word.kinds & NAME_READ) == 0) {
      String latin = word.text;
      boolean name =
          latin.length() > 1
              && !QUANTITY.matcher(latin).matches()
              && !english.isNoKeyword(latin.toLowerCase(Locale.ROOT));
      word.kinds |= name ? NAME_READ | NAME : NAME_READ;
      return name;
    }
    return (word.kinds & NAME) != 0;
  }

  private byte kinds(Term word) {
    byte known = word.kinds;
    if ((known & READ) == 0) {
      known = (byte) (known | read(word.text));
      word.kinds = known;
    }
    return known;
  }

  private int read(String text) {
    boolean stop = lists.stop().contains(text);
    boolean closed =
        stop
            || !Character.isLetterOrDigit(text.codePointAt(0))
            || PRONOUNS.indexOf(text.charAt(0)) >= 0
            || isAdverbial(text);
    return READ
        | (closed ? CLOSED : 0)
        | (stop ? STOP : 0)
        | (HanDictionary.contains(text) ? KNOWN : 0);
  }

  /** What a dictionary calls a noun and is none: 更容易, 刚开始, 一家. */
  private static boolean isAdverbial(String text) {
    char first = text.charAt(0);
    return ADVERBS.indexOf(first) >= 0
        || first == '更' && text.length() > 2
        || first == '一' && text.length() == 2
        || text.startsWith("可能");
  }
}
