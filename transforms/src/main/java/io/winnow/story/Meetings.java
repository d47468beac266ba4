package io.winnow.story;

/**
 * Where articles about one name meet: under the name, and under what is left of a long coined one
 * without its last letter, where a slip of the pen meets the right form.
 */
final class Meetings {
  private Meetings() {}

  static int[] of(Subject subject) {
    int own = Signatures.term("m:" + subject.key());
    String stem = subject.coined() ? Spelling.stem(subject.key()) : "";
    return stem.isEmpty() ? new int[] {own} : new int[] {own, Signatures.term("m:" + stem)};
  }

  /** Where parts of one series meet; nowhere when it is 0. */
  static int[] of(long series) {
    return series == 0 ? new int[0] : new int[] {Long.hashCode(series)};
  }
}
