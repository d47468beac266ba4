package io.winnow.clean;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The frequent short words of the languages of one script, looked up where they stand in a text.
 */
final class WordTable {
  private static final Map<String, WordTable> BY_SCRIPT = byScript();

  /**
   * A word of some languages.
   *
   * @param languages places of the languages in {@link KnownLanguage#ALL}
   * @param weight what it says for each: the less, the more of them have it
   */
  record Entry(String word, int[] languages, double weight) {}

  private final Entry[] entries;
  private final int mask;

  private WordTable(Map<String, List<Integer>> words) {
    mask = Integer.highestOneBit(Math.max(8, words.size())) * 4 - 1;
    entries = new Entry[mask + 1];
    words.forEach(
        (word, languages) -> {
          int at = word.hashCode() & mask;
          while (entries[at] != null) {
            at = at + 1 & mask;
          }
          int[] places = languages.stream().mapToInt(Integer::intValue).toArray();
          entries[at] = new Entry(word, places, 1 / Math.sqrt(places.length));
        });
  }

  /** The words of a script, by ISO 15924. */
  static WordTable of(String script) {
    return BY_SCRIPT.getOrDefault(script, new WordTable(Map.of()));
  }

  /**
   * The word that a part of a text is; null for one that no language has.
   *
   * @param hash of the part, as {@link String#hashCode} has it
   */
  @org.jspecify.annotations.Nullable
  Entry find(String text, int from, int to, int hash) {
    for (int at = hash & mask; entries[at] != null; at = at + 1 & mask) {
      String word = entries[at].word();
      if (word.length() == to - from && text.startsWith(word, from)) {
        return entries[at];
      }
    }
    return null;
  }

  private static Map<String, WordTable> byScript() {
    Map<String, Map<String, List<Integer>>> words = new TreeMap<>();
    for (int i = 0; i < KnownLanguage.ALL.size(); i++) {
      KnownLanguage language = KnownLanguage.ALL.get(i);
      for (String word : language.words()) {
        words
            .computeIfAbsent(language.script(), script -> new TreeMap<>())
            .computeIfAbsent(word, key -> new java.util.ArrayList<>())
            .add(i);
      }
    }
    Map<String, WordTable> tables = new TreeMap<>();
    words.forEach((script, of) -> tables.put(script, new WordTable(of)));
    return tables;
  }
}
