package io.winnow.han;

/** What the core dictionary knows of a word. */
public final class HanDictionary {
  private HanDictionary() {}

  /** How often its corpus has the word; 0 where it lacks it. */
  public static int frequency(CharSequence word) {
    return CoreWords.bundled().frequency(word);
  }

  public static boolean contains(CharSequence word) {
    return CoreWords.bundled().trie.find(word) >= 0;
  }
}
