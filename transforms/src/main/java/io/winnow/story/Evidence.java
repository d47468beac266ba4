package io.winnow.story;

import org.jspecify.annotations.Nullable;

/**
 * What stories are made of: a link, or what is known of one article.
 *
 * @param link two articles that belong together; null where {@code id} is not
 * @param id of a duplicate, which is not published, or of an article of an earlier run
 * @param story that the earlier article belongs to by now; null for a duplicate
 * @param label of that story
 */
record Evidence(
    @Nullable StoryLink link, @Nullable String id, @Nullable String story, @Nullable String label) {
  static Evidence of(StoryLink link) {
    return new Evidence(link, null, null, null);
  }

  static Evidence ofDuplicate(String id) {
    return new Evidence(null, id, null, null);
  }

  static Evidence ofEarlier(String id, String story, @Nullable String label) {
    return new Evidence(null, id, story, label);
  }
}
