package io.winnow.story;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Makes articles for tests of stories. */
final class Told {
  static final LocalDate TODAY = LocalDate.of(2026, 2, 16);

  private Told() {}

  static StorySignature article(String id, String source, String title, String text) {
    return article(id, source, TODAY, title, text);
  }

  static StorySignature article(
      String id, String source, @Nullable LocalDate day, String title, String text) {
    return Signatures.of(id, source, null, day, TODAY, title, text);
  }

  static StorySignature part(
      String id, String source, String series, LocalDate day, String title, String text) {
    return Signatures.of(id, source, series, day, TODAY, title, text);
  }
}
