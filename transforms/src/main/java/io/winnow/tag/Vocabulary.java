package io.winnow.tag;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A taxonomy made ready for matching: everything that its names may mean has a number. */
final class Vocabulary {
  /** What a name found in a text may stand for. */
  sealed interface Meaning {
    /** A name that means the concept and nothing else. */
    record Name(int concept) implements Meaning {}

    /** A name that means the concept if it is written so and its context is near. */
    record Ambiguous(int concept, String written, boolean asWritten) implements Meaning {}

    /** A name that hides the shorter ones in it. */
    record Other() implements Meaning {}

    /** A word that tells ambiguous names apart. */
    record Context(int word) implements Meaning {}

    /** A word that speaks for a section. */
    record Term(int term) implements Meaning {}
  }

  /** A term and the number of the section that it speaks for. */
  record SectionTerm(int section, String name) {}

  private static final Meaning OTHER = new Meaning.Other();

  private final Taxonomy taxonomy;
  private final Lexicon<Meaning> lexicon;
  private final List<NamePattern> patterns = new ArrayList<>();
  private final List<SectionTerm> terms = new ArrayList<>();
  private final List<BitSet> contexts = new ArrayList<>();

  Vocabulary(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    Map<String, List<Meaning>> meanings = new LinkedHashMap<>();
    Map<String, BitSet> words = new LinkedHashMap<>();
    for (int c = 0; c < taxonomy.concepts().size(); c++) {
      Concept concept = taxonomy.concepts().get(c);
      for (String name : concept.names()) {
        add(meanings, name, new Meaning.Name(c));
      }
      for (String name : concept.ambiguous()) {
        add(meanings, name, new Meaning.Ambiguous(c, name, hasCase(name)));
      }
      for (String name : concept.except()) {
        add(meanings, name, OTHER);
      }
      for (String word : concept.context()) {
        words.computeIfAbsent(word, key -> new BitSet()).set(c);
      }
      for (String pattern : concept.patterns()) {
        patterns.add(NamePattern.of(c, pattern));
      }
    }
    words.forEach(
        (word, concepts) -> {
          add(meanings, word, new Meaning.Context(contexts.size()));
          contexts.add(concepts);
        });
    for (int s = 0; s < taxonomy.sections().size(); s++) {
      for (String term : taxonomy.sections().get(s).terms()) {
        add(meanings, term, new Meaning.Term(terms.size()));
        terms.add(new SectionTerm(s, term));
      }
    }
    this.lexicon = new Lexicon<>(meanings);
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

  /** Terms of sections by their numbers. */
  List<SectionTerm> terms() {
    return terms;
  }

  /** Whether a context word speaks for a concept. */
  boolean isContext(int word, int concept) {
    return contexts.get(word).get(concept);
  }

  private static boolean hasCase(String name) {
    return name.codePoints()
        .anyMatch(c -> Character.toLowerCase(c) != c || Character.toUpperCase(c) != c);
  }

  private static void add(Map<String, List<Meaning>> meanings, String name, Meaning meaning) {
    meanings.computeIfAbsent(name, key -> new ArrayList<>()).add(meaning);
  }
}
