package io.winnow.tag.section;

import com.hankcs.hanlp.HanLP;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What Chinese words mean, by the thesaurus inside the segmenter's archive: words of one class are
 * synonyms or kin. Rows that never met share something where they use such words.
 */
final class WordClasses {
  private static final String THESAURUS = "data/dictionary/synonym/CoreSynonym.txt";

  /** Letters of a code that name a class of closely related words. */
  private static final int NARROW = 5;

  private static final class Table {
    static final Map<String, List<String>> INSTANCE = read();
  }

  private WordClasses() {}

  /** Codes of the classes of a word, narrow ones; none where it is not known. */
  static List<String> of(String word) {
    return Table.INSTANCE.getOrDefault(word, List.of());
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> classes = new HashMap<>();
    try (InputStream in = HanLP.class.getClassLoader().getResourceAsStream(THESAURUS)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + THESAURUS);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        if (words[0].length() >= NARROW) {
          String code = words[0].substring(0, NARROW);
          for (int i = 1; i < words.length; i++) {
            classes.merge(words[i], List.of(code), WordClasses::joined);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return classes;
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }
}
