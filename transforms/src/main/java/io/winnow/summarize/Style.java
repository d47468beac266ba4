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
    Matcher label = LABEL.matcher(sentence);
    return label.lookingAt()
        ? Optional.of(NUMBER.matcher(Folding.key(label.group(1))).replaceAll(""))
        : Optional.empty();
  }
}
