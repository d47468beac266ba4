package io.winnow.dedupe;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds which texts share a key, in one sorted array of primitives: 8 bytes a posting.
 *
 * <p>Keys are hashes of 32 bits, as {@link Postings} hands them over: two different ones that fall
 * together only make a candidate that is then found unlike.
 */
final class BandIndex {
  private final LongIndex texts = new LongIndex();
  private long[] postings = new long[1024];
  private int size;

  /** Says that a text has a key; saying it twice changes nothing. */
  void add(long text, int key) {
    if (size == postings.length) {
      postings = Arrays.copyOf(postings, 2 * size);
    }
    postings[size++] = (long) key << Integer.SIZE | texts.add(text);
  }

  /**
   * Hands over the texts of every key that several have, ascending; a set that several keys have in
   * common once (told by 64 bits of hash).
   */
  void forEachShared(Consumer<long[]> consumer) {
    forEachShared(2, consumer);
  }

  /** The same of the keys that at least so many have. */
  void forEachShared(int least, Consumer<long[]> consumer) {
    Arrays.sort(postings, 0, size);
    LongIndex seen = new LongIndex();
    int from = 0;
    while (from < size) {
      int to = endOfKey(from);
      if (to - from >= least) {
        long[] members = members(from, to);
        int known = seen.size();
        if (members.length >= least && seen.add(hash(members)) == known) {
          consumer.accept(members);
        }
      }
      from = to;
    }
  }

  private int endOfKey(int from) {
    int to = from + 1;
    while (to < size && postings[to] >> Integer.SIZE == postings[from] >> Integer.SIZE) {
      to++;
    }
    return to;
  }

  private long[] members(int from, int to) {
    long[] members = new long[to - from];
    int count = 0;
    for (int i = from; i < to; i++) {
      if (i == from || postings[i] != postings[i - 1]) {
        members[count++] = texts.value((int) postings[i]);
      }
    }
    Arrays.sort(members, 0, count);
    return count == members.length ? members : Arrays.copyOf(members, count);
  }

  private static long hash(long[] members) {
    HashStream64 hash = Hashing.komihash5_0().hashStream();
    hash.putLongArray(members);
    return hash.getAsLong();
  }
}
