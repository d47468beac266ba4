package io.winnow.clean;

import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names under which a page's site goes, and titles without them. */
final class SiteNames {
  /** What stands between a title and the name of its site. */
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s+[|\\-–—_·•»«:~‹›/*⋆<>]{1,2}\\s+|\\s*[|｜_]\\s*|\\s*--+\\s*|(?<=[\\p{IsHan}？！…。”》])[-–—](?=\\S)"
              + "|[-–—](?=[\\p{IsHan}]{2,8}$)");

  /** Characters by which the name of a branch is longer than that of the site. */
  private static final int MAX_BRANCH = 20;

  private static final int MAX_SITE_CHARS = 40;
  private static final int MAX_SITE_WORDS = 5;
  private static final int MAX_PARTS = 12;
  private static final Pattern HOST =
      Pattern.compile("(?i)(?:www\\.)?[\\w-]+(?:\\.[a-z]{2,6}){1,2}");

  private final Set<String> keys = new TreeSet<>();
  private final Set<String> words = new TreeSet<>();

  /**
   * Names that a page gives its site.
   *
   * @param url address of the page, null where unknown
   */
  SiteNames(Stream<? extends @Nullable String> names, @Nullable String url) {
    names
        .filter(Objects::nonNull)
        .filter(name -> key(name).length() >= 2)
        .forEach(
            name -> {
              keys.add(key(name));
              words.add(Folding.words(name) + ' ');
            });
    host(url);
  }

  private void host(@Nullable String url) {
    String host =
        url == null ? null : CanonicalUrl.of(url).map(URI::create).map(URI::getHost).orElse(null);
    if (host == null) {
      return;
    }
    String[] labels = (host.startsWith("www.") ? host.substring(4) : host).split("\\.");
    keys.add(key(String.join(".", labels)));
    for (int i = 0; i < labels.length - 1; i++) {
      if (labels[i].length() >= 4) {
        keys.add(key(labels[i]));
      }
    }
  }

  private static String key(String name) {
    String key = Folding.key(name);
    return key.startsWith("the") && key.length() > 6 ? key.substring(3) : key;
  }

  /** Whether the text is a name of the site, or of a part or branch of it. */
  boolean has(String text) {
    String key = key(text);
    if (key.isEmpty()) {
      return false;
    }
    String spaced = Folding.words(text) + ' ';
    for (String site : words) {
      if (spaced.startsWith(site) && spaced.length() <= site.length() + MAX_BRANCH) {
        return true;
      }
    }
    for (String site : keys) {
      int min = Scripts.cjkShare(key) > 0.5 ? 2 : 3;
      boolean same =
          key.equals(site)
              || key.length() >= min && site.startsWith(key)
              || site.length() >= min + 1
                  && key.startsWith(site)
                  && key.length() <= site.length() + MAX_BRANCH;
      if (same) {
        return true;
      }
    }
    return false;
  }

  /** These names, and others. */
  SiteNames with(Stream<String> names) {
    SiteNames more = new SiteNames(names, null);
    more.keys.addAll(keys);
    more.words.addAll(words);
    return more;
  }

  /** The title without the names of the site before and behind it. */
  String strip(String title) {
    List<int[]> parts = parts(title);
    int first = 0;
    int last = parts.size() - 1;
    while (first < last && has(title.substring(parts.get(last)[0], parts.get(last)[1]))) {
      last--;
    }
    while (first < last && has(title.substring(parts.get(first)[0], parts.get(first)[1]))) {
      first++;
    }
    return title.substring(parts.get(first)[0], parts.get(last)[1]).strip();
  }

  /**
   * The text of a title element without what looks like the name of a site or section: short parts
   * at its end, while a longer one is left.
   */
  String stripLoosely(String title) {
    String bare = strip(title);
    List<int[]> parts = parts(bare);
    int last = parts.size() - 1;
    int first = 0;
    while (last > first && isShort(bare, parts, first, last)) {
      last--;
    }
    return bare.substring(parts.get(first)[0], parts.get(last)[1]).strip();
  }

  private static boolean isShort(String title, List<int[]> parts, int first, int last) {
    String part = title.substring(parts.get(last)[0], parts.get(last)[1]).strip();
    int rest = parts.get(last - 1)[1] - parts.get(first)[0];
    return HOST.matcher(part).matches()
        || part.length() < rest
            && part.length() <= MAX_SITE_CHARS
            && part.split("\\s+").length <= MAX_SITE_WORDS;
  }

  /** The parts of a title between separators, as ranges. */
  static List<int[]> parts(String title) {
    List<int[]> parts = new ArrayList<>();
    Matcher separator = SEPARATOR.matcher(title);
    int from = 0;
    while (parts.size() < MAX_PARTS && separator.find()) {
      if (separator.start() > from) {
        parts.add(new int[] {from, separator.start()});
      }
      from = separator.end();
    }
    if (from < title.length() || parts.isEmpty()) {
      parts.add(new int[] {from, title.length()});
    }
    return parts;
  }
}
