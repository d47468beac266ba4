package io.winnow.summarize;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How long a summary may be.
 *
 * @param chars most code points, the same for every language; null where each has its default
 * @param sentences number of sentences, whatever their length; null where characters count
 */
public record SummarySpec(@Nullable Integer chars, @Nullable Integer sentences)
    implements Serializable {
  /** Code points of a summary in a script without spaces: about 40 seconds of reading. */
  public static final int DEFAULT_DENSE_CHARS = 280;

  /** Code points of a summary in any other script: about 25 seconds of reading. */
  public static final int DEFAULT_CHARS = 560;

  /** Fewer code points than these hold no sentence. */
  public static final int MIN_CHARS = 40;

  public SummarySpec {
    if (chars != null && sentences != null) {
      throw new IllegalArgumentException("give chars or sentences, not both");
    }
    if (chars != null && chars < MIN_CHARS) {
      throw new IllegalArgumentException("chars must be at least " + MIN_CHARS + ", was: " + chars);
    }
    if (sentences != null && sentences < 1) {
      throw new IllegalArgumentException("sentences must be at least 1, was: " + sentences);
    }
  }

  public static SummarySpec defaults() {
    return new SummarySpec(null, null);
  }

  /** Most code points of a summary. */
  public int charsFor(boolean dense) {
    return chars != null ? chars : dense ? DEFAULT_DENSE_CHARS : DEFAULT_CHARS;
  }
}
