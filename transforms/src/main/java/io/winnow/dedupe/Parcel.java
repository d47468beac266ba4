package io.winnow.dedupe;

import io.winnow.run.Encoded;
import io.winnow.schema.Fingerprint;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What travels to a bucket: a fingerprint, or numbers about many texts packed together, or a
 * fingerprint with the numbers that say where it belongs. Values of one type, so that one grouping
 * read in one pass takes the place of a join.
 */
record Parcel(@Nullable Encoded<Fingerprint> encoded, long[] numbers) {
  private static final long[] NONE = {};

  static Parcel of(Fingerprint fingerprint) {
    return of(Encoded.of(Fingerprint.class, fingerprint));
  }

  static Parcel of(Encoded<Fingerprint> fingerprint) {
    return new Parcel(fingerprint, NONE);
  }

  static Parcel of(Fingerprint fingerprint, long number) {
    return new Parcel(Encoded.of(Fingerprint.class, fingerprint), new long[] {number});
  }

  /** The same with a number before the others. */
  Parcel under(long number) {
    long[] more = new long[numbers.length + 1];
    more[0] = number;
    System.arraycopy(numbers, 0, more, 1, numbers.length);
    return new Parcel(encoded, more);
  }

  static Parcel of(long[] numbers) {
    return new Parcel(null, numbers);
  }

  @Nullable Fingerprint fingerprint() {
    return encoded == null ? null : encoded.record();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Parcel parcel
        && Objects.equals(encoded, parcel.encoded)
        && Arrays.equals(numbers, parcel.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers) + 31 * Objects.hashCode(encoded);
  }
}
