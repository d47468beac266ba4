package io.winnow.summarize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names that a reader of a summary would not know: "Lovelace", where the text says "Ada
 * Lovelace" before and neither title nor summary does.
 */
final class ShortNames {
  private static final Pattern NAME =
      Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’-]{2,40}(?: \\p{Lu}[\\p{L}\\p{M}'’-]{1,40}){0,5}");

  /** Names of a sentence that are looked for in the text: more make no sentence of a summary. */
  private static final int MAX_NAMES = 20;

  private final List<Candidate> text;
  private final String title;
  private final Set<String> functionWords;

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
          && !isFullIn(sentence, name)
          && text.stream().anyMatch(other -> isBefore(other, sentence) && isFullIn(other, name))
          && chosen.stream()
              .noneMatch(other -> isBefore(other, sentence) && isFullIn(other, name))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBefore(Candidate other, Candidate sentence) {
    return other.index() < sentence.index();
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

  private boolean isFullIn(Candidate candidate, String word) {
    String sentence = candidate.sentence().text();
    return sentence.contains(word)
        && names(sentence).stream()
            .anyMatch(name -> name.size() > 1 && name.get(name.size() - 1).equals(word));
  }

  /** The names of a sentence as words, without articles and titles that a name begins with. */
  private List<List<String>> names(String sentence) {
    List<List<String>> names = new ArrayList<>();
    Matcher matcher = NAME.matcher(sentence);
    while (matcher.find()) {
      List<String> words = new ArrayList<>(List.of(matcher.group().split(" ")));
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
