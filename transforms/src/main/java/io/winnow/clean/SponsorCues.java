package io.winnow.clean;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of paid reads.
 *
 * @param invite what calls the listener to an address
 * @param paid what only a sponsored stretch says
 * @param open how a host turns to the audience before one
 */
record SponsorCues(List<Pattern> invite, List<Pattern> paid, List<Pattern> open)
    implements Serializable {
  SponsorCues {
    invite = List.copyOf(invite);
    paid = List.copyOf(paid);
    open = List.copyOf(open);
  }

  boolean invites(String line) {
    return any(invite, line);
  }

  boolean pays(String line) {
    return any(paid, line);
  }

  boolean opens(String line) {
    return any(open, line);
  }

  private static boolean any(List<Pattern> patterns, String line) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(line).find());
  }
}
