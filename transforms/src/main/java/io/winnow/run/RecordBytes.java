package io.winnow.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Encodes and decodes records of one type, in buffers that it keeps. For one thread. */
public final class RecordBytes<T extends SpecificRecord> {
  /** A buffer that a large record has stretched beyond this is not kept. */
  private static final int MOST_KEPT = 1 << 20;

  private final SpecificDatumWriter<T> writer;
  private final SpecificDatumReader<T> reader;
  private ByteArrayOutputStream out = new ByteArrayOutputStream();
  private BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
  private @Nullable BinaryDecoder decoder;

  public RecordBytes(Class<T> type) {
    writer = new SpecificDatumWriter<>(type);
    reader = new SpecificDatumReader<>(type);
  }

  /** Encodes a record, for {@link #writeTo} or {@link #toBytes}. */
  public void encode(T record) {
    try {
      if (out.size() > MOST_KEPT) {
        out = new ByteArrayOutputStream();
        encoder = EncoderFactory.get().binaryEncoder(out, encoder);
      }
      out.reset();
      writer.write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("encoding in memory does no input or output", e);
    }
  }

  /** Bytes of the record that was encoded last. */
  public int size() {
    return out.size();
  }

  /** Writes the record that was encoded last. */
  public void writeTo(OutputStream stream) throws IOException {
    out.writeTo(stream);
  }

  /** The record that was encoded last. */
  public byte[] toBytes() {
    return out.toByteArray();
  }

  /** The record that these bytes are. */
  public T decode(byte[] bytes) throws IOException {
    decoder = DecoderFactory.get().binaryDecoder(bytes, decoder);
    return reader.read(null, decoder);
  }
}
