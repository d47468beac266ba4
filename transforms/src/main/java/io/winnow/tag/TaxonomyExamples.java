package io.winnow.tag;

import io.winnow.config.YamlFile;
import io.winnow.config.YamlMap;
import io.winnow.config.YamlMap.Text;
import java.util.List;
import java.util.Map;

/** Checks that a taxonomy finds its tags in their examples, and not in their counterexamples. */
final class TaxonomyExamples {
  private final YamlFile file;
  private final Taxonomy taxonomy;

  TaxonomyExamples(YamlFile file, Taxonomy taxonomy) {
    this.file = file;
    this.taxonomy = taxonomy;
  }

  /** Notes a problem for each sentence that is read otherwise than the file says. */
  void check(Map<String, YamlMap> changed) {
    Vocabulary vocabulary = new Vocabulary(taxonomy);
    for (int c = 0; c < taxonomy.concepts().size(); c++) {
      Concept concept = taxonomy.concepts().get(c);
      YamlMap map = changed.get(concept.id());
      if (map != null) {
        check(vocabulary, c, map, concept.examples(), map.texts("examples"), true);
        check(vocabulary, c, map, concept.counterexamples(), map.texts("counterexamples"), false);
      }
    }
  }

  private void check(
      Vocabulary vocabulary,
      int number,
      YamlMap map,
      List<String> sentences,
      List<Text> written,
      boolean expected) {
    for (String sentence : sentences) {
      if (names(vocabulary, number, sentence) != expected) {
        int line =
            written.stream()
                .filter(text -> text.value().equals(sentence))
                .mapToInt(Text::line)
                .findFirst()
                .orElse(map.line());
        file.problem(
            line,
            (expected ? "example '" : "counterexample '")
                + sentence
                + (expected ? "' does not name tag '" : "' names tag '")
                + taxonomy.concepts().get(number).id()
                + "'");
      }
    }
  }

  private static boolean names(Vocabulary vocabulary, int number, String sentence) {
    boolean[] named = new boolean[1];
    Evidence.of(vocabulary, "", sentence).concepts((c, count) -> named[0] |= c == number);
    return named[0];
  }
}
