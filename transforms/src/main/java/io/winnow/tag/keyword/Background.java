package io.winnow.tag.keyword;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How common the words of a language are in writing at large: {@code background.LANG.tsv}, which
 * ships with Winnow, so that a keyword never depends on the other articles of a run.
 */
final class Background {
  /** Texts that the shares refer to. */
  private static final double TEXTS = 10_000;

  /** Texts of those that a word must be in to be known. */
  private static final double RARE = 10;

  private static final double DAMPING = 0.8;

  private final Map<String, Double> information;

  private Background(Map<String, Double> information) {
    this.information = information;
  }

  static Background of(String lang) {
    String name = "background." + lang + ".tsv";
    Map<String, Double> information = new HashMap<>();
    try (InputStream in = Background.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
          double texts = Integer.parseInt(line.substring(tab + 1));
          information.put(line.substring(0, tab), Math.log(TEXTS / texts) / Math.log(TEXTS / RARE));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Background(Map.copyOf(information));
  }

  /** Likewise, with less say: for a language whose dictionary knows frequencies, too. */
  double damped(String word) {
    return Math.pow(information(word), DAMPING);
  }

  /** Whether the word stands in the list of common ones. */
  boolean isCommon(String word) {
    return information.containsKey(word);
  }

  /** A word of a heading as prose would write it: in lower case if it is common. */
  String uncapitalized(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return information.containsKey(lower) ? lower : word;
  }

  /** How much a folded word tells: near 0 for one in almost every text, 1 for a rare one. */
  double information(String word) {
    return information.getOrDefault(word, 1.0);
  }
}
