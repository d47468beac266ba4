package io.winnow.story;

import org.jspecify.annotations.Nullable;

/**
 * What stories are made of.
 *
 * @param link two articles that belong together; null where {@code duplicate} is not
 * @param duplicate id of an article that is not published; null where {@code link} is not
 */
record Evidence(@Nullable StoryLink link, @Nullable String duplicate) {
  static Evidence of(StoryLink link) {
    return new Evidence(link, null);
  }

  static Evidence ofDuplicate(String id) {
    return new Evidence(null, id);
  }
}
