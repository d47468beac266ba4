package io.winnow.dedupe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BigEndianLongCoder;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** Deterministic: doubles go as their bits. */
public final class RecallSampleCoder extends AtomicCoder<RecallSample> {
  public static final RecallSampleCoder INSTANCE = new RecallSampleCoder();

  private static final StringUtf8Coder TEXT = StringUtf8Coder.of();
  private static final BigEndianLongCoder NUMBER = BigEndianLongCoder.of();
  private static final BooleanCoder FLAG = BooleanCoder.of();

  private RecallSampleCoder() {}

  @Override
  public void encode(RecallSample sample, OutputStream out) throws IOException {
    NUMBER.encode(sample.articles(), out);
    NUMBER.encode(sample.others(), out);
    NUMBER.encode(sample.candidates(), out);
    NUMBER.encode((long) sample.pairs().size(), out);
    for (SampledPair pair : sample.pairs()) {
      TEXT.encode(pair.runA(), out);
      TEXT.encode(pair.idA(), out);
      TEXT.encode(pair.runB(), out);
      TEXT.encode(pair.idB(), out);
      NUMBER.encode(Double.doubleToLongBits(pair.jaccard()), out);
      NUMBER.encode(Double.doubleToLongBits(pair.containment()), out);
      FLAG.encode(pair.met(), out);
      FLAG.encode(pair.repeats(), out);
    }
  }

  @Override
  public RecallSample decode(InputStream in) throws IOException {
    long articles = NUMBER.decode(in);
    long others = NUMBER.decode(in);
    long candidates = NUMBER.decode(in);
    long count = NUMBER.decode(in);
    List<SampledPair> pairs = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      pairs.add(
          new SampledPair(
              TEXT.decode(in),
              TEXT.decode(in),
              TEXT.decode(in),
              TEXT.decode(in),
              Double.longBitsToDouble(NUMBER.decode(in)),
              Double.longBitsToDouble(NUMBER.decode(in)),
              FLAG.decode(in),
              FLAG.decode(in)));
    }
    return new RecallSample(articles, others, candidates, pairs);
  }

  private Object readResolve() {
    return INSTANCE;
  }
}
