package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SketchTest {
  @Test
  void takes864BytesAndReadsThemBackFromAnyPosition() {
    Sketch sketch = Sketch.of(ShinglesTest.shingles(Prose.text(1)));
    ByteBuffer bytes = sketch.toBytes();
    ByteBuffer shifted = ByteBuffer.allocate(870).position(6).put(bytes).position(6);

    assertThat(shifted.remaining(), is(864));
    assertThat(Sketch.read(shifted).jaccard(sketch), is(1.0));
    assertThat(shifted.remaining(), is(864));
  }

  @Test
  void refusesBytesOfAnotherSize() {
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> Sketch.read(ByteBuffer.allocate(100)));
    assertThat(refused.getMessage(), containsString("864"));
  }

  /** Sets of 20, 200 and 2,000 shingles: bias below 0.005 and error below sqrt(J (1 - J) / 288). */
  @Test
  void estimatesJaccardWithoutBiasAndWithinTheStatedError() {
    for (int size : new int[] {20, 200, 2_000}) {
      for (double jaccard : new double[] {0.1, 0.5, 0.9}) {
        Random random = new Random(size);
        int trials = 400;
        double sum = 0;
        double squares = 0;
        double real = 0;
        for (int i = 0; i < trials; i++) {
          long[][] pair = pair(random, size, jaccard);
          real = ShinglesTest.jaccard(pair[0], pair[1]);
          double error = Sketch.of(pair[0]).jaccard(Sketch.of(pair[1])) - real;
          sum += error;
          squares += error * error;
        }
        double stated = Math.sqrt(real * (1 - real) / 288);
        assertThat(sum / trials, is(closeTo(0, 0.005)));
        assertThat(Math.sqrt(squares / trials), is(lessThan(1.15 * stated)));
      }
    }
  }

  /** Two sets of {@code size} that share as many as it takes. */
  static long[][] pair(Random random, int size, double jaccard) {
    int shared = (int) Math.round(2 * size * jaccard / (1 + jaccard));
    long[] common = random.longs(shared).toArray();
    return new long[][] {with(random, common, size), with(random, common, size)};
  }

  private static long[] with(Random random, long[] common, int size) {
    long[] all = random.longs(size).toArray();
    System.arraycopy(common, 0, all, 0, common.length);
    return all;
  }
}
