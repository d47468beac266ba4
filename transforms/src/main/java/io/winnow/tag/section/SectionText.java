package io.winnow.tag.section;

import io.winnow.schema.Article;
import io.winnow.schema.Link;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an article speaks for its section: the same whether it is being learned from or judged.
 *
 * @param title empty where there is none
 * @param text cleaned
 * @param site host that published it; null where unknown
 * @param kind its form
 * @param hosts what it links to
 */
public record SectionText(
    String title, String text, @Nullable String site, String kind, List<String> hosts) {
  private static final int MAX_HOSTS = 100;

  public SectionText {
    hosts = List.copyOf(hosts);
  }

  /** Of a text of which nothing else is known. */
  public static SectionText of(String title, String text) {
    return new SectionText(title, text, null, "other", List.of());
  }

  /** Of a cleaned article. */
  public static SectionText of(Article article) {
    List<String> hosts = new ArrayList<>();
    for (Link link : article.getLinks()) {
      String host = link.getRole().equals("image") ? "" : host(link.getUrl());
      if (!host.isEmpty() && hosts.size() < MAX_HOSTS) {
        hosts.add(host);
      }
    }
    // A title that was taken from the text tells nothing that the text does not.
    boolean derived = article.getTitleOrigin().equals("derived");
    return new SectionText(
        derived ? "" : article.getTitle(),
        article.getText(),
        article.getSite(),
        article.getKind(),
        hosts);
  }

  private static String host(String url) {
    int from = url.indexOf("://");
    if (from < 0) {
      return "";
    }
    int to = from + 3;
    while (to < url.length() && "/?#:".indexOf(url.charAt(to)) < 0) {
      to++;
    }
    return url.substring(from + 3, to);
  }
}
