package io.winnow.clean;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which address a page gives for itself: its canonical link, unless that leads to the home
 * page or to a folder that its other addresses lie in, as templates that are set up wrongly do.
 */
final class PageUrl {
  private PageUrl() {}

  /** The address as written; null where the page gives none of its own. */
  static @Nullable String of(PageScan scan, @Nullable String data) {
    String canonical = own(scan.canonical());
    String graph = own(scan.meta("og:url"));
    String described = own(data);
    if (canonical == null) {
      return graph != null ? graph : described;
    }
    boolean folder =
        graph != null
            && isWithin(graph, canonical)
            && (described == null || !isWithin(canonical, described));
    return folder && graph.equals(described) ? graph : canonical;
  }

  private static @Nullable String own(@Nullable String address) {
    Optional<String> url = address == null ? Optional.empty() : CanonicalUrl.of(address);
    return url.isEmpty() || CanonicalUrl.isHome(url.get()) ? null : address;
  }

  private static boolean isWithin(String address, String folder) {
    String parent = folder.endsWith("/") ? folder : folder + '/';
    return address.startsWith(parent) && address.length() > parent.length();
  }
}
