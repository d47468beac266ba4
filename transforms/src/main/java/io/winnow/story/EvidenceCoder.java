package io.winnow.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** Some 500 bytes a link, 35 a duplicate, 90 an earlier article; deterministic. */
final class EvidenceCoder extends AtomicCoder<Evidence> {
  static final EvidenceCoder INSTANCE = new EvidenceCoder();

  private static final Coder<StoryLink> LINK = NullableCoder.of(StoryLinkCoder.INSTANCE);
  private static final Coder<String> TEXT = NullableCoder.of(StringUtf8Coder.of());

  private EvidenceCoder() {}

  @Override
  public void encode(Evidence evidence, OutputStream out) throws IOException {
    LINK.encode(evidence.link(), out);
    TEXT.encode(evidence.id(), out);
    TEXT.encode(evidence.story(), out);
    TEXT.encode(evidence.label(), out);
  }

  @Override
  public Evidence decode(InputStream in) throws IOException {
    return new Evidence(LINK.decode(in), TEXT.decode(in), TEXT.decode(in), TEXT.decode(in));
  }

  private Object readResolve() {
    return INSTANCE;
  }
}
