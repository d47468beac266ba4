package io.winnow.tag.keyword;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A word of an English sentence, and what is known of it whatever sentence it stands in. */
final class EnglishWord implements WordTable.Word {
  final String text;
  private final char[] chars;
  final long hash;

  /** Folded, as phrases hold it. */
  final Term term;

  /** The same in lower case if it is common: as prose would write a word of a heading. */
  final EnglishWord inProse;

  /** What it says of parts of speech; null before somebody asked. */
  PartsOfSpeech.@Nullable Word speech;

  final boolean hyphen;

  /** Begins with a letter or digit. */
  final boolean word;

  /** Is never part of a keyword. */
  final boolean noKeyword;

  /** Begins with a letter and has more than three characters. */
  final boolean longer;

  final boolean capital;
  final boolean digit;

  /** Ends as a participle does. */
  final boolean participle;

  final boolean possessive;

  /**
   * @param inProse null where it is written so
   */
  EnglishWord(String text, Term term, @Nullable EnglishWord inProse, boolean noKeyword) {
    this.text = text;
    this.chars = text.toCharArray();
    this.hash = CharHash.of(text);
    this.term = term;
    this.inProse = inProse == null ? this : inProse;
    this.noKeyword = noKeyword;
    char first = text.charAt(0);
    hyphen = text.equals("-") || text.equals("‐") || text.equals("‑") || text.equals("–");
    word = Character.isLetterOrDigit(text.codePointAt(0));
    longer = text.length() > 3 && Character.isLetter(first);
    capital = Character.isUpperCase(first);
    digit = Character.isDigit(first);
    String lower = lower(text);
    participle = lower.endsWith("ing") || lower.endsWith("ed");
    possessive = isPossessive(text);
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public char[] chars() {
    return chars;
  }

  @Override
  public long hash() {
    return hash;
  }

  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  static boolean isPossessive(String word) {
    return word.endsWith("'s") || word.endsWith("’s");
  }

  /** Lower case without the plural's s, so that a word and its plural count together. */
  static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    lower = isPossessive(lower) ? lower.substring(0, lower.length() - 2) : lower;
    boolean plural =
        lower.length() > 3
            && lower.endsWith("s")
            && !lower.endsWith("ss")
            && !lower.endsWith("us")
            && !lower.endsWith("is");
    if (!plural) {
      return lower;
    }
    return lower.endsWith("ies")
        ? lower.substring(0, lower.length() - 3) + "y"
        : lower.substring(0, lower.length() - 1);
  }
}
