package io.winnow.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Weighs the signals of a page into one: how likely it is that the page has no article, 0 to 1. A
 * sum of small decision trees, because no single signal tells a home page or a form from a short
 * article.
 */
final class PageModel {
  /** The signal it gives. */
  static final String SIGNAL = "page_junk_score";

  /** A question or an answer. */
  private sealed interface Node {}

  /** Whether a signal is at most a bound; one that was not measured is 0. */
  private record Question(String signal, double bound, Node most, Node more) implements Node {}

  private record Answer(double weight) implements Node {}

  private final List<Node> trees = new ArrayList<>();

  private PageModel(List<String> lines) {
    for (String line : lines) {
      if (!line.startsWith("#") && !line.isBlank()) {
        Deque<String> tokens = new ArrayDeque<>(List.of(line.split(" ")));
        trees.add(node(tokens));
        if (!tokens.isEmpty()) {
          throw new IllegalStateException("page-model.txt: more than a tree: " + line);
        }
      }
    }
  }

  /** A tree: a number, or a signal with its bound and the trees for at most that and for more. */
  private static Node node(Deque<String> tokens) {
    String first = tokens.remove();
    if (!Character.isLetter(first.charAt(0))) {
      return new Answer(Double.parseDouble(first));
    }
    double bound = Double.parseDouble(tokens.remove());
    Node most = node(tokens);
    return new Question(first, bound, most, node(tokens));
  }

  /** Adds the score of a page whose other signals are measured. */
  static void putInto(Signals signals) {
    signals.put(SIGNAL, Bundled.MODEL.score(signals));
  }

  private double score(Signals signals) {
    double sum = 0;
    for (Node tree : trees) {
      Node node = tree;
      while (node instanceof Question question) {
        double value = signals.value(question.signal()).orElse(0.0);
        node = value <= question.bound() ? question.most() : question.more();
      }
      sum += ((Answer) node).weight();
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
