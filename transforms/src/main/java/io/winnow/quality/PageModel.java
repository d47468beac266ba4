package io.winnow.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Weighs the signals of a page into one: how likely it is that the page has no article, 0 to 1. A
 * logistic regression, because no single signal tells a home page or a form from a short article.
 */
final class PageModel {
  /** The signal it gives. */
  static final String SIGNAL = "page_junk_score";

  /**
   * A signal with its weight.
   *
   * @param form {@code value}; {@code log}, of one more; or {@code below-x}, by how much that
   *     logarithm is below x
   */
  private record Term(String signal, String form, double weight) {
    double of(double value) {
      double log = StrictMath.log1p(value);
      return weight
          * switch (form) {
            case "value" -> value;
            case "log" -> log;
            default -> Math.max(0, Double.parseDouble(form.substring(BELOW.length())) - log);
          };
    }
  }

  private static final String BELOW = "below-";

  private final List<Term> terms = new ArrayList<>();
  private double bias;

  private PageModel(List<String> lines) {
    for (String line : lines) {
      String[] fields = line.split(" ");
      if (line.startsWith("#") || fields.length < 2) {
        continue;
      }
      if (fields[0].equals("bias")) {
        bias = Double.parseDouble(fields[1]);
      } else {
        terms.add(new Term(fields[0], fields[1], Double.parseDouble(fields[2])));
      }
    }
  }

  /** Adds the score of a page whose other signals are measured. */
  static void putInto(Signals signals) {
    signals.put(SIGNAL, Bundled.MODEL.score(signals));
  }

  private double score(Signals signals) {
    double sum = bias;
    for (Term term : terms) {
      sum += term.of(signals.value(term.signal()).orElse(0.0));
    }
    return 1 / (1 + StrictMath.exp(-sum));
  }

  private static final class Bundled {
    static final PageModel MODEL = read();

    private static PageModel read() {
      try (InputStream in = PageModel.class.getResourceAsStream("page-model.txt")) {
        if (in == null) {
          throw new IllegalStateException("page-model.txt is missing from the jar");
        }
        return new PageModel(
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
