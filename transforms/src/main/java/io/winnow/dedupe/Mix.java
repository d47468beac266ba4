package io.winnow.dedupe;

/** Spreads keys evenly over buckets, also keys that count up. */
final class Mix {
  private Mix() {}

  /** The finaliser of MurmurHash3 (Appleby, fmix64), cut to 32 bits. */
  static int mix(long key) {
    long mixed = key;
    mixed ^= mixed >>> 33;
    mixed *= 0xFF51AFD7ED558CCDL;
    mixed ^= mixed >>> 33;
    mixed *= 0xC4CEB9FE1A85EC53L;
    return (int) (mixed ^ mixed >>> 33);
  }

  /** A bucket from 0 to {@code buckets - 1}. */
  static int bucket(long key, int buckets) {
    return Math.floorMod(mix(key), buckets);
  }
}
