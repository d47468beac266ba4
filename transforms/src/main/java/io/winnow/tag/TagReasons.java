package io.winnow.tag;

import io.winnow.tag.Evidence.Count;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an article got its section and tags: what it names of a taxonomy, and how often. For people;
 * it decides nothing.
 */
public final class TagReasons {
  private final Vocabulary vocabulary;
  private final Evidence evidence;

  private TagReasons(Vocabulary vocabulary, Evidence evidence) {
    this.vocabulary = vocabulary;
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
    Vocabulary vocabulary = new Vocabulary(taxonomy);
    return new TagReasons(vocabulary, Evidence.of(vocabulary, title, text));
  }

  /** How often the article names a tag; empty where the taxonomy or the article does not. */
  public Optional<Mention> tag(String id) {
    List<Mention> found = new ArrayList<>();
    evidence.concepts(
        (concept, count) -> {
          if (concept(concept).id().equals(id)) {
            found.add(Mention.of(id, count));
          }
        });
    return found.stream().findFirst();
  }

  /** Terms and tags that speak for a section or the one above it, the most frequent first. */
  public List<Mention> section(String path) {
    List<Mention> mentions = new ArrayList<>();
    evidence.terms(
        (number, count) -> {
          Vocabulary.SectionTerm term = vocabulary.terms().get(number);
          if (speaksFor(vocabulary.taxonomy().sections().get(term.section()).path(), path)) {
            mentions.add(Mention.of(term.name(), count));
          }
        });
    evidence.concepts(
        (number, count) -> {
          if (speaksFor(concept(number).section(), path)) {
            mentions.add(Mention.of(concept(number).id(), count));
          }
        });
    mentions.sort(Comparator.comparingInt(Mention::all).reversed().thenComparing(Mention::name));
    return mentions;
  }

  private Concept concept(int number) {
    return vocabulary.taxonomy().concepts().get(number);
  }

  private static boolean speaksFor(@Nullable String section, String path) {
    return section != null && (path.equals(section) || path.startsWith(section + "/"));
  }
}
