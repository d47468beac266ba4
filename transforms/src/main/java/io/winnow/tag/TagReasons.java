package io.winnow.tag;

import io.winnow.schema.Article;
import io.winnow.schema.ScoredTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why an article got its section and tags: what it names of a taxonomy, where, and what that
 * counts, measured again by the classes that tagged it. For people; it decides nothing.
 */
public final class TagReasons {
  /** Points that a section needs. */
  public static final double LEAST_OF_A_SECTION = SectionScorer.LEAST;

  private final Article article;
  private final String whole;
  private final Vocabulary vocabulary;
  private final SectionScorer sections;
  private final Evidence evidence;
  private final Map<Integer, List<Place>> concepts = new TreeMap<>();
  private final Map<Integer, List<Place>> terms = new TreeMap<>();

  private TagReasons(Taxonomy taxonomy, Article article) {
    this.article = article;
    whole = article.getTitle() + "\n\n" + article.getText();
    vocabulary = new Vocabulary(taxonomy);
    sections = new SectionScorer(vocabulary);
    evidence =
        Evidence.of(
            vocabulary,
            article.getTitle(),
            article.getText(),
            new Evidence.Places() {
              @Override
              public void concept(int number, int from, int to) {
                add(concepts, number, from, to);
              }

              @Override
              public void term(int number, int from, int to) {
                add(terms, number, from, to);
              }
            });
  }

  /** Of an article by this taxonomy, which must be the one that it was tagged by. */
  public static TagReasons of(Taxonomy taxonomy, Article article) {
    return new TagReasons(taxonomy, article);
  }

  /**
   * Where something is named.
   *
   * @param written as it stands there
   * @param at UTF-16 unit of the text where it begins; negative in the title
   */
  public record Place(String written, int at) {}

  /**
   * Something that an article names.
   *
   * @param name a tag's id, or a term of a section
   * @param title times in the title
   * @param lead times at the beginning of the text
   * @param all times in all
   * @param points what that counts for the section
   */
  public record Mention(
      String name, int title, int lead, int all, double points, List<Place> places) {}

  /**
   * A tag that an article names.
   *
   * @param title points for the title
   * @param lead points for the beginning
   * @param often points for how often the text names it
   * @param score that the points make, 0 to 1
   */
  public record NamedTag(Mention mention, double title, double lead, double often, double score) {}

  /** A section and its points, with those of the form of the text and of its host. */
  public record Rated(String path, double points, double byKind, double bySite) {}

  /** Every tag that it names, also too little, the best first. */
  public List<NamedTag> tags() {
    List<NamedTag> named = new ArrayList<>();
    int chars = article.getText().length();
    evidence.concepts(
        (number, count) -> {
          TagScorer.Points points = TagScorer.Points.of(count, chars);
          named.add(
              new NamedTag(
                  mention(concept(number).id(), count, 0, concepts.get(number)),
                  points.title(),
                  points.lead(),
                  points.often(),
                  points.score()));
        });
    named.sort(
        Comparator.comparingDouble(NamedTag::score)
            .reversed()
            .thenComparing(tag -> tag.mention().name()));
    return named;
  }

  /** The score from which something that is named is a tag of this article. */
  public double leastOfATag() {
    return TagScorer.least(article.getText().length());
  }

  /** The tags that tagging again gives. */
  public List<ScoredTag> again(int most) {
    return TagScorer.tags(evidence, vocabulary.taxonomy(), article.getText().length(), most);
  }

  /** The section that tagging again gives, where no model chooses. */
  public String sectionAgain() {
    return sections.choose(article, evidence).path();
  }

  /** Whether the headings that it stood under decide its section. */
  public boolean isByHeading() {
    return sections.isByHeading(article);
  }

  /** Sections that something speaks for, the likeliest first. */
  public List<Rated> sections() {
    return sections.rated(article, evidence).stream()
        .map(each -> new Rated(each.path(), each.points(), each.byKind(), each.bySite()))
        .toList();
  }

  /** Terms and tags that speak for a section or the one above it, by what they count. */
  public List<Mention> section(String path) {
    List<Mention> mentions = new ArrayList<>();
    evidence.terms(
        (number, count) -> {
          Vocabulary.SectionTerm term = vocabulary.terms().get(number);
          String section = vocabulary.taxonomy().sections().get(term.section()).path();
          if (speaksFor(section, path)) {
            double points = SectionScorer.weight(count) * factor(section, path);
            mentions.add(mention(term.name(), count, points, terms.get(number)));
          }
        });
    evidence.concepts(
        (number, count) -> {
          String section = concept(number).section();
          if (speaksFor(section, path)) {
            double points = SectionScorer.ofTag(count) * factor(section, path);
            mentions.add(mention(concept(number).id(), count, points, concepts.get(number)));
          }
        });
    mentions.sort(
        Comparator.comparingDouble(Mention::points).reversed().thenComparing(Mention::name));
    return mentions;
  }

  private Concept concept(int number) {
    return vocabulary.taxonomy().concepts().get(number);
  }

  private static Mention mention(
      String name, Evidence.Count count, double points, @Nullable List<Place> places) {
    return new Mention(
        name, count.title, count.lead, count.all, points, places == null ? List.of() : places);
  }

  /** What speaks for the section above counts more than once for those below. */
  private static double factor(@Nullable String section, String path) {
    return path.equals(section) ? 1 : SectionScorer.PARENT;
  }

  private static boolean speaksFor(@Nullable String section, String path) {
    return section != null && (path.equals(section) || path.startsWith(section + "/"));
  }

  private void add(Map<Integer, List<Place>> places, int number, int from, int to) {
    places
        .computeIfAbsent(number, key -> new ArrayList<>())
        .add(new Place(whole.substring(from, to), from - article.getTitle().length() - 2));
  }
}
