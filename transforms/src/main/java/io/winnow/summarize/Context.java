package io.winnow.summarize;

import io.winnow.text.Block;
import io.winnow.text.Sentence;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds the flaws that a sentence has by the sentences around it. */
final class Context {
  /** What the first sentence of a text cannot have: nothing stands before it. */
  private static final Set<Flaw> HANGING = EnumSet.of(Flaw.DEPENDENT, Flaw.POINTING);

  private final List<Sentence> sentences;
  private final boolean talk;
  private boolean afterQuestion;
  private int announced = -1;

  /**
   * Looks at the sentences of a text.
   *
   * @param talk whether its speakers are named, so that a question has its answer in what follows
   */
  Context(List<Sentence> sentences, boolean talk) {
    this.sentences = sentences;
    this.talk = talk;
  }

  /** Adds to the flaws of the next sentence those that it has by what surrounds it. */
  void add(int s, Set<Flaw> flaws, Wordings wordings) {
    Sentence sentence = sentences.get(s);
    boolean item = sentence.kind() == Block.Kind.ITEM;
    boolean next = s > 0 && sentences.get(s - 1).block() == sentence.block();
    if (s == 0) {
      flaws.removeAll(HANGING);
    }
    if (afterQuestion && (talk || next && !Information.isConcrete(wordings))) {
      flaws.add(Flaw.ANSWER);
    }
    if (item && announced >= 0 && sentence.block() == announced + 1) {
      announced++;
      flaws.add(Flaw.ITEM_OF);
    } else if (!item || sentence.block() != announced) {
      announced = -1;
    }
    if (flaws.contains(Flaw.SHORT) && isAlone(s) && !item) {
      flaws.add(Flaw.BRIEF);
    }
    if (flaws.contains(Flaw.ANNOUNCEMENT)) {
      announced = sentence.block();
    }
    afterQuestion = flaws.contains(Flaw.QUESTION);
  }

  /** Whether the sentence is a paragraph. */
  private boolean isAlone(int s) {
    int block = sentences.get(s).block();
    return (s == 0 || sentences.get(s - 1).block() != block)
        && (s + 1 == sentences.size() || sentences.get(s + 1).block() != block);
  }
}
