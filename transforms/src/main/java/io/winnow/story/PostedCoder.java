package io.winnow.story;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;

/** Some 300 bytes an article and bucket; deterministic. */
final class PostedCoder extends AtomicCoder<Posted> {
  static final PostedCoder INSTANCE = new PostedCoder();

  private PostedCoder() {}

  @Override
  public void encode(Posted posted, OutputStream out) throws IOException {
    CandidateCoder.INSTANCE.encode(posted.candidate(), out);
    DataOutputStream data = new DataOutputStream(out);
    write(posted.places(), data);
    write(posted.articles(), data);
    write(posted.terms(), data);
    for (float weight : posted.weights()) {
      data.writeFloat(weight);
    }
    data.flush();
  }

  @Override
  public Posted decode(InputStream in) throws IOException {
    Candidate candidate = CandidateCoder.INSTANCE.decode(in);
    DataInputStream data = new DataInputStream(in);
    int[] places = read(data);
    int[] articles = read(data);
    int[] terms = read(data);
    float[] weights = new float[terms.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = data.readFloat();
    }
    return new Posted(candidate, places, articles, terms, weights);
  }

  private static void write(int[] numbers, DataOutputStream out) throws IOException {
    out.writeByte(numbers.length);
    for (int number : numbers) {
      out.writeInt(number);
    }
  }

  private static int[] read(DataInputStream in) throws IOException {
    int[] numbers = new int[in.readByte()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readInt();
    }
    return numbers;
  }

  private Object readResolve() {
    return INSTANCE;
  }
}
