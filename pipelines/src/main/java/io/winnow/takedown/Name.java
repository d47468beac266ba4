package io.winnow.takedown;

import io.winnow.dedupe.UrlKey;
import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody names to have it taken down. */
public sealed interface Name {
  /** As it was typed. */
  String typed();

  /** The first hex digits of the id of a piece: its text is meant. */
  record Id(String typed, String prefix) implements Name {
    /** Whether these are all digits of an id. */
    public boolean isWhole() {
      return prefix.length() == DIGITS;
    }
  }

  /**
   * A URL in any of its forms: every text that is published there is meant.
   *
   * @param key what all its forms have in common
   */
  record Url(String typed, String key) implements Name {}

  /** Digits of an id. */
  int DIGITS = 32;

  /** The least digits of an id that are taken. */
  int LEAST_DIGITS = 6;

  /**
   * Reads what was typed.
   *
   * @throws IllegalArgumentException when it is neither, or a URL that names no article
   */
  static Name of(String typed) {
    String text = typed.strip();
    if (Patterns.ID.matcher(text).matches()) {
      return new Id(typed, text.toLowerCase(Locale.ROOT));
    }
    if (!Patterns.URL.matcher(text).lookingAt()) {
      throw new IllegalArgumentException(
          "name an id, its first %d or more digits, or a URL; was: %s"
              .formatted(LEAST_DIGITS, typed));
    }
    String key = UrlKey.of(text);
    if (key == null) {
      throw new IllegalArgumentException(
          "that URL is a home page, a list or the like and names no article; name ids: " + typed);
    }
    return new Url(typed, key);
  }

  /** How each is told. */
  final class Patterns {
    private static final Pattern ID =
        Pattern.compile("[0-9a-fA-F]{" + LEAST_DIGITS + "," + DIGITS + "}");
    private static final Pattern URL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{0,20}+://");

    private Patterns() {}
  }
}
