package io.winnow.clean;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Knows the parts of a page by the names their authors gave them: tags, roles, classes, ids. */
final class NoiseNames {
  private static final Set<String> TAGS =
      Set.of("nav", "footer", "aside", "menu", "figcaption", "form", "fieldset");
  private static final Set<String> ROLES =
      Set.of(
          "navigation",
          "complementary",
          "contentinfo",
          "search",
          "dialog",
          "alert",
          "alertdialog",
          "menu",
          "menubar",
          "toolbar",
          "banner");
  private static final Set<String> NOISE =
      Set.of(
          "nav",
          "navbar",
          "navigation",
          "menu",
          "submenu",
          "sidebar",
          "sidebars",
          "breadcrumb",
          "breadcrumbs",
          "crumb",
          "crumbs",
          "footer",
          "footnav",
          "comment",
          "comments",
          "respond",
          "disqus",
          "reply",
          "replies",
          "share",
          "shares",
          "sharing",
          "sharebar",
          "sharedaddy",
          "social",
          "socials",
          "related",
          "relate",
          "relevant",
          "recommend",
          "recommended",
          "recommendation",
          "recommendations",
          "promo",
          "promotion",
          "ad",
          "ads",
          "adv",
          "advert",
          "adverts",
          "advertisement",
          "advertising",
          "adsense",
          "banner",
          "banners",
          "sponsor",
          "sponsored",
          "newsletter",
          "newsletters",
          "subscribe",
          "subscription",
          "signup",
          "cookie",
          "cookies",
          "consent",
          "gdpr",
          "popup",
          "modal",
          "overlay",
          "login",
          "widget",
          "widgets",
          "tags",
          "taglist",
          "pagination",
          "pager",
          "paging",
          "toolbar",
          "rating",
          "ratings",
          "copyright",
          "disclaimer",
          "byline",
          "authorbox",
          "bio",
          "postmeta",
          "metadata",
          "outbrain",
          "taboola",
          "teaser",
          "teasers",
          "trending",
          "popular",
          "mostread",
          "morefrom",
          "readmore",
          "credit",
          "credits",
          "screenreader",
          "ticker",
          "partners",
          "donate",
          "paywall",
          "feedback",
          "crosslinks",
          "seealso",
          "qrcode",
          "statement",
          "bshare",
          "jiathis",
          "bdshare",
          "caption",
          "figcaption",
          "infobox",
          "authorinfo",
          "aboutauthor",
          "authorcard",
          "authorblock",
          "entrymeta",
          "articlemeta",
          "postfooter",
          "entryfooter",
          "articlefooter",
          "readnext",
          "nextpost",
          "nextstory",
          "topstories",
          "latestnews",
          "morenews",
          "morestories",
          "authordescription",
          "authorprofile",
          "authorbio",
          "sabox",
          "saboxplugin",
          "pum",
          "popmake",
          "toc",
          "tableofcontents",
          "inhaltsverzeichnis",
          "explore",
          "factbox",
          "cta",
          "imagedescription",
          "licenceinfo",
          "license",
          "tooltip",
          "embedarticle",
          "viewmore",
          "relatedlinks",
          "recirculation",
          "interesting",
          "commentform",
          "postauthor");

  /** Names that are right even where they hold most of a page's text. */
  private static final Set<String> CERTAIN =
      Set.of(
          "comment",
          "comments",
          "respond",
          "disqus",
          "related",
          "recommend",
          "recommended",
          "cookie",
          "cookies",
          "newsletter",
          "footer",
          "<footer>",
          "<nav>",
          "copyright");

