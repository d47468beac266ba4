package io.winnow.tag.keyword;

import io.winnow.tag.keyword.ChineseWords.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins what the segmenter cut through because its dictionary lacks the word: a piece that in this
 * text never stands without the same single character beside it belongs to that character.
 */
final class NewWords {
  private static final int LEAST = 2;

  private record Pair(String left, String right) {}

  private final Set<String> stop;

  /** Joins what the segmenter cut, but never one of the {@code stop} words. */
  NewWords(Set<String> stop) {
    this.stop = stop;
  }

  List<List<Word>> join(List<List<Word>> sentences) {
    Map<String, Integer> words = new HashMap<>();
    Map<Pair, Integer> pairs = new HashMap<>();
    for (List<Word> sentence : sentences) {
      for (int i = 0; i < sentence.size(); i++) {
        words.merge(sentence.get(i).text(), 1, Integer::sum);
        if (i > 0 && mayJoin(sentence.get(i - 1), sentence.get(i))) {
          pairs.merge(pair(sentence, i), 1, Integer::sum);
        }
      }
    }
    return sentences.stream().map(sentence -> join(sentence, words, pairs)).toList();
  }

  private List<Word> join(
      List<Word> sentence, Map<String, Integer> words, Map<Pair, Integer> pairs) {
    List<Word> joined = new ArrayList<>();
    for (int i = 0; i < sentence.size(); i++) {
      Word word = sentence.get(i);
      int together = i == 0 ? 0 : pairs.getOrDefault(pair(sentence, i), 0);
      if (together >= LEAST && mayJoin(sentence.get(i - 1), word)) {
        Word before = sentence.get(i - 1);
        boolean always = words.get(word.text()) == together || words.get(before.text()) == together;
        if (always) {
          Word last = joined.remove(joined.size() - 1);
          joined.add(new Word(last.text() + word.text(), "nz", last.spaced()));
          continue;
        }
      }
      joined.add(word);
    }
    return joined;
  }

  private static Pair pair(List<Word> sentence, int right) {
    return new Pair(sentence.get(right - 1).text(), sentence.get(right).text());
  }

  private boolean mayJoin(Word left, Word right) {
    return !right.spaced()
        && (left.text().length() == 1 || right.text().length() == 1)
        && isContent(left)
        && isContent(right);
  }

  /** Grammar words join nothing: 的, 在, 和, 这, 不 and punctuation. */
  private boolean isContent(Word word) {
    if (word.nature().charAt(0) == 'v' && stop.contains(word.text())) {
      return false;
    }
    return switch (word.nature().charAt(0)) {
      case 'w', 'u', 'p', 'c', 'r', 'd', 'f', 'm', 'q', 'y', 'e', 'o', 't' -> false;
      default ->
          !word.nature().equals(ChineseWords.LATIN) && !word.nature().equals(ChineseWords.NUMBER);
    };
  }
}
