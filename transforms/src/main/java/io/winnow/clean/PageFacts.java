package io.winnow.clean;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page declares about itself in its own metadata.
 *
 * @param title as declared
 * @param url address of the page
 * @param authors in order
 * @param published date of publication
 * @param publication name of the site or magazine
 * @param type declared type, such as {@code NewsArticle}
 * @param series key or name of a series
 */
record PageFacts(
    @Nullable String title,
    @Nullable String url,
    List<String> authors,
    @Nullable Dateline published,
    @Nullable String publication,
    @Nullable String type) {
  static final PageFacts NONE = new PageFacts(null, null, List.of(), null, null, null);

  PageFacts {
    authors = List.copyOf(authors);
  }
}
