package io.winnow.dedupe;

import io.winnow.run.Encoded;
import io.winnow.run.EncodedCoder;
import io.winnow.schema.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.NullableCoder;

/** Eight bytes a number, big-endian, after the fingerprint; deterministic. */
final class ParcelCoder extends AtomicCoder<Parcel> {
  static final ParcelCoder INSTANCE = new ParcelCoder();

  private static final Coder<Encoded<Fingerprint>> FINGERPRINT =
      NullableCoder.of(EncodedCoder.of(Fingerprint.class));
  private static final Coder<byte[]> BYTES = ByteArrayCoder.of();

  private ParcelCoder() {}

  @Override
  public void encode(Parcel parcel, OutputStream out) throws IOException {
    FINGERPRINT.encode(parcel.encoded(), out);
    byte[] bytes = new byte[parcel.numbers().length * Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().put(parcel.numbers());
    BYTES.encode(bytes, out);
  }

  @Override
  public Parcel decode(InputStream in) throws IOException {
    Encoded<Fingerprint> fingerprint = FINGERPRINT.decode(in);
    byte[] bytes = BYTES.decode(in);
    long[] numbers = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(numbers);
    return new Parcel(fingerprint, numbers);
  }

  private Object readResolve() {
    return INSTANCE;
  }
}
