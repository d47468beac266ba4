package io.winnow.dedupe;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds which texts share a key, in one sorted array of primitives: 8 bytes a posting.
 *
 * <p>Of a key's 64 bits the upper 38 are kept: two different keys that fall together only make a
 * candidate that is then found unlike.
 */
final class BandIndex {
  private static final int TEXT_BITS = 26;
  private static final long TEXT_MASK = (1L << TEXT_BITS) - 1;

  private final LongIndex texts = new LongIndex();
  private long[] postings = new long[1024];
  private int size;

  /** Says that a text has a key; saying it twice changes nothing. */
  void add(long text, long key) {
    int number = texts.add(text);
    if (number > TEXT_MASK) {
      throw new IllegalStateException(
          "more than " + TEXT_MASK + " texts in one bucket: raise the number of buckets");
    }
    if (size == postings.length) {
      postings = Arrays.copyOf(postings, 2 * size);
    }
    postings[size++] = (key & ~TEXT_MASK) | number;
  }

  /**
   * Hands over the texts of every key that several have, ascending; a set that several keys have in
   * common once (told by 64 bits of hash).
   */
  void forEachShared(Consumer<long[]> consumer) {
    Arrays.sort(postings, 0, size);
    LongIndex seen = new LongIndex();
    int from = 0;
    while (from < size) {
      int to = endOfKey(from);
      if (postings[from] != postings[to - 1]) {
        long[] members = members(from, to);
        int known = seen.size();
        if (seen.add(hash(members)) == known) {
          consumer.accept(members);
        }
      }
      from = to;
    }
  }

  private int endOfKey(int from) {
    int to = from + 1;
    while (to < size && ((postings[to] ^ postings[from]) & ~TEXT_MASK) == 0) {
      to++;
    }
    return to;
  }

  private long[] members(int from, int to) {
    return Arrays.stream(postings, from, to)
        .map(posting -> texts.value((int) (posting & TEXT_MASK)))
        .sorted()
        .distinct()
        .toArray();
  }

  private static long hash(long[] members) {
    HashStream64 hash = Hashing.komihash5_0().hashStream();
    hash.putLongArray(members);
    return hash.getAsLong();
  }
}
