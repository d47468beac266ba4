package io.winnow.tag;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds all names of a vocabulary in one pass over a text (Aho and Corasick, "Efficient String
 * Matching", 1975). Latin names match whole words and their plurals; Chinese names match anywhere.
 *
 * @param <T> what a name stands for
 */
final class Lexicon<T> {
  /** Receives each occurrence; offsets are UTF-16 units of the text. */
  interface Visitor<T> {
    void found(int from, int to, T meaning);
  }

  private final @Nullable AhoCorasickDoubleArrayTrie<List<T>> trie;

  /** What each name, folded here, may mean. */
  Lexicon(Map<String, List<T>> meanings) {
    TreeMap<String, List<T>> folded = new TreeMap<>();
    meanings.forEach(
        (name, values) ->
            folded
                .computeIfAbsent(FoldedText.of(name).toString(), key -> new ArrayList<>())
                .addAll(values));
    this.trie = folded.isEmpty() ? null : new AhoCorasickDoubleArrayTrie<>(folded);
  }

  /** Visits the occurrences by where they end; all meanings of a name, in the order given. */
  void scan(FoldedText text, Visitor<T> visitor) {
    if (trie == null) {
      return;
    }
    trie.parseText(
        text.chars(),
        (from, to, meanings) -> {
          if (text.isWhole(from, to)) {
            for (T meaning : meanings) {
              visitor.found(from, to, meaning);
            }
          }
        });
  }
}
