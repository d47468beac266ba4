package io.winnow.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds web addresses printed in a text. */
final class WebAddresses {
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[\\w\\-.~:/?#@!$&*+;=%\\[\\]()]{3,2000}", Pattern.CASE_INSENSITIVE);

  private WebAddresses() {}

  /** Every address in the text, without the punctuation that follows it. */
  static List<FoundLink> in(RawText raw) {
    List<FoundLink> links = new ArrayList<>();
    Matcher found = ADDRESS.matcher(raw.text());
    while (found.find()) {
      links.add(new FoundLink(trim(found.group()), null, found.start(), false));
    }
    return links;
  }

  /** The first address at or after {@code from}; null without one. */
  static String trim(String address) {
    int end = address.length();
    while (end > 0 && ".:;!?#&*".indexOf(address.charAt(end - 1)) >= 0) {
      end--;
    }
    String trimmed = address.substring(0, end);
    return count(trimmed, ')') > count(trimmed, '(') && trimmed.endsWith(")")
        ? trim(trimmed.substring(0, end - 1))
        : trimmed;
  }

  private static long count(String text, char c) {
    return text.chars().filter(x -> x == c).count();
  }
}
