package io.winnow.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds e-mail addresses that a page keeps as hexadecimal bytes, each combined with the first one,
 * for a script to show: the attribute {@code data-cfemail} and links to {@code email-protection}.
 */
final class ProtectedMail {
  private static final int MAX_DIGITS = 512;
  private static final String[] MARKS = {"cfemail=\"", "cfemail='", "email-protection#"};

  private ProtectedMail() {}

  /** The hexadecimal digits of each, in order. */
  static List<Hit> find(FoldedText text) {
    List<Hit> hits = new ArrayList<>();
    for (String mark : MARKS) {
      for (int at = text.indexOf(mark, 0); at >= 0; at = text.indexOf(mark, at + 1)) {
        int from = at + mark.length();
        int end = from;
        while (end - from < MAX_DIGITS && Character.digit(text.at(end), 16) >= 0) {
          end++;
        }
        if (isMail(text.substring(from, end))) {
          hits.add(new Hit(PersonalDataKind.EMAIL, from, end));
        }
      }
    }
    return hits;
  }

  private static boolean isMail(String hex) {
    if (hex.length() < 8 || hex.length() % 2 != 0) {
      return false;
    }
    int key = Integer.parseInt(hex.substring(0, 2), 16);
    for (int i = 2; i < hex.length(); i += 2) {
      if ((Integer.parseInt(hex.substring(i, i + 2), 16) ^ key) == '@') {
        return true;
      }
    }
    return false;
  }
}
