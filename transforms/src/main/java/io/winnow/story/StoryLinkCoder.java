package io.winnow.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BigEndianLongCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** Deterministic. */
final class StoryLinkCoder extends AtomicCoder<StoryLink> {
  static final StoryLinkCoder INSTANCE = new StoryLinkCoder();

  private static final BigEndianLongCoder BITS = BigEndianLongCoder.of();
  private static final StringUtf8Coder TEXT = StringUtf8Coder.of();

  private StoryLinkCoder() {}

  @Override
  public void encode(StoryLink link, OutputStream out) throws IOException {
    CandidateCoder.INSTANCE.encode(link.a(), out);
    CandidateCoder.INSTANCE.encode(link.b(), out);
    BITS.encode(Double.doubleToLongBits(link.score()), out);
    TEXT.encode(link.via(), out);
  }

  @Override
  public StoryLink decode(InputStream in) throws IOException {
    return new StoryLink(
        CandidateCoder.INSTANCE.decode(in),
        CandidateCoder.INSTANCE.decode(in),
        Double.longBitsToDouble(BITS.decode(in)),
        TEXT.decode(in));
  }

  private Object readResolve() {
    return INSTANCE;
  }
}
