package io.winnow.tag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A taxonomy made ready for matching. */
final class Vocabulary {
  /** What a name found in a text may stand for. */
  sealed interface Meaning {
    /** A name that means the concept and nothing else. */
    record Name(int concept) implements Meaning {}

    /** A name that means the concept if it is written so and its context is near. */
    record Ambiguous(int concept, String written) implements Meaning {}

    /** A word that tells the concept's ambiguous names apart. */
    record Context(int concept) implements Meaning {}

    /** A word that speaks for a section. */
    record Term(int section, int term) implements Meaning {}
  }

  /** A pattern that names a concept. */
  record NamePattern(int concept, Pattern pattern) {}

  private final Taxonomy taxonomy;
  private final Lexicon<Meaning> lexicon;
  private final List<NamePattern> patterns;

  Vocabulary(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    Map<String, List<Meaning>> meanings = new LinkedHashMap<>();
    List<NamePattern> found = new ArrayList<>();
    for (int c = 0; c < taxonomy.concepts().size(); c++) {
      Concept concept = taxonomy.concepts().get(c);
      addAll(meanings, concept.names(), new Meaning.Name(c));
      addAll(meanings, concept.context(), new Meaning.Context(c));
      for (String name : concept.ambiguous()) {
        add(meanings, name, new Meaning.Ambiguous(c, name));
      }
      for (String pattern : concept.patterns()) {
        found.add(new NamePattern(c, Pattern.compile(pattern)));
      }
    }
    for (int s = 0; s < taxonomy.sections().size(); s++) {
      List<String> terms = taxonomy.sections().get(s).terms();
      for (int t = 0; t < terms.size(); t++) {
        add(meanings, terms.get(t), new Meaning.Term(s, t));
      }
    }
    this.lexicon = new Lexicon<>(meanings);
    this.patterns = List.copyOf(found);
  }

  Taxonomy taxonomy() {
    return taxonomy;
  }

  Lexicon<Meaning> lexicon() {
    return lexicon;
  }

  List<NamePattern> patterns() {
    return patterns;
  }

  private static void addAll(Map<String, List<Meaning>> meanings, List<String> names, Meaning m) {
    names.forEach(name -> add(meanings, name, m));
  }

  private static void add(Map<String, List<Meaning>> meanings, String name, Meaning meaning) {
    meanings.computeIfAbsent(name, key -> new ArrayList<>()).add(meaning);
  }
}
