package io.winnow.tag;

import io.winnow.tag.Evidence.Count;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an article got its section and tags: what it names of a taxonomy, and how often. For people;
 * it decides nothing.
 */
public final class TagReasons {
  private final Taxonomy taxonomy;
  private final Evidence evidence;

  private TagReasons(Taxonomy taxonomy, Evidence evidence) {
    this.taxonomy = taxonomy;
    this.evidence = evidence;
  }

  /**
   * Something that an article names.
   *
   * @param name a tag's id, or a term of a section
   * @param title times in the title
   * @param lead times at the beginning of the text
   * @param all times in all
   */
  public record Mention(String name, int title, int lead, int all) {
    private static Mention of(String name, Count count) {
      return new Mention(name, count.title, count.lead, count.all);
    }
  }

  /** Of an article by this taxonomy, which must be the one that it was tagged by. */
  public static TagReasons of(Taxonomy taxonomy, String title, String text) {
    return new TagReasons(taxonomy, Evidence.of(new Vocabulary(taxonomy), title, text));
  }

  /** How often the article names a tag; empty where the taxonomy or the article does not. */
  public Optional<Mention> tag(String id) {
    for (Map.Entry<Integer, Count> named : evidence.concepts().entrySet()) {
      if (taxonomy.concepts().get(named.getKey()).id().equals(id)) {
        return Optional.of(Mention.of(id, named.getValue()));
      }
    }
    return Optional.empty();
  }

  /** Terms and tags that speak for a section or the one above it, the most frequent first. */
  public List<Mention> section(String path) {
    List<Mention> mentions = new ArrayList<>();
    evidence
        .terms()
        .forEach(
            (section, terms) -> {
              Section named = taxonomy.sections().get(section);
              if (speaksFor(named.path(), path)) {
                terms.forEach(
                    (term, count) -> mentions.add(Mention.of(named.terms().get(term), count)));
              }
            });
    evidence
        .concepts()
        .forEach(
            (concept, count) -> {
              Concept named = taxonomy.concepts().get(concept);
              if (speaksFor(named.section(), path)) {
                mentions.add(Mention.of(named.id(), count));
              }
            });
    mentions.sort(Comparator.comparingInt(Mention::all).reversed().thenComparing(Mention::name));
    return mentions;
  }

  private static boolean speaksFor(@Nullable String section, String path) {
    return section != null && (path.equals(section) || path.startsWith(section + "/"));
  }
}
