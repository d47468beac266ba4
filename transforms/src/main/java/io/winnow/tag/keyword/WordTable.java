package io.winnow.tag.keyword;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Remembers what is known of words, so that a word is looked up where it stands in a text without a
 * copy of it. Of too many it forgets all. Safe for use by many threads: a word may be made twice.
 *
 * @param <W> what is known of a word
 */
final class WordTable<W extends WordTable.Word> {
  /** What is known of one word. */
  interface Word {
    String text();

    char[] chars();

    /** By {@link CharHash}. */
    long hash();
  }

  private static final class Slots<W> {
    final AtomicReferenceArray<W> words;
    final AtomicInteger size = new AtomicInteger();

    Slots(int bits) {
      words = new AtomicReferenceArray<>(1 << bits);
    }
  }

  private static final int BITS = 16;

  /** Words that are remembered. */
  private static final int MAX = 30_000;

  /** Longer ones are not. */
  private static final int MAX_CHARS = 64;

  private final Function<String, W> maker;
  private volatile Slots<W> slots = new Slots<>(BITS);

  WordTable(Function<String, W> maker) {
    this.maker = maker;
  }

  W get(String text) {
    return get(text.toCharArray(), 0, text.length());
  }

  W get(char[] text, int from, int to) {
    if (to - from > MAX_CHARS) {
      return maker.apply(new String(text, from, to - from));
    }
    long hash = CharHash.of(text, from, to);
    Slots<W> known = slots;
    for (int at = CharHash.slot(hash, BITS); ; at = at + 1 & (1 << BITS) - 1) {
      W word = known.words.getAcquire(at);
      if (word == null) {
        return add(known, at, maker.apply(new String(text, from, to - from)));
      }
      if (word.hash() == hash
          && Arrays.equals(word.chars(), 0, word.chars().length, text, from, to)) {
        return word;
      }
    }
  }

  private W add(Slots<W> known, int at, W word) {
    if (known.size.incrementAndGet() > MAX) {
      slots = new Slots<>(BITS);
    } else {
      known.words.compareAndSet(at, null, word);
    }
    return word;
  }
}
