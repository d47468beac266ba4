package io.winnow.clean;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Knows the parts of a page by the names their authors gave them: tags, roles, classes, ids. One
 * for each page, as it remembers what it read.
 */
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

  /** What the words of one class or id say. */
  private record Meaning(Set<String> noise, boolean content, boolean body, boolean lede) {
    static final Meaning NONE = new Meaning(Set.of(), false, false, false);
  }

  private final Map<String, Meaning> meanings = new HashMap<>();
  private final Map<Element, Boolean> inBody = new IdentityHashMap<>();

  /**
   * The words by which tag, role, class and id say that an element is no content; empty where none
   * does.
   */
  Set<String> noise(Element element) {
    if (element.normalName().equals("blockquote")) {
      return Set.of();
    }
    Set<String> byClass = meaning(element.attr("class")).noise();
    Set<String> byId = meaning(element.id()).noise();
    boolean named = TAGS.contains(element.normalName()) || ROLES.contains(element.attr("role"));
    if (!named && (byClass.isEmpty() || byId.isEmpty())) {
      return byClass.isEmpty() ? byId : byClass;
    }
    Set<String> words = new TreeSet<>(byClass);
    words.addAll(byId);
    if (TAGS.contains(element.normalName())) {
      words.add("<" + element.normalName() + ">");
    }
    if (ROLES.contains(element.attr("role"))) {
      words.add("=" + element.attr("role"));
    }
    return words;
  }

  /** Whether tag, property, class or id say that an element holds the article. */
  boolean isContent(Element element) {
    return element.normalName().equals("article")
        || element.normalName().equals("main")
        || element.attr("itemprop").equals("articleBody")
        || meaning(element.attr("class")).content()
        || meaning(element.id()).content();
  }

  /** Whether property, class or id call an element the body of an article. */
  boolean isBody(Element element) {
    return element.attr("itemprop").equals("articleBody")
        || meaning(element.attr("class")).body()
        || meaning(element.id()).body();
  }

  /** Whether an element, or one around it, is called the body of an article. */
  boolean isInBody(@Nullable Element element) {
    if (element == null) {
      return false;
    }
    Boolean found = inBody.get(element);
    if (found == null) {
      found = isBody(element) || isInBody(element.parent());
      inBody.put(element, found);
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
  boolean isLede(Element element) {
    Element up = element;
    for (int level = 0; up != null && level < 3; level++, up = up.parent()) {
      if (meaning(up.attr("class")).lede()
          || meaning(up.id()).lede()
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

  private Meaning meaning(String name) {
    if (name.isEmpty() || name.length() > MAX_NAME) {
      return Meaning.NONE;
    }
    return meanings.computeIfAbsent(name, NoiseNames::read);
  }

  private static Meaning read(String name) {
    Set<String> noise = new TreeSet<>();
    Set<String> others = new HashSet<>();
    for (String one : SPACES.split(name)) {
      String before = "";
      for (String word : SEPARATOR.split(one)) {
        String lower = word.toLowerCase(Locale.ROOT);
        String both = before + lower;
        if (!NEGATED.contains(before)) {
          others.add(lower);
        }
        others.add(both);
        if (NOISE.contains(lower) && !NEGATED.contains(before)) {
          noise.add(lower);
        } else if (NOISE.contains(both)) {
          noise.add(both);
        }
        before = lower;
      }
    }
    return new Meaning(
        Collections.unmodifiableSet(noise),
        !Collections.disjoint(others, CONTENT),
        !Collections.disjoint(others, BODY),
        !Collections.disjoint(others, LEDE));
  }
}
