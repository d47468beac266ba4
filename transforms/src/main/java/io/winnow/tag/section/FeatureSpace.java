package io.winnow.tag.section;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The features that a model knows, each with its weight: rarer ones tell more (logarithmic inverse
 * document frequency). A place is the rank of a feature's key, so that it depends on the set alone.
 */
final class FeatureSpace {
  private static final FeatureGroup[] GROUPS = FeatureGroup.values();
  private static final FeatureGroup.Zone[] ZONES = FeatureGroup.Zone.values();

  private final int[] keys;
  private final float[] idf;
  private final Int2IntOpenHashMap places;

  /**
   * @param keys ascending
   * @param idf of each
   */
  FeatureSpace(int[] keys, float[] idf) {
    this.keys = keys;
    this.idf = idf;
    places = new Int2IntOpenHashMap(keys.length);
    places.defaultReturnValue(-1);
    for (int i = 0; i < keys.length; i++) {
      places.put(keys[i], i);
    }
  }

  /**
   * The features of some texts; of too many, those that most texts have.
   *
   * @param max most features
   */
  static FeatureSpace of(List<FeatureCounts> texts, int max) {
    Int2IntOpenHashMap frequencies = new Int2IntOpenHashMap();
    for (FeatureCounts text : texts) {
      for (int i = 0; i < text.size(); i++) {
        frequencies.addTo(text.key(i), 1);
      }
    }
    int least = least(frequencies, max);
    int[] keys =
        frequencies.int2IntEntrySet().stream()
            .filter(entry -> entry.getIntValue() >= least)
            .mapToInt(entry -> entry.getIntKey())
            .sorted()
            .toArray();
    float[] idf = new float[keys.length];
    for (int i = 0; i < keys.length; i++) {
      idf[i] =
          (float) (1 + StrictMath.log((texts.size() + 1.0) / (frequencies.get(keys[i]) + 1.0)));
    }
    return new FeatureSpace(keys, idf);
  }

  /** The lowest frequency above which there are at most {@code max} features. */
  private static int least(Int2IntOpenHashMap frequencies, int max) {
    if (frequencies.size() <= max) {
      return 1;
    }
    int[] ascending = frequencies.values().toIntArray();
    Arrays.sort(ascending);
    return ascending[ascending.length - max - 1] + 1;
  }

  int size() {
    return keys.length;
  }

  int[] keys() {
    return keys;
  }

  float[] idf() {
    return idf;
  }

  /** Takes what stands at a place of a vector. */
  @FunctionalInterface
  interface Sink {
    void take(int place, float value);
  }

  /**
   * Gives the vector of a text, of length 1, in the order of its features; those that are not known
   * are left out.
   */
  void forEach(FeatureCounts text, Sink sink) {
    int[] found = new int[text.size()];
    double[] values = new double[text.size()];
    double[] squares = new double[GROUPS.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = places.get(text.key(i));
      if (found[i] >= 0) {
        values[i] = (1 + StrictMath.log(text.count(i))) * idf[found[i]];
        squares[text.group(i).ordinal()] += values[i] * values[i];
      }
    }
    double[] scales = scales(squares);
    for (int i = 0; i < found.length; i++) {
      if (found[i] >= 0) {
        sink.take(found[i], (float) (values[i] * scales[text.group(i).ordinal()]));
      }
    }
  }

  /** The same as a vector with ascending places. */
  Vector vector(FeatureCounts text) {
    List<Entry> entries = new ArrayList<>(text.size());
    forEach(text, (place, value) -> entries.add(new Entry(place, value)));
    entries.sort(Comparator.comparingInt(Entry::place));
    int[] ascending = new int[entries.size()];
    float[] values = new float[entries.size()];
    for (int i = 0; i < ascending.length; i++) {
      ascending[i] = entries.get(i).place();
      values[i] = entries.get(i).value();
    }
    return new Vector(ascending, values);
  }

  /** Of each feature, whether it is counted as a word in any of these texts. */
  boolean[] texts(List<FeatureCounts> all) {
    boolean[] texts = new boolean[keys.length];
    for (FeatureCounts text : all) {
      for (int i = 0; i < text.size(); i++) {
        int place = places.get(text.key(i));
        if (place >= 0 && text.group(i).isText) {
          texts[place] = true;
        }
      }
    }
    return texts;
  }

  private record Entry(int place, float value) {}

  /**
   * What the values of each group are multiplied by.
   *
   * @param squares sum of the squares of each group's values
   */
  private static double[] scales(double[] squares) {
    double[] scales = new double[GROUPS.length];
    double[] zones = new double[ZONES.length];
    for (int g = 0; g < scales.length; g++) {
      if (squares[g] > 0) {
        scales[g] = GROUPS[g].weight / Math.sqrt(Math.sqrt(squares[g]));
        zones[GROUPS[g].zone.ordinal()] += scales[g] * scales[g] * squares[g];
      }
    }
    double all = 0;
    for (int z = 0; z < zones.length; z++) {
      all += zones[z] > 0 ? ZONES[z].length * ZONES[z].length : 0;
    }
    for (int g = 0; g < scales.length; g++) {
      if (squares[g] > 0) {
        FeatureGroup.Zone zone = GROUPS[g].zone;
        scales[g] *= zone.length / Math.sqrt(zones[zone.ordinal()] * all);
      }
    }
    return scales;
  }
}