  private static final Set<String> NEGATED =
      Set.of("has", "no", "with", "without", "hide", "show", "is", "not");
  private static final Set<String> CONTENT =
      Set.of(
          "article",
          "content",
          "entry",
          "post",
          "text",
          "story",
          "main",
          "body",
          "detail",
          "artikel",
          "articlebody",
          "maincontent",
          "inhalt",
          "news");
  private static final Set<String> BODY =
      Set.of(
          "articlebody",
          "articlecontent",
          "articletext",
          "mwcontent",
          "entrycontent",
          "postcontent",
          "postbody",
          "storybody",
          "storycontent",
          "newsbody",
          "newscontent",
          "newstext");
  private static final Set<String> LEDE =
      Set.of(
          "lead",
          "lede",
          "leadin",
          "intro",
          "introduction",
          "teaser",
          "abstract",
          "summary",
          "sommario",
          "sumario",
          "vorspann",
          "einleitung",
          "chapo",
          "bajada",
          "entradilla",
          "sapo",
          "zusammenfassung");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern SEPARATOR = Pattern.compile("(?<=[a-z])(?=[A-Z])|[^A-Za-z]+");
  private static final int MAX_NAME = 300;

  private NoiseNames() {}

  /**
   * The words by which tag, role, class and id say that an element is no content; empty where none
   * does.
   */
  static Set<String> noise(Element element) {
    if (element.normalName().equals("blockquote")) {
      return Set.of();
    }
    Set<String> words = new TreeSet<>();
    if (TAGS.contains(element.normalName())) {
      words.add("<" + element.normalName() + ">");
    }
    if (ROLES.contains(element.attr("role"))) {
      words.add("=" + element.attr("role"));
    }
    find(element.attr("class"), NOISE, words);
    find(element.id(), NOISE, words);
    return words;
  }

  /** Whether tag, property, class or id say that an element holds the article. */
  static boolean isContent(Element element) {
    return element.normalName().equals("article")
        || element.normalName().equals("main")
        || element.attr("itemprop").equals("articleBody")
        || find(element.attr("class"), CONTENT, new TreeSet<>())
        || find(element.id(), CONTENT, new TreeSet<>());
  }

  /** Whether property, class or id call an element the body of an article. */
  static boolean isBody(Element element) {
    return element.attr("itemprop").equals("articleBody")
        || find(element.attr("class"), BODY, new TreeSet<>())
        || find(element.id(), BODY, new TreeSet<>());
  }

  /**
   * Whether an element, or one around it, is called the body of an article.
   *
   * @param known what was found of elements before; is added to
   */
  static boolean isInBody(@Nullable Element element, Map<Element, Boolean> known) {
    if (element == null) {
      return false;
    }
    Boolean found = known.get(element);
    if (found == null) {
      found = isBody(element) || isInBody(element.parent(), known);
      known.put(element, found);
    }
    return found;
  }

  /** Whether an element is marked as an article or as the main part of its page. */
  static boolean isEntry(Element element) {
    return isPost(element) || element.normalName().equals("main");
  }

  /** Whether an element is marked as one article, of which a page may have several. */
  static boolean isPost(Element element) {
    return element.normalName().equals("article")
        || element.hasClass("hentry")
        || element.hasClass("h-entry");
  }

  /** Whether the name of an element, or of one of the two around it, is that of a lede. */
  static boolean isLede(Element element) {
    Element up = element;
    for (int level = 0; up != null && level < 3; level++, up = up.parent()) {
      if (find(up.attr("class"), LEDE, new TreeSet<>())
          || find(up.id(), LEDE, new TreeSet<>())
          || up.attr("itemprop").equals("description")) {
        return true;
      }
    }
    return false;
  }

  /** The largest share of a page's text that a name may take and be believed. */
  static double credit(String name) {
    return CERTAIN.contains(name) ? 0.9 : 0.4;
  }

  private static boolean find(String name, Set<String> known, Set<String> words) {
    if (name.isEmpty() || name.length() > MAX_NAME) {
      return false;
    }
    for (String one : SPACES.split(name)) {
      String before = "";
      for (String word : SEPARATOR.split(one)) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (known.contains(lower) && !NEGATED.contains(before)) {
          words.add(lower);
        } else if (known.contains(before + lower)) {
          words.add(before + lower);
        }
        before = lower;
      }
    }
    return !words.isEmpty();
  }
}
