package io.winnow.dedupe;

import com.dynatrace.hash4j.hashing.Hashing;
import io.winnow.schema.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.parquet.column.values.bloomfilter.BlockSplitBloomFilter;

/**
 * Remembers the keys of the articles of a day in few bytes, so that an article of the past that
 * meets none of them is told without them: a Bloom filter of text, own URL and bands (split blocks,
 * as Parquet specifies it in its "Bloom Filter" page).
 *
 * <p>An article that shares a key with a remembered one always passes. One that shares none passes
 * with a probability of about {@link #PASS_BY_CHANCE} while no more articles are remembered than
 * were expected, and with a higher one beyond: which costs time and changes no verdict.
 */
final class KeyFilter {
  /** Room for some 150,000 articles; of more, more of the others pass by chance. */
  static final int MOST_BYTES = 1 << 26;

  /** Share of the articles that pass though they share no key. */
  static final double PASS_BY_CHANCE = 0.02;

  /**
   * A filter is cut into parts of at most this size, by key, so that it travels in small records.
   */
  private static final int PART_BYTES = 1 << 20;

  private static final int LEAST_BYTES = 1 << 15;

  private final BlockSplitBloomFilter[] parts;

  private KeyFilter(BlockSplitBloomFilter[] parts) {
    this.parts = parts;
  }

  /** An empty filter of so many bytes, a power of two; see {@link #bytesFor}. */
  static KeyFilter ofBytes(int bytes) {
    int size = Math.min(bytes, PART_BYTES);
    BlockSplitBloomFilter[] parts = new BlockSplitBloomFilter[bytes / size];
    Arrays.setAll(parts, part -> new BlockSplitBloomFilter(size, size));
    return new KeyFilter(parts);
  }

  /** Bytes for so many articles, a power of two, at most {@link #MOST_BYTES}. */
  static int bytesFor(long articles, DedupeSpec spec) {
    int keys = spec.bands() + 2;
    double bits =
        -8 / Math.log(1 - Math.pow(PASS_BY_CHANCE / keys, 1.0 / 8)); // a key, as specified
    long bytes = (long) (Math.min(MOST_BYTES, articles) * keys * bits / Byte.SIZE);
    long power = Long.highestOneBit(Math.max(1, bytes - 1)) << 1;
    return (int) Math.min(MOST_BYTES, Math.max(LEAST_BYTES, power));
  }

  void add(Fingerprint article, Keys keys) {
    insert(Keys.text(article));
    for (long key : Keys.url(article)) {
      insert(key);
    }
    for (long key : keys.bands(article)) {
      insert(key);
    }
  }

  /** Whether the article may share a key with a remembered one. */
  boolean mayMeet(Fingerprint article, Keys keys) {
    return has(Keys.text(article)) || hasAny(Keys.url(article)) || hasAny(keys.bands(article));
  }

  int parts() {
    return parts.length;
  }

  byte[] part(int number) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(parts[number].getBitsetSize());
    try {
      parts[number].writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** What all of these parts, of one number and size, remember together. */
  static byte[] union(Iterable<byte[]> parts) {
    Iterator<byte[]> each = parts.iterator();
    KeyFilter all = new KeyFilter(new BlockSplitBloomFilter[1]);
    all.parts[0] = new BlockSplitBloomFilter(each.next());
    each.forEachRemaining(part -> all.merge(0, part));
    return all.part(0);
  }

  /** Remembers in a part what that part of a filter of the same size remembers. */
  void merge(int number, byte[] part) {
    try {
      parts[number].merge(new BlockSplitBloomFilter(part));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean hasAny(long[] keys) {
    for (long key : keys) {
      if (has(key)) {
        return true;
      }
    }
    return false;
  }

  private void insert(long key) {
    long mixed = mixed(key);
    part(mixed).insertHash(mixed);
  }

  private boolean has(long key) {
    long mixed = mixed(key);
    return part(mixed).findHash(mixed);
  }

  private BlockSplitBloomFilter part(long mixed) {
    return parts[Mix.mix(mixed) & parts.length - 1];
  }

  /** Keys have a sign that says what they are; the filter takes its block from those bits. */
  private static long mixed(long key) {
    return Hashing.komihash5_0().hashLongLongToLong(key, key);
  }
}
