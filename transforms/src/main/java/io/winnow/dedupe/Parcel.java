package io.winnow.dedupe;

import io.winnow.schema.Fingerprint;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What travels to a bucket: a fingerprint, or numbers about many texts packed together, or a
 * fingerprint with the numbers that say where it belongs. Values of one type, so that one grouping
 * read in one pass takes the place of a join.
 */
record Parcel(@Nullable Fingerprint fingerprint, long[] numbers) {
  private static final long[] NONE = {};

  static Parcel of(Fingerprint fingerprint) {
    return new Parcel(fingerprint, NONE);
  }

  static Parcel of(Fingerprint fingerprint, long number) {
    return new Parcel(fingerprint, new long[] {number});
  }

  /** The same with a number before the others. */
  Parcel under(long number) {
    long[] more = new long[numbers.length + 1];
    more[0] = number;
    System.arraycopy(numbers, 0, more, 1, numbers.length);
    return new Parcel(fingerprint, more);
  }

  static Parcel of(long[] numbers) {
    return new Parcel(null, numbers);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Parcel parcel
        && (fingerprint == null
            ? parcel.fingerprint == null
            : fingerprint.equals(parcel.fingerprint))
        && Arrays.equals(numbers, parcel.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers) + (fingerprint == null ? 0 : 31 * fingerprint.hashCode());
  }
}
