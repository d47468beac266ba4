package io.winnow.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BigEndianLongCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** Carries {@link WrittenFile} between workers; equal files have equal bytes. */
public final class WrittenFileCoder extends AtomicCoder<WrittenFile> {
  private static final WrittenFileCoder INSTANCE = new WrittenFileCoder();

  private WrittenFileCoder() {}

  public static WrittenFileCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(WrittenFile file, OutputStream out) throws IOException {
    StringUtf8Coder.of().encode(file.dataset(), out);
    StringUtf8Coder.of().encode(file.path(), out);
    VarLongCoder.of().encode(file.rows(), out);
    VarLongCoder.of().encode(file.bytes(), out);
    BigEndianLongCoder.of().encode(file.rowsHash().high(), out);
    BigEndianLongCoder.of().encode(file.rowsHash().low(), out);
    VarIntCoder.of().encode(file.schemaVersion(), out);
  }

  @Override
  public WrittenFile decode(InputStream in) throws IOException {
    return new WrittenFile(
        StringUtf8Coder.of().decode(in),
        StringUtf8Coder.of().decode(in),
        VarLongCoder.of().decode(in),
        VarLongCoder.of().decode(in),
        new RowsHash(BigEndianLongCoder.of().decode(in), BigEndianLongCoder.of().decode(in)),
        VarIntCoder.of().decode(in));
  }
}
