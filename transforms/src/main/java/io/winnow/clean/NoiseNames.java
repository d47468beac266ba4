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
  private static final Set<String> TAGS = PageNames.words("tags");
  private static final Set<String> ROLES = PageNames.words("roles");
  private static final Set<String> NOISE = PageNames.words("noise");

  /** Names that are right even where they hold most of a page's text. */
  /** Names that no share of the text makes doubtful; a page of nothing else is a thread. */
  private static final Set<String> COMMENTS = PageNames.words("comments");

  private static final Set<String> CERTAIN = PageNames.words("certain");

  private static final Set<String> NEGATED = PageNames.words("negated");
  private static final Set<String> CONTENT = PageNames.words("content");
  private static final Set<String> BODY = PageNames.words("body");
  private static final Set<String> LEDE = PageNames.words("lede");
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
    return COMMENTS.contains(name) ? 1 : CERTAIN.contains(name) ? 0.9 : 0.4;
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
