package io.winnow.dedupe;

import com.dynatrace.hash4j.hashing.Hashing;

/** Draws a number from two. */
final class Mix64 {
  private Mix64() {}

  static long of(long a, long b) {
    return Hashing.komihash5_0().hashLongLongToLong(a, b);
  }
}
