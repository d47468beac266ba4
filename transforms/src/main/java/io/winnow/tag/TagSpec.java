package io.winnow.tag;

import io.winnow.tag.section.SectionModel;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How articles are tagged.
 *
 * @param taxonomy sections and tags to choose from
 * @param sectionModel what chooses sections in place of the taxonomy; null where that does
 * @param maxTags most tags an article gets
 * @param maxKeywords most keywords an article gets
 */
public record TagSpec(
    Taxonomy taxonomy, @Nullable SectionModel sectionModel, int maxTags, int maxKeywords)
    implements Serializable {
  public static final int DEFAULT_MAX_TAGS = 5;
  public static final int DEFAULT_MAX_KEYWORDS = 10;

  public TagSpec {
    if (maxTags < 0) {
      throw new IllegalArgumentException("maxTags must not be negative, was: " + maxTags);
    }
    if (maxKeywords < 0) {
      throw new IllegalArgumentException("maxKeywords must not be negative, was: " + maxKeywords);
    }
  }

  /** The taxonomy that ships with Winnow, five tags, ten keywords. */
  public static TagSpec defaults() {
    return new TagSpec(Taxonomy.bundled(), null, DEFAULT_MAX_TAGS, DEFAULT_MAX_KEYWORDS);
  }

  public TagSpec withTaxonomy(Taxonomy chosen) {
    return new TagSpec(chosen, sectionModel, maxTags, maxKeywords);
  }

  /** The same, with sections chosen by a model where there is one. */
  public TagSpec withSectionModel(@Nullable SectionModel model) {
    return new TagSpec(taxonomy, model, maxTags, maxKeywords);
  }
}
