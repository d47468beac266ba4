package io.winnow.summarize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds names that a reader of a summary would not know: "Lovelace", where the text says "Ada
 * Lovelace" before and neither title nor summary does.
 */
final class ShortNames {
  /** Names of a sentence that are looked for in the text: more make no sentence of a summary. */
  private static final int MAX_NAMES = 20;

  private final List<Candidate> text;
  private final String title;
  private final Set<String> functionWords;

  /** For each last word of a full name the first sentence that has one; of those read so far. */
  private final Map<String, Integer> full = new HashMap<>();

  private int read;

  /**
   * @param text all sentences of the text, in its order
   * @param title that readers see above the summary
   */
  ShortNames(List<Candidate> text, String title) {
    this.text = text;
    this.title = title;
    this.functionWords = Phrases.of(false).functionWords();
  }

  /** Whether the sentence has a name that an earlier one gives in full and no chosen one does. */
  boolean areUnknown(Candidate sentence, List<Candidate> chosen) {
    for (String name : shortNames(sentence.sentence().text())) {
      if (!title.contains(name)
          && isFullBefore(name, sentence.index())
          && !isFullIn(sentence, name)
          && chosen.stream()
              .noneMatch(other -> other.index() < sentence.index() && isFullIn(other, name))) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the sentences before that one has the name in full. */
  private boolean isFullBefore(String name, int index) {
    for (; read < index; read++) {
      for (String last : lastWords(text.get(read).sentence().text())) {
        full.putIfAbsent(last, read);
      }
    }
    Integer first = full.get(name);
    return first != null && first < index;
  }

  private boolean isFullIn(Candidate candidate, String word) {
    String sentence = candidate.sentence().text();
    return sentence.contains(word) && lastWords(sentence).contains(word);
  }

  /** The first names of one word. */
  private List<String> shortNames(String sentence) {
    List<String> found = new ArrayList<>();
    for (List<String> name : names(sentence)) {
      if (name.size() == 1 && found.size() < MAX_NAMES) {
        found.add(name.get(0));
      }
    }
    return found;
  }

  /** The last words of names of several words. */
  private List<String> lastWords(String sentence) {
    List<String> found = new ArrayList<>();
    for (List<String> name : names(sentence)) {
      if (name.size() > 1) {
        found.add(name.get(name.size() - 1));
      }
    }
    return found;
  }

  /** The names of a sentence as words, without articles and titles that a name begins with. */
  private List<List<String>> names(String sentence) {
    List<List<String>> names = new ArrayList<>();
    int end;
    for (int at = NameSpans.next(sentence, 0); at >= 0; at = NameSpans.next(sentence, end)) {
      end = NameSpans.end(sentence, at);
      List<String> words = new ArrayList<>(Arrays.asList(sentence.substring(at, end).split(" ")));
      words.replaceAll(ShortNames::withoutPossessive);
      while (!words.isEmpty() && functionWords.contains(words.get(0).toLowerCase(Locale.ROOT))) {
        words.remove(0);
      }
      if (!words.isEmpty()) {
        names.add(words);
      }
    }
    return names;
  }

  private static String withoutPossessive(String word) {
    return word.endsWith("'s") || word.endsWith("’s") ? word.substring(0, word.length() - 2) : word;
  }
}
