package io.winnow.split.stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/**
 * Weights of the features, in log-odds; a logistic model. The resource says how they were found.
 */
record BoundaryModel(Map<String, Double> first, Map<String, Double> second) {
  private static final String DEFAULTS = "boundary-model.yaml";

  /** The model that comes with Winnow. */
  static BoundaryModel defaults() {
    try (InputStream yaml =
        Objects.requireNonNull(BoundaryModel.class.getResourceAsStream(DEFAULTS), DEFAULTS)) {
      Map<String, Map<String, Double>> weights =
          new YAMLMapper()
              .readValue(yaml, new TypeReference<Map<String, Map<String, Double>>>() {});
      return new BoundaryModel(
          Map.copyOf(Objects.requireNonNull(weights.get("first"), "first")),
          Map.copyOf(Objects.requireNonNull(weights.get("second"), "second")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
