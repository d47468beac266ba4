package io.winnow.dedupe;

import io.winnow.schema.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One of very many exact copies of a text, or the answer to all of them.
 *
 * @param text as {@link Keys#text} has it
 * @param id of the copy; empty in an answer
 * @param answer what was decided about each copy, without its id; null in a copy
 */
record Follow(long text, String id, @Nullable Verdict answer) {
  static Follow copy(long text, String id) {
    return new Follow(text, id, null);
  }

  static Follow answer(long text, Verdict verdict) {
    return new Follow(text, "", verdict);
  }
}
