package io.winnow.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.util.VarInt;
import org.jspecify.annotations.Nullable;

/** Carries {@link Encoded} records as {@link RecordCoder} does, without looking into them. */
public final class EncodedCoder<T extends SpecificRecord> extends CustomCoder<Encoded<T>> {
  private static final ThreadLocal<Map<Class<?>, RecordBytes<?>>> BYTES =
      ThreadLocal.withInitial(HashMap::new);
  private static final long serialVersionUID = 1;

  private final Class<T> type;

  private EncodedCoder(Class<T> type) {
    this.type = type;
  }

  public static <T extends SpecificRecord> EncodedCoder<T> of(Class<T> type) {
    return new EncodedCoder<>(type);
  }

  @SuppressWarnings("unchecked") // put under its own type only
  static <T extends SpecificRecord> RecordBytes<T> bytesOf(Class<T> type) {
    return (RecordBytes<T>) BYTES.get().computeIfAbsent(type, key -> new RecordBytes<>(type));
  }

  @Override
  public void encode(Encoded<T> record, OutputStream out) throws IOException {
    byte[] bytes = record.bytes();
    VarInt.encode(bytes.length, out);
    out.write(bytes);
  }

  @Override
  public Encoded<T> decode(InputStream in) throws IOException {
    return Encoded.read(type, RecordCoder.read(in));
  }

  @Override
  public void verifyDeterministic() {}

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EncodedCoder<?> coder && type.equals(coder.type);
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }
}
