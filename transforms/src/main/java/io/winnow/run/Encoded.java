package io.winnow.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that passes many steps and is looked into by few: encoded once and decoded once,
 * wherever it goes in between.
 */
public final class Encoded<T extends SpecificRecord> {
  private final Class<T> type;
  private volatile byte @Nullable [] bytes;
  private volatile @Nullable T record;

  private Encoded(Class<T> type, byte @Nullable [] bytes, @Nullable T record) {
    this.type = type;
    this.bytes = bytes;
    this.record = record;
  }

  /** A record, which must not change any more. */
  public static <T extends SpecificRecord> Encoded<T> of(Class<T> type, T record) {
    return new Encoded<>(type, null, record);
  }

  static <T extends SpecificRecord> Encoded<T> read(Class<T> type, byte[] bytes) {
    return new Encoded<>(type, bytes, null);
  }

  /** The record; nobody may change it. */
  public T record() {
    T known = record;
    if (known == null) {
      try {
        known = EncodedCoder.bytesOf(type).decode(bytes());
      } catch (IOException e) {
        throw new UncheckedIOException("not the bytes of a " + type.getSimpleName(), e);
      }
      record = known;
    }
    return known;
  }

  /** Its Avro encoding; nobody may change it. */
  public byte[] bytes() {
    byte[] known = bytes;
    if (known == null) {
      RecordBytes<T> encoder = EncodedCoder.bytesOf(type);
      encoder.encode(record());
      known = encoder.toBytes();
      bytes = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Encoded<?> encoded && record().equals(encoded.record());
  }

  @Override
  public int hashCode() {
    return record().hashCode();
  }

  @Override
  public String toString() {
    return record().toString();
  }
}
