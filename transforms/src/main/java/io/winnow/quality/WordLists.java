package io.winnow.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words that hold sentences together in about fifteen languages, and those of placeholder text.
 */
final class WordLists {
  static final WordLists EMPTY = new WordLists(List.of());

  private final LongSet stopWords;
  private final BitSet stopCharacters = new BitSet();
  private final LongSet placeholders;

  private WordLists(List<String> lines) {
    Set<Long> stops = new HashSet<>();
    Set<Long> places = new HashSet<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon < 0 || line.startsWith("#")) {
        continue;
      }
      String name = line.substring(0, colon);
      for (String word : line.substring(colon + 1).strip().split(" ")) {
        if (name.equals("characters")) {
          stopCharacters.set(word.codePointAt(0));
        } else {
          (name.equals("placeholder") ? places : stops).add(Words.hash(word));
        }
      }
    }
    stopWords = new LongSet(stops);
    placeholders = new LongSet(places);
  }

  /** Those that come with Winnow. */
  static WordLists bundled() {
    return Bundled.LISTS;
  }

  boolean isStopWord(long hash) {
    return stopWords.contains(hash);
  }

  /** Whether a character, simplified, is a word of grammar in Chinese or Japanese. */
  boolean isStopCharacter(int simple) {
    return stopCharacters.get(simple);
  }

  boolean isPlaceholder(long hash) {
    return placeholders.contains(hash);
  }

  private static final class Bundled {
    static final WordLists LISTS = read();

    private static WordLists read() {
      try (InputStream in = WordLists.class.getResourceAsStream("word-lists.txt")) {
        if (in == null) {
          throw new IllegalStateException("word-lists.txt is missing from the jar");
        }
        return new WordLists(
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
