package io.winnow.story;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** Deterministic. */
final class CandidateCoder extends AtomicCoder<Candidate> {
  static final CandidateCoder INSTANCE = new CandidateCoder();

  private static final Coder<String> ID = StringUtf8Coder.of();
  private static final Coder<String> STORY = NullableCoder.of(StringUtf8Coder.of());

  private CandidateCoder() {}

  @Override
  public void encode(Candidate article, OutputStream out) throws IOException {
    ID.encode(article.id(), out);
    DataOutputStream data = new DataOutputStream(out);
    SignatureBytes.write(article.signature(), data);
    data.writeBoolean(article.earlier());
    data.flush();
    STORY.encode(article.story(), out);
    STORY.encode(article.label(), out);
  }

  @Override
  public Candidate decode(InputStream in) throws IOException {
    String id = ID.decode(in);
    DataInputStream data = new DataInputStream(in);
    StorySignature signature = SignatureBytes.read(id, data);
    boolean earlier = data.readBoolean();
    return new Candidate(signature, earlier, STORY.decode(in), STORY.decode(in));
  }

  private Object readResolve() {
    return INSTANCE;
  }
}
