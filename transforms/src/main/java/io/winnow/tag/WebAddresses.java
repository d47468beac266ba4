package io.winnow.tag;

import java.util.Arrays;

/** Where web addresses stand in a text: what they spell is where a page lies, not what it says. */
final class WebAddresses {
  private static final String MARK = "://";
  private static final String ENDS = "()[]<>\"'|`";

  /** Beginnings and ends in turn, ascending. */
  private final int[] bounds;

  private WebAddresses(int[] bounds) {
    this.bounds = bounds;
  }

  static WebAddresses in(String text) {
    int[] bounds = new int[8];
    int count = 0;
    for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at)) {
      int from = at;
      while (from > 0 && Character.isLetter(text.charAt(from - 1)) && at - from < 5) {
        from--;
      }
      at += MARK.length();
      while (at < text.length() && isPart(text.charAt(at))) {
        at++;
      }
      if (count == bounds.length) {
        bounds = Arrays.copyOf(bounds, 2 * count);
      }
      bounds[count++] = from;
      bounds[count++] = at;
    }
    return new WebAddresses(Arrays.copyOf(bounds, count));
  }

  /** Whether a position lies in an address. */
  boolean cover(int position) {
    int at = Arrays.binarySearch(bounds, position);
    return at < 0 ? (-at - 1) % 2 == 1 : at % 2 == 0;
  }

  private static boolean isPart(char c) {
    return c > ' ' && c < 0x2E80 && ENDS.indexOf(c) < 0;
  }
}
