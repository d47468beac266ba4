package io.winnow.bench;

import java.util.List;

/** Puts an article into a page of its site: menus, side columns, comments and scripts around it. */
final class PageLayout {
  private static final String[] ARTICLE = {
    "<article class=\"post\">",
    "<div id=\"content\" class=\"entry-content\">",
    "<main><section class=\"article-body\">"
  };
  private static final String[] ARTICLE_END = {"</article>", "</div>", "</section></main>"};

  private PageLayout() {}

  static String page(MadeArticle article, Dice dice) {
    Site site = article.site();
    StringBuilder page = new StringBuilder(12_000);
    head(article, page);
    page.append("<body>\n<header class=\"site-header\"><a href=\"/\">")
        .append(site.name())
        .append("</a></header>\n");
    list("nav", "menu", site.menu(), site, page);
    page.append(ARTICLE[site.layout()])
        .append("\n<h1>")
        .append(escaped(article.title()))
        .append("</h1>\n");
    page.append("<p class=\"byline\">")
        .append(article.prose().lang().equals("zh") ? "作者：" : "By ")
        .append("<a rel=\"author\" href=\"/authors/\">")
        .append(article.author())
        .append("</a> <time datetime=\"")
        .append(article.date())
        .append("\">")
        .append(article.date())
        .append("</time></p>\n");
    body(article, dice, page);
    site.footer()
        .forEach(line -> page.append("<p class=\"note\">").append(escaped(line)).append("</p>\n"));
    page.append(ARTICLE_END[site.layout()]).append('\n');
    aside(article, dice, page);
    page.append("<footer><p>").append(site.name()).append("</p>");
    list("ul", "links", site.menu().subList(0, 8), site, page);
    return page.append("<script>window.stats=window.stats||[];stats.push(['page',")
        .append(article.number())
        .append("]);</script></footer>\n</body>\n</html>\n")
        .toString();
  }

  private static void head(MadeArticle article, StringBuilder page) {
    String title = escaped(article.title());
    page.append("<!DOCTYPE html>\n<html lang=\"")
        .append(article.lang())
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
        .append(title)
        .append(" - ")
        .append(article.site().name())
        .append("</title>\n")
        .append("<link rel=\"canonical\" href=\"")
        .append(article.url())
        .append("\">\n")
        .append("<meta property=\"og:title\" content=\"")
        .append(title)
        .append("\">\n")
        .append("<meta property=\"og:site_name\" content=\"")
        .append(article.site().name())
        .append("\">\n")
        .append("<meta property=\"article:published_time\" content=\"")
        .append(article.date())
        .append("T08:00:00Z\">\n")
        .append(
            "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"")
        .append(title.replace("\"", ""))
        .append("\",\"datePublished\":\"")
        .append(article.date())
        .append("\",\"author\":{\"@type\":\"Person\",\"name\":\"")
        .append(article.author())
        .append("\"}}</script>\n")
        .append(
            "<style>body{margin:0 auto;max-width:60em}nav li{display:inline}.note{color:#666}</style>\n</head>\n");
  }

  private static void body(MadeArticle article, Dice dice, StringBuilder page) {
    int number = 0;
    for (List<String> paragraph : article.paragraphs()) {
      if (number++ % 4 == 2) {
        page.append("<h2>")
            .append(escaped(article.prose().label(dice, 2)))
            .append("</h2>\n<figure><img src=\"/img/")
            .append(article.number())
            .append('-')
            .append(number)
            .append(".jpg\" alt=\"\"></figure>\n");
      }
      String text = escaped(article.line(paragraph));
      int cut = text.length() / 2;
      page.append("<p>");
      if (dice.percent(25) && !Character.isSurrogate(text.charAt(cut)) && text.indexOf('&') < 0) {
        int end = Math.min(text.length(), cut + 6);
        page.append(text, 0, cut)
            .append("<a href=\"https://")
            .append(article.site().host())
            .append("/tag/")
            .append(dice.below(500))
            .append("\">")
            .append(text, cut, end)
            .append("</a>")
            .append(text, end, text.length());
      } else {
        page.append(text);
      }
      page.append("</p>\n");
    }
  }

  private static void aside(MadeArticle article, Dice dice, StringBuilder page) {
    page.append("<aside class=\"sidebar related\"><h3>")
        .append(article.lang().equals("zh") ? "相关阅读" : "Related")
        .append("</h3>\n<ul>\n");
    for (int i = dice.between(4, 10); i > 0; i--) {
      page.append("<li><a href=\"/")
          .append(dice.below(100_000))
          .append(".html\">")
          .append(escaped(article.prose().title(article.topic(), dice)))
          .append("</a></li>\n");
    }
    page.append("</ul></aside>\n<div class=\"comments\" id=\"comments\">\n");
    for (int i = dice.below(4); i > 0; i--) {
      page.append("<div class=\"comment\"><b>")
          .append(article.prose().person(dice))
          .append("</b><p>")
          .append(escaped(article.prose().sentence(article.topic(), dice)))
          .append("</p></div>\n");
    }
    page.append("</div>\n");
  }

  private static void list(
      String tag, String name, List<String> labels, Site site, StringBuilder page) {
    page.append('<').append(tag).append(" class=\"").append(name).append("\"><ul>");
    for (int i = 0; i < labels.size(); i++) {
      page.append("<li><a href=\"https://")
          .append(site.host())
          .append("/section/")
          .append(i)
          .append("\">")
          .append(escaped(labels.get(i)))
          .append("</a></li>");
    }
    page.append("</ul></").append(tag).append(">\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
