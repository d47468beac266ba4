package io.winnow.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the links of a page lead, and its pictures come from, once it is HTML. */
interface Targets {
  /** Target of a link to a file of ours; null where there is nothing to follow. */
  @Nullable String file(String path);

  /** Target of a link to a heading of the page. */
  default String anchor(String anchor) {
    return anchor;
  }

  /** A picture as a {@code data:} URL; null where it is shown by its words alone. */
  default @Nullable String picture(String path) {
    return null;
  }

  /** Target of any link as it stands in Markdown; null where it is none that we write. */
  default @Nullable String link(String destination) {
    if (destination.startsWith("#")) {
      return anchor(destination);
    }
    String start = destination.substring(0, Math.min(8, destination.length()));
    if (start.toLowerCase(Locale.ROOT).matches("https?://.*")) {
      return destination;
    }
    int anchor = (destination + "#").indexOf('#');
    String path = destination.substring(0, anchor);
    String file = Inline.isOwnPath(path) ? file(path) : null;
    return file == null ? null : file + destination.substring(anchor);
  }
}
