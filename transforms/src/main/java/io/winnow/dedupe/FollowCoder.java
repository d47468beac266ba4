package io.winnow.dedupe;

import io.winnow.run.RecordCoder;
import io.winnow.schema.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BigEndianLongCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** Some 42 bytes a copy; deterministic. */
final class FollowCoder extends AtomicCoder<Follow> {
  static final FollowCoder INSTANCE = new FollowCoder();

  private static final Coder<Long> TEXT = BigEndianLongCoder.of();
  private static final Coder<String> ID = StringUtf8Coder.of();
  private static final Coder<Verdict> ANSWER = NullableCoder.of(RecordCoder.of(Verdict.class));

  private FollowCoder() {}

  @Override
  public void encode(Follow follow, OutputStream out) throws IOException {
    TEXT.encode(follow.text(), out);
    ID.encode(follow.id(), out);
    ANSWER.encode(follow.answer(), out);
  }

  @Override
  public Follow decode(InputStream in) throws IOException {
    return new Follow(TEXT.decode(in), ID.decode(in), ANSWER.decode(in));
  }

  private Object readResolve() {
    return INSTANCE;
  }
}
