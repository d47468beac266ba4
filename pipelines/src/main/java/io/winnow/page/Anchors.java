package io.winnow.page;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Gives the headings of one page their anchors as GitHub does: lower case; letters, marks, digits,
 * connectors, hyphens and spaces stay, spaces become hyphens; a repeated one gets {@code -1},
 * {@code -2}. Headings are added in the order of the page.
 */
final class Anchors {
  private final Set<String> used = new HashSet<>();

  String add(String heading) {
    String base = slug(heading);
    String anchor = base;
    for (int n = 1; !used.add(anchor); n++) {
      anchor = base + "-" + n;
    }
    return anchor;
  }

  private static String slug(String heading) {
    StringBuilder slug = new StringBuilder(heading.length());
    heading
        .strip()
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(c -> c == ' ' || c == '-' || isWord(c))
        .forEach(c -> slug.appendCodePoint(c == ' ' ? '-' : c));
    return slug.toString();
  }

  private static boolean isWord(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.CONNECTOR_PUNCTUATION ->
          true;
      default -> Character.isLetter(codePoint);
    };
  }
}
