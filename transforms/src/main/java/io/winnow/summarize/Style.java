package io.winnow.summarize;

import io.winnow.text.Block;
import io.winnow.text.Folding;
import io.winnow.text.Sentence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is usual in one text, against which a sentence is judged.
 *
 * @param stopped whether sentences of its prose end in a stop
 * @param speakers labels that begin several of its paragraphs, folded
 * @param title its title, folded
 */
record Style(boolean stopped, Set<String> speakers, String title) {
  private static final int TURNS_OF_A_SPEAKER = 3;

  /** UTF-16 units of the longest label with its colon. */
  private static final int MAX_LABEL = 64;

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern LABEL =
      Pattern.compile("[*_]{0,3}([\\p{L}\\p{N} ·.]{1,24})[*_]{0,3}\\s?[:：]");

  static Style of(String title, List<Sentence> sentences) {
    int prose = 0;
    int stopped = 0;
    int block = -1;
    Map<String, Integer> turns = new HashMap<>();
    Set<String> speakers = new HashSet<>();
    for (Sentence sentence : sentences) {
      if (sentence.kind() == Block.Kind.PROSE) {
        prose++;
        stopped += Wording.endsInStop(sentence.text()) ? 1 : 0;
        if (sentence.block() != block) {
          label(sentence.text())
              .filter(label -> turns.merge(label, 1, Integer::sum) >= TURNS_OF_A_SPEAKER)
              .ifPresent(speakers::add);
        }
      }
      block = sentence.block();
    }
    return new Style(stopped * 2 > prose, Set.copyOf(speakers), Folding.key(title));
  }

  /** What stands before the colon that a sentence begins with, without numbers. */
  static Optional<String> label(String sentence) {
    if (!hasColon(sentence)) {
      return Optional.empty();
    }
    Matcher label = LABEL.matcher(sentence);
    return label.lookingAt()
        ? Optional.of(NUMBER.matcher(Folding.key(label.group(1))).replaceAll(""))
        : Optional.empty();
  }

  private static boolean hasColon(String sentence) {
    for (int i = 0; i < Math.min(sentence.length(), MAX_LABEL); i++) {
      char c = sentence.charAt(i);
      if (c == ':' || c == '：') {
        return true;
      }
    }
    return false;
  }

  /** Whether the sentence is the title again. */
  boolean isTitle(String sentence) {
    return !title.isEmpty() && mayHaveKey(sentence, title) && title.equals(Folding.key(sentence));
  }

  /**
   * Whether the key of the sentence could be this one, told without folding it: an ASCII letter or
   * digit, or common ideograph, is at least one character of it, and the first of two such
   * characters that begin a sentence begins the key.
   */
  private static boolean mayHaveKey(String sentence, String key) {
    int least = 0;
    for (int i = 0; i < sentence.length() && least <= key.length(); i++) {
      least += isPlain(sentence.charAt(i)) ? 1 : 0;
    }
    if (least > key.length()) {
      return false;
    }
    if (sentence.length() < 2 || !isPlain(sentence.charAt(0)) || !isPlain(sentence.charAt(1))) {
      return true;
    }
    char first = sentence.charAt(0);
    return key.charAt(0) == (first < 0x80 ? Character.toLowerCase(first) : Folding.simplify(first));
  }

  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c >= 0x4E00 && c <= 0x9FA5;
  }
}
