package io.winnow.tag.section;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the section of an article, and how sure it is. Depends on the article alone; safe for use
 * by many threads. It travels as the bytes of its file.
 */
public final class SectionModel implements Serializable {
  /** What a model was made of. */
  public record Facts(int rows, int folds, double accuracy, double cost, double share) {}

  private final transient List<String> labels;
  private final transient Facts facts;
  private final transient FeatureSpace space;
  private final transient float[] scales;
  private final transient byte[] weights;
  private final transient float[] bias;
  private final transient double steepness;
  private final transient Decision decision;

  /** What it travels as; made once, runners ask often. */
  private transient volatile byte @Nullable [] file;

  /**
   * @param scales of each feature: what one unit of its weights is worth
   * @param weights those of one feature together, a byte a label
   * @param bias of each label
   */
  SectionModel(
      List<String> labels,
      Facts facts,
      FeatureSpace space,
      float[] scales,
      byte[] weights,
      float[] bias,
      double steepness) {
    this.labels = List.copyOf(labels);
    this.facts = facts;
    this.space = space;
    this.scales = scales;
    this.weights = weights;
    this.bias = bias;
    this.steepness = steepness;
    decision = new Decision(this.labels);
  }

  /** In a byte each: 1/127 of the largest weight of a feature is precise enough. */
  static SectionModel of(
      List<String> labels, Facts facts, FeatureSpace space, Weights exact, double steepness) {
    int count = labels.size();
    float[] scales = new float[space.size()];
    byte[] weights = new byte[Math.multiplyExact(space.size(), count)];
    for (int f = 0; f < scales.length; f++) {
      float largest = 0;
      for (int k = 0; k < count; k++) {
        largest = Math.max(largest, Math.abs(exact.get(k, f)));
      }
      scales[f] = largest / Byte.MAX_VALUE;
      for (int k = 0; k < count && largest > 0; k++) {
        weights[f * count + k] = (byte) Math.round(exact.get(k, f) / scales[f]);
      }
    }
    return new SectionModel(labels, facts, space, scales, weights, exact.bias(), steepness);
  }

  /** The section of an article. */
  public Prediction predict(SectionText article) {
    Decision.Choice choice = decision.choose(evidence(Features.of(article)), steepness);
    return new Prediction(labels.get(choice.label()), choice.probability());
  }

  /** Why it answers so; the first label is the answer. */
  public SectionReasons reasons(SectionText article) {
    Map<Integer, FeatureName> names = new HashMap<>();
    FeatureCounts counts = Features.of(article, names);
    double[] evidence = evidence(counts);
    double[] likely = Decision.probabilities(evidence, steepness);
    int answer = decision.choose(evidence, steepness).label();
    List<Integer> order = new ArrayList<>();
    for (int k = 0; k < likely.length; k++) {
      order.add(k);
    }
    order.sort(
        Comparator.comparing((Integer k) -> k != answer)
            .thenComparing(Comparator.comparingDouble((Integer k) -> likely[k]).reversed()));
    SectionReasons.Sums sums = new SectionReasons.Sums();
    if (order.size() > 1) {
      int second = order.get(1);
      int count = labels.size();
      Map<Integer, FeatureName> byPlace = byPlace(names);
      space.forEach(
          counts,
          (place, value) -> {
            double unit = (double) value * scales[place];
            double weight =
                unit * (weights[place * count + answer] - weights[place * count + second]);
            sums.add(byPlace.getOrDefault(place, SHAPE), weight);
          });
    }
    return new SectionReasons(
        order.stream().map(k -> new Prediction(labels.get(k), likely[k])).toList(),
        sums.strongest());
  }

  private static final FeatureName SHAPE = new FeatureName("", FeatureGroup.SHAPE);

  private Map<Integer, FeatureName> byPlace(Map<Integer, FeatureName> names) {
    Map<Integer, FeatureName> places = new HashMap<>();
    names.forEach(
        (key, name) -> {
          int place = Arrays.binarySearch(space.keys(), key);
          if (place >= 0) {
            places.put(place, name);
          }
        });
    return places;
  }

  private double[] evidence(FeatureCounts article) {
    int count = labels.size();
    double[] sums = new double[count];
    Arrays.setAll(sums, k -> bias[k]);
    space.forEach(
        article,
        (place, value) -> {
          double unit = (double) value * scales[place];
          int from = place * count;
          for (int k = 0; k < count; k++) {
            sums[k] += unit * weights[from + k];
          }
        });
    return sums;
  }

  /** Every label that it may answer, sorted. */
  public List<String> labels() {
    return labels;
  }

  public Facts facts() {
    return facts;
  }

  FeatureSpace space() {
    return space;
  }

  float[] scales() {
    return scales;
  }

  byte[] weights() {
    return weights;
  }

  float[] bias() {
    return bias;
  }

  double steepness() {
    return steepness;
  }

  /** The same, and it travels as the bytes that it was read from. */
  SectionModel from(byte[] bytes) {
    file = bytes;
    return this;
  }

  @Serial
  private Object writeReplace() throws IOException {
    byte[] bytes = file;
    if (bytes == null) {
      bytes = ModelFile.bytes(this);
      file = bytes;
    }
    return new Bytes(bytes);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws IOException {
    throw new InvalidObjectException("a model travels as the bytes of its file");
  }

  private record Bytes(byte[] file) implements Serializable {
    @Serial
    private Object readResolve() throws IOException {
      return ModelFile.parse("model", file);
    }
  }
}
