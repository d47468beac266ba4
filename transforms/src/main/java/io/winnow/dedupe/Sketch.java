package io.winnow.dedupe;

import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import com.dynatrace.hash4j.similarity.SuperMinHashVersion;
import java.nio.ByteBuffer;

/**
 * A set of shingles in 864 bytes, from which the Jaccard similarity of two sets is estimated.
 *
 * <p>SuperMinHash (Ertl, "SuperMinHash - A New Minwise Hashing Algorithm for Jaccard Similarity
 * Estimation", 2017), {@value #COMPONENTS} components of 24 bits. The estimate has no bias and a
 * standard error of at most sqrt(J (1 - J) / 288): 0.030 at J = 0.5, less for sets of fewer than
 * about 300 shingles; components that agree by chance add less than 1e-7.
 */
final class Sketch {
  static final int COMPONENTS = 288;
  private static final int BYTES = 3;
  private static final SimilarityHashPolicy POLICY =
      SimilarityHashing.superMinHash(COMPONENTS, 8 * BYTES, SuperMinHashVersion.V1);

  private final int[] components;

  private Sketch(int[] components) {
    this.components = components;
  }

  /** The sketch of a set that is not empty. */
  static Sketch of(long[] shingles) {
    byte[] signature = POLICY.createHasher().compute(ElementHashProvider.ofValues(shingles));
    int[] components = new int[COMPONENTS];
    for (int i = 0; i < COMPONENTS; i++) {
      components[i] = (int) POLICY.getComponent(signature, i);
    }
    return new Sketch(components);
  }

  /** Reads what {@link #toBytes} wrote; the buffer's position stays. */
  static Sketch read(ByteBuffer bytes) {
    if (bytes.remaining() != COMPONENTS * BYTES) {
      throw new IllegalArgumentException(
          "a sketch has " + COMPONENTS * BYTES + " bytes, was: " + bytes.remaining());
    }
    int[] components = new int[COMPONENTS];
    for (int i = 0, at = bytes.position(); i < COMPONENTS; i++, at += BYTES) {
      components[i] =
          (bytes.get(at) & 0xFF) << 16 | (bytes.get(at + 1) & 0xFF) << 8 | bytes.get(at + 2) & 0xFF;
    }
    return new Sketch(components);
  }

  /** Three bytes a component, big-endian. */
  ByteBuffer toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(COMPONENTS * BYTES);
    for (int component : components) {
      bytes.put((byte) (component >> 16)).put((byte) (component >> 8)).put((byte) component);
    }
    return bytes.flip();
  }

  int component(int index) {
    return components[index];
  }

  /** Estimated share of the shingles of both that both have, 0 to 1. */
  double jaccard(Sketch other) {
    int differing = 0;
    for (int i = 0; i < COMPONENTS; i++) {
      int difference = components[i] ^ other.components[i];
      differing += (difference | -difference) >>> 31; // without a branch: some at a time
    }
    return (double) (COMPONENTS - differing) / COMPONENTS;
  }
}
