package io.winnow.clean;

import io.winnow.schema.DroppedSpan;
import io.winnow.schema.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what the links of a text are for. */
final class LinkRoles {
  private static final Set<String> SPONSORED = Set.of("sponsor", "promo", "call-to-action");

  private LinkRoles() {}

  /**
   * The links in the order of the text, each address once; the article's own is none of them.
   *
   * @param own address of the article where it is published there
   * @param subject address of what the article is about
   */
  static List<Link> of(Manuscript text, @Nullable String own, @Nullable String subject) {
    Map<String, Integer> seen = new HashMap<>();
    List<Link> links = new ArrayList<>();
    if (subject != null) {
      seen.put(subject, 0);
      links.add(link(subject, null, "subject"));
    }
    for (FoundLink found : text.links()) {
      String url = found.image() ? found.url() : CanonicalUrl.of(found.url()).orElse(found.url());
      String label = found.url().equals(found.text()) ? null : found.text();
      Integer at = seen.get(url);
      if (url.equals(own)) {
        continue;
      }
      if (at == null) {
        seen.put(url, links.size());
        links.add(link(url, label, role(text, found)));
      } else if (links.get(at).getText() == null && label != null) {
        links.set(at, link(url, label, links.get(at).getRole()));
      }
    }
    return links;
  }

  private static String role(Manuscript text, FoundLink link) {
    if (link.image()) {
      return "image";
    }
    int at = text.raw().codePoint(link.at());
    for (DroppedSpan span : text.dropped()) {
      if (at >= span.getFromChar() && at < span.getToChar() && SPONSORED.contains(span.getRule())) {
        return "sponsor";
      }
    }
    return "reference";
  }

  private static Link link(String url, @Nullable String text, String role) {
    return Link.newBuilder().setUrl(url).setText(text).setRole(role).build();
  }
}
