package io.winnow.write;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;

/**
 * Tells two collections of rows apart, whatever their order: the sum, modulo 2^128, of one 128-bit
 * hash a row.
 *
 * <p>A sum, not an exclusive or, so that a row that comes twice does not cancel itself. Sums of
 * parts add up to the sum of the whole.
 *
 * @param high upper 64 bits
 * @param low lower 64 bits
 */
public record RowsHash(long high, long low) {
  /** Of no rows. */
  public static final RowsHash NONE = new RowsHash(0, 0);

  /** Of the rows of both. */
  public RowsHash plus(RowsHash other) {
    long sum = low + other.low;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    return new RowsHash(high + other.high + carry, sum);
  }

  /** Reads back what {@link #toString} wrote. */
  @JsonCreator
  public static RowsHash parse(String hex) {
    if (hex.length() != 32) {
      throw new IllegalArgumentException("a rows hash has 32 hex digits, was: " + hex);
    }
    return new RowsHash(
        HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
  }

  /** 32 lower-case hex digits. */
  @JsonValue
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(high) + hex.toHexDigits(low);
  }
}
