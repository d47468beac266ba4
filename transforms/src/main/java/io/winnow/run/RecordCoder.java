package io.winnow.run;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.OutputStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.util.VarInt;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Carries a record of a schema as its length and its Avro encoding, which go through the stream in
 * one piece: Beam's own coder for Avro passes each field by itself through several layers of
 * streams, at twice the cost.
 *
 * <p>Deterministic, because no schema of ours has a map.
 */
public final class RecordCoder<T extends SpecificRecord> extends CustomCoder<T> {
  private static final long serialVersionUID = 1;

  private final Class<T> type;
  private transient ThreadLocal<RecordBytes<T>> bytes;

  private RecordCoder(Class<T> type) {
    this.type = type;
    this.bytes = ThreadLocal.withInitial(() -> new RecordBytes<>(type));
  }

  public static <T extends SpecificRecord> RecordCoder<T> of(Class<T> type) {
    return new RecordCoder<>(type);
  }

  @Override
  public void encode(T record, OutputStream out) throws IOException {
    RecordBytes<T> encoded = bytes.get();
    encoded.encode(record);
    VarInt.encode(encoded.size(), out);
    encoded.writeTo(out);
  }

  @Override
  public T decode(InputStream in) throws IOException {
    return bytes.get().decode(read(in));
  }

  /** The length and so many bytes. */
  static byte[] read(InputStream in) throws IOException {
    int size = VarInt.decodeInt(in);
    byte[] encoded = new byte[size];
    if (in.readNBytes(encoded, 0, size) < size) {
      throw new EOFException("a record ends before its " + size + " bytes");
    }
    return encoded;
  }

  @Override
  public TypeDescriptor<T> getEncodedTypeDescriptor() {
    return TypeDescriptor.of(type);
  }

  @Override
  public void verifyDeterministic() {}

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordCoder<?> coder && type.equals(coder.type);
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    bytes = ThreadLocal.withInitial(() -> new RecordBytes<>(type));
  }
}
