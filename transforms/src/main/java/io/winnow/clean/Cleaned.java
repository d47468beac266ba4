package io.winnow.clean;

import io.winnow.schema.Draft;
import io.winnow.schema.Reject;

/** What became of a piece: exactly one of an article to be and a reject. */
public sealed interface Cleaned {
  /** The piece is an article. */
  record Kept(Draft draft) implements Cleaned {}

  /** The piece stops here. */
  record Dropped(Reject reject) implements Cleaned {}
}
