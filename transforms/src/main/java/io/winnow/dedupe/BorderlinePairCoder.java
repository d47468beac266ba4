package io.winnow.dedupe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BigEndianLongCoder;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** Deterministic: doubles go as their bits. */
public final class BorderlinePairCoder extends AtomicCoder<BorderlinePair> {
  public static final BorderlinePairCoder INSTANCE = new BorderlinePairCoder();

  private static final StringUtf8Coder TEXT = StringUtf8Coder.of();
  private static final BigEndianLongCoder BITS = BigEndianLongCoder.of();
  private static final BooleanCoder FLAG = BooleanCoder.of();

  private BorderlinePairCoder() {}

  @Override
  public void encode(BorderlinePair pair, OutputStream out) throws IOException {
    TEXT.encode(pair.idA(), out);
    TEXT.encode(pair.titleA(), out);
    TEXT.encode(pair.idB(), out);
    TEXT.encode(pair.titleB(), out);
    BITS.encode(Double.doubleToLongBits(pair.jaccard()), out);
    BITS.encode(Double.doubleToLongBits(pair.containment()), out);
    BITS.encode(Double.doubleToLongBits(pair.margin()), out);
    FLAG.encode(pair.repeats(), out);
  }

  @Override
  public BorderlinePair decode(InputStream in) throws IOException {
    return new BorderlinePair(
        TEXT.decode(in),
        TEXT.decode(in),
        TEXT.decode(in),
        TEXT.decode(in),
        Double.longBitsToDouble(BITS.decode(in)),
        Double.longBitsToDouble(BITS.decode(in)),
        Double.longBitsToDouble(BITS.decode(in)),
        FLAG.decode(in));
  }

  private Object readResolve() {
    return INSTANCE;
  }
}
