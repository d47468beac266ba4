package io.winnow.dedupe;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Says which sketches are compared at all: those that agree in every row of at least one band.
 *
 * <p>Locality-sensitive hashing (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", section
 * 3.4). The bands share the components: each pass over them has another stride, so that two bands
 * have at most a component or two in common, and many bands need no longer sketch. Two texts of
 * Jaccard similarity J are then compared with a probability of about {@code 1 - (1 -
 * J^rows)^bands}.
 */
final class Bands implements Serializable {
  private static final Hasher64 HASH = Hashing.komihash5_0();

  private final int[][] components;

  Bands(int bands, int rows) {
    int perPass = Sketch.COMPONENTS / rows;
    components = new int[bands][rows];
    for (int band = 0; band < bands; band++) {
      int stride = stride(band / perPass);
      for (int row = 0; row < rows; row++) {
        components[band][row] = (band % perPass * rows + row) * stride % Sketch.COMPONENTS;
      }
    }
  }

  /** A number without a common factor with the number of components, so that a pass meets all. */
  private static int stride(int pass) {
    return 6 * pass * (pass + 1) + 1;
  }

  /** One key a band; sketches that agree in a band have the same key there. Never negative. */
  long[] keys(Sketch sketch) {
    long[] keys = new long[components.length];
    for (int band = 0; band < keys.length; band++) {
      long key = band;
      for (int component : components[band]) {
        key = HASH.hashLongLongToLong(key, sketch.component(component));
      }
      keys[band] = key & Long.MAX_VALUE;
    }
    return keys;
  }

  /** Whether the two agree in a band. */
  boolean meet(Sketch a, Sketch b) {
    for (int[] band : components) {
      if (agree(a, b, band)) {
        return true;
      }
    }
    return false;
  }

  /** In how many bands the two agree. */
  int met(Sketch a, Sketch b) {
    return (int) Arrays.stream(components).filter(band -> agree(a, b, band)).count();
  }

  private static boolean agree(Sketch a, Sketch b, int[] band) {
    for (int component : band) {
      if (a.component(component) != b.component(component)) {
        return false;
      }
    }
    return true;
  }
}
