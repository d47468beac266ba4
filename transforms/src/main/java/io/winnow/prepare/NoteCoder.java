package io.winnow.prepare;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.VarIntCoder;

/** Carries a {@link Note}. */
final class NoteCoder extends AtomicCoder<Note> {
  static final NoteCoder INSTANCE = new NoteCoder();

  private static final Coder<byte[]> BYTES = ByteArrayCoder.of();
  private static final Coder<Integer> NUMBER = VarIntCoder.of();
  private static final long serialVersionUID = 1;

  private NoteCoder() {}

  @Override
  public void encode(Note note, OutputStream out) throws IOException {
    out.write(note.kind().ordinal());
    NUMBER.encode(note.bucket(), out);
    BYTES.encode(note.bytes(), out);
  }

  @Override
  public Note decode(InputStream in) throws IOException {
    return new Note(Note.Kind.at(NUMBER.decode(in)), NUMBER.decode(in), BYTES.decode(in));
  }

  private Object readResolve() {
    return INSTANCE;
  }
}
