package io.winnow.tag.keyword;

/** Which words are common in writing at large, by the backgrounds that ship with Winnow. */
public final class CommonWords {
  private static final class Lists {
    static final Background EN = Background.of("en");
    static final Background ZH = Background.of("zh");
  }

  private CommonWords() {}

  /** Whether a word, in lower case and simplified, is one of the common ones of a language. */
  public static boolean contain(String word) {
    return Lists.EN.isCommon(word) || Lists.ZH.isCommon(word);
  }
}
