package io.winnow.explain;

import io.winnow.dedupe.UrlKey;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person asks about: an id or its beginning, a URL, a place in a source, or a source. */
public sealed interface Question {

  /** As it was typed. */
  String typed();

  /** The first hex digits of an id. */
  record Id(String typed, String prefix) implements Question {}

  /** A URL in any of its forms. */
  record Url(String typed, String url) implements Question {
    /** What all its forms have in common; the URL itself where it names no article. */
    String key() {
      return keyOf(url);
    }

    static String keyOf(String url) {
      String key = UrlKey.of(url);
      return key == null ? url.strip() : key;
    }
  }

  /** A piece by its position in its source. */
  record Piece(String typed, String source, int ordinal) implements Question {}

  /** A line of a source. */
  record Line(String typed, String source, int line) implements Question {}

  /** All of a source. */
  record Source(String typed, String source) implements Question {}

  /** The least digits of an id that are asked for. */
  int LEAST_DIGITS = 6;

  /** Reads what was typed. */
  static Question of(String typed) {
    String text = typed.strip();
    if (Patterns.ID.matcher(text).matches()) {
      return new Id(typed, text.toLowerCase(Locale.ROOT));
    }
    if (Patterns.URL.matcher(text).lookingAt()) {
      return new Url(typed, text);
    }
    Matcher place = Patterns.PLACE.matcher(text);
    if (place.matches()) {
      int number = Integer.parseInt(place.group(3));
      return place.group(2).equals("#")
          ? new Piece(typed, place.group(1), number)
          : new Line(typed, place.group(1), number);
    }
    return new Source(typed, text);
  }

  /** How each is told. */
  final class Patterns {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{" + LEAST_DIGITS + ",64}");
    private static final Pattern URL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{0,20}+://");
    private static final Pattern PLACE = Pattern.compile("(.+)([#:])(\\d{1,9})", Pattern.DOTALL);

    private Patterns() {}
  }
}
