package io.winnow.story;

import org.jspecify.annotations.Nullable;

/**
 * An article that may share a story with others.
 *
 * @param earlier whether an earlier run published it
 * @param story id of the story that it was published with; null where there was none, or it is of
 *     today
 * @param label of that story
 */
record Candidate(
    StorySignature signature, boolean earlier, @Nullable String story, @Nullable String label) {
  /** An article of this run. */
  static Candidate today(StorySignature signature) {
    return new Candidate(signature, false, null, null);
  }

  String id() {
    return signature.id();
  }

  Candidate compared() {
    return new Candidate(signature.compared(), earlier, story, label);
  }
}
