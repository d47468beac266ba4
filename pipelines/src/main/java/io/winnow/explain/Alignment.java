package io.winnow.explain;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.winnow.text.Folding;
import io.winnow.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What two texts have in common and where they differ, shown by a few places: first sentences are
 * aligned, then the words of those that stand at one place. Punctuation, width, case and
 * traditional characters make no difference. Bounded: long texts are compared by their beginnings.
 */
final class Alignment {
  private static final int MOST_SENTENCES = 1_500;
  private static final int MOST_WORDS = 400;
  private static final int MOST_CHARS = 600_000;

  private final List<Unit> one;
  private final List<Unit> other;
  private final List<Change> changes;
  private final boolean cut;

  private Alignment(List<Unit> one, List<Unit> other, List<Change> changes, boolean cut) {
    this.one = one;
    this.other = other;
    this.changes = changes;
    this.cut = cut;
  }

  /**
   * A place.
   *
   * @param what both, one or other
   * @param marked whether brackets show what differs
   */
  record Passage(String what, String text, boolean marked) {}

  /** A range of the one that stands where a range of the other does; either may be empty. */
  private record Change(int from, int to, int otherFrom, int otherTo) {}

  static Alignment of(String one, String other) {
    List<Unit> a = sentences(one);
    List<Unit> b = sentences(other);
    boolean cut =
        a.size() > MOST_SENTENCES
            || b.size() > MOST_SENTENCES
            || Math.max(one.length(), other.length()) > MOST_CHARS;
    List<Unit> headA = a.subList(0, Math.min(MOST_SENTENCES, a.size()));
    List<Unit> headB = b.subList(0, Math.min(MOST_SENTENCES, b.size()));
    return new Alignment(headA, headB, diff(headA, headB), cut);
  }

  /** Whether the texts are longer than what was aligned. */
  boolean isCut() {
    return cut;
  }

  /** A sentence or word; equal to another when they differ by nothing that counts. */
  private record Unit(String text, String key) {
    static Unit of(String text) {
      return new Unit(text, Folding.key(text));
    }

    static String text(List<Unit> units, String gap) {
      return units.stream().map(Unit::text).collect(Collectors.joining(gap));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Unit unit && key.equals(unit.key);
    }

    @Override
    public int hashCode() {
      return key.hashCode();
    }
  }

  /** Sentences of the first text that the second has at the same place. */
  int common() {
    return one.size() - changes.stream().mapToInt(change -> change.to - change.from).sum();
  }

  int sentences() {
    return one.size();
  }

  int otherSentences() {
    return other.size();
  }

  /** At most {@code places} places where they differ, in order, with what is common before each. */
  List<Passage> passages(int places) {
    List<Passage> passages = new ArrayList<>();
    int last = 0;
    for (Change change : changes.subList(0, Math.min(places, changes.size()))) {
      common(last, change.from, passages);
      last = change.to;
      changed(
          Unit.text(one.subList(change.from, change.to), " "),
          Unit.text(other.subList(change.otherFrom, change.otherTo), " "),
          passages);
    }
    if (changes.size() <= places) {
      common(last, one.size(), passages);
    }
    return passages;
  }

  /** Places where they differ. */
  int differences() {
    return changes.size();
  }

  private void common(int from, int to, List<Passage> passages) {
    if (to > from) {
      String more = to - from > 1 ? " … (" + Words.count(to - from, "sentence") + ")" : "";
      add("both", Words.head(one.get(from).text(), 120) + more, false, passages);
    }
  }

  /** Marks what differs within sentences by brackets, where enough of them is alike. */
  private static void changed(String before, String after, List<Passage> passages) {
    List<Unit> a = words(before);
    List<Unit> b = words(after);
    List<Change> within = a.size() > MOST_WORDS || b.size() > MOST_WORDS ? List.of() : diff(a, b);
    int gone = within.stream().mapToInt(change -> change.to - change.from).sum();
    boolean alike = !within.isEmpty() && !a.isEmpty() && !b.isEmpty() && gone * 2 <= a.size();
    add("one", alike ? marked(a, within, true) : before, alike, passages);
    add("other", alike ? marked(b, within, false) : after, alike, passages);
  }

  private static String marked(List<Unit> words, List<Change> changes, boolean ofOne) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Change change : changes) {
      int from = ofOne ? change.from : change.otherFrom;
      int to = ofOne ? change.to : change.otherTo;
      text.append(Unit.text(words.subList(at, from), ""));
      String inner = Unit.text(words.subList(from, to), "");
      if (!inner.isBlank()) {
        text.append('[').append(inner.strip()).append(']');
        text.append(inner.endsWith(" ") ? " " : "");
      }
      at = to;
    }
    return text.append(Unit.text(words.subList(at, words.size()), "")).toString();
  }

  private static void add(String what, String text, boolean marked, List<Passage> passages) {
    if (!text.isBlank()) {
      passages.add(new Passage(what, text, marked));
    }
  }

  private static List<Unit> sentences(String text) {
    String head = Words.head(text, MOST_CHARS);
    return Sentences.of(head).stream().map(sentence -> Unit.of(sentence.text())).toList();
  }

  private static List<Unit> words(String text) {
    List<Unit> words = new ArrayList<>();
    BreakIterator places = BreakIterator.getWordInstance(ULocale.ROOT);
    places.setText(text);
    for (int from = 0, to = places.next();
        to != BreakIterator.DONE;
        from = to, to = places.next()) {
      words.add(Unit.of(text.substring(from, to)));
    }
    return words;
  }

  /** The algorithm tells what went and what came one after the other; they are one change. */
  private static List<Change> diff(List<Unit> a, List<Unit> b) {
    List<Change> changes = new ArrayList<>();
    for (AbstractDelta<Unit> delta :
        DiffUtils.diff(a, b, new MyersDiffWithLinearSpace<Unit>()).getDeltas()) {
      Chunk<Unit> from = delta.getSource();
      Chunk<Unit> to = delta.getTarget();
      Change change =
          new Change(
              from.getPosition(),
              from.getPosition() + from.size(),
              to.getPosition(),
              to.getPosition() + to.size());
      Change last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
      if (last != null && last.to == change.from && last.otherTo == change.otherFrom) {
        changes.set(
            changes.size() - 1, new Change(last.from, change.to, last.otherFrom, change.otherTo));
      } else {
        changes.add(change);
      }
    }
    return changes;
  }
}
