package io.winnow.tag;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells which terms a taxonomy already has a word for. Safe for use by many threads. */
public final class KnownNames implements Serializable {
  private record Words(Set<String> whole, Lexicon<Boolean> inside, List<Pattern> patterns) {}

  private final Taxonomy taxonomy;
  private transient volatile @Nullable Words words;

  public KnownNames(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /**
   * Whether a term is a name, context word or section term of the taxonomy, or holds a name of a
   * tag: {@code DeepSeek-OCR 2} says nothing new where DeepSeek is known.
   */
  public boolean know(String term) {
    Words known = words();
    if (known.whole.contains(key(term))
        || known.patterns.stream().anyMatch(pattern -> pattern.matcher(term).find())) {
      return true;
    }
    boolean[] holds = new boolean[1];
    known.inside.scan(FoldedText.of(term), (from, to, name) -> holds[0] = true);
    return holds[0];
  }

  /** What near-identical terms share: width, case, script, spaces, hyphens and plural aside. */
  public static String key(String term) {
    String key = FoldedText.of(term).toString().replace(" ", "");
    int last = key.length() - 1;
    boolean plural =
        last > 2 && key.charAt(last) == 's' && key.charAt(last - 1) != 's' && isLatin(key);
    return plural ? key.substring(0, last) : key;
  }

  private static boolean isLatin(String key) {
    char before = key.charAt(key.length() - 2);
    return before >= 'a' && before <= 'z';
  }

  private Words words() {
    Words known = words;
    if (known == null) {
      known = read(taxonomy);
      words = known;
    }
    return known;
  }

  private static Words read(Taxonomy taxonomy) {
    Set<String> whole = new HashSet<>();
    Map<String, List<Boolean>> inside = new HashMap<>();
    List<Pattern> patterns =
        taxonomy.concepts().stream()
            .flatMap(concept -> concept.patterns().stream())
            .map(Pattern::compile)
            .toList();
    for (Concept concept : taxonomy.concepts()) {
      Stream.of(
              Stream.of(concept.id(), concept.zh(), concept.en()),
              concept.context().stream(),
              concept.except().stream(),
              concept.ambiguous().stream())
          .flatMap(names -> names)
          .forEach(name -> whole.add(key(name)));
      concept.names().forEach(name -> inside.put(name, List.of(true)));
      concept.ambiguous().stream()
          .filter(name -> Character.isUpperCase(name.charAt(0)) && name.length() > 1)
          .forEach(name -> inside.put(name, List.of(true)));
    }
    for (Section section : taxonomy.sections()) {
      Stream.of(
              Stream.of(section.zh(), section.en()),
              section.headings().stream(),
              section.terms().stream())
          .flatMap(names -> names)
          .forEach(name -> whole.add(key(name)));
    }
    return new Words(whole, new Lexicon<>(inside), patterns);
  }
}
