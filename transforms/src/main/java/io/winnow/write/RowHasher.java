package io.winnow.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Hashes rows one by one: the first 128 bits of the SHA-256 over a row's Avro binary encoding, all
 * columns included.
 *
 * <p>Not safe for use by several threads.
 */
public final class RowHasher<T extends SpecificRecord> {
  private final MessageDigest digest;
  private final SpecificDatumWriter<T> writer;
  private final BinaryEncoder encoder;

  RowHasher(Schema schema, SpecificData model) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    writer = new SpecificDatumWriter<>(schema, model);
    encoder =
        EncoderFactory.get()
            .binaryEncoder(new DigestOutputStream(OutputStream.nullOutputStream(), digest), null);
  }

  /** Of rows as files of {@code dataset} have them. */
  public static <T extends SpecificRecord> RowHasher<T> of(Dataset<T> dataset) {
    return new RowHasher<>(dataset.schema(), ParquetRowWriter.model());
  }

  public RowsHash hash(T row) {
    try {
      writer.write(row, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new IllegalStateException("hashing in memory does no input or output", e);
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    return new RowsHash(hash.getLong(), hash.getLong());
  }
}
