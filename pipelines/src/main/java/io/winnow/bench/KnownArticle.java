package io.winnow.bench;

import io.winnow.schema.Draft;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.StoryMark;

/**
 * An article that was cleaned, with what the floor compares it by.
 *
 * @param keys what deduplication compares
 * @param signed what stories compare
 */
record KnownArticle(Draft draft, Fingerprint keys, StoryMark signed) {
  String id() {
    return keys.getId();
  }
}
