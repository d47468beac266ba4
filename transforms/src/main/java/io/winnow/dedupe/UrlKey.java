package io.winnow.dedupe;

import io.winnow.privacy.PersonalDataKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Folds a URL to what names the article, so that its mobile, AMP, tracked, shared and redirected
 * forms become equal.
 *
 * <p>Two articles of one key are only compared: unlike texts are revisions. So where it is doubtful
 * whether an address names one article it has no key, and where it is doubtful whether a parameter
 * does the parameter stays.
 */
public final class UrlKey {
  private static final UrlRules TRACKING = UrlRules.of("tracking");
  private static final UrlRules DOUBTFUL = UrlRules.of("doubtful");
  private static final UrlRules SESSION = UrlRules.of("session");
  private static final UrlRules FORM = UrlRules.of("form");
  private static final UrlRules LISTS = UrlRules.of("lists");
  private static final UrlRules LIST_PARAMETERS = UrlRules.of("list-parameters");
  private static final UrlRules INDEX = UrlRules.of("index");
  private static final UrlRules HOST_LABELS = UrlRules.of("host-labels");

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(?:[-_][A-Za-z]{2,4})?");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final Pattern UP_TO_TWO_DIGITS = Pattern.compile("\\d{1,2}");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** A story may have such an id, a session has a longer one. */
  private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,9}");

  private static final Pattern AMP_ENDING = Pattern.compile("\\.amp(?=$|\\.html?$)");
  private static final int MAX_REDIRECTS = 3;

  private UrlKey() {}

  /**
   * The key, or null where the URL names no article: a home page, a list, a search, a shortened
   * address, one without a host, too long, or with something masked, which may be that of several
   * pages.
   */
  public static @Nullable String of(@Nullable String url) {
    if (url == null || url.length() > UrlParts.MAX_LENGTH || PersonalDataKind.isMasked(url)) {
      return null;
    }
    Optional<UrlParts> parts = UrlParts.of(url);
    for (int i = 0; i < MAX_REDIRECTS && parts.isPresent(); i++) {
      Optional<String> target = UrlTarget.of(parts.get());
      if (target.isEmpty()) {
        break;
      }
      parts = UrlParts.of(target.get());
    }
    return parts.map(UrlKey::key).orElse(null);
  }

  private static @Nullable String key(UrlParts url) {
    if (UrlTarget.isHidden(url)) {
      return null;
    }
    List<String> path = path(url.path());
    List<String> query = query(url.query(), !path.isEmpty());
    if (url.route().isEmpty() && (isList(path) || isHome(path, query))) {
      return null;
    }
    return host(url.host())
        + path.stream().map(segment -> "/" + segment).collect(Collectors.joining())
        + (query.isEmpty() ? "" : "?" + String.join("&", query))
        + url.route();
  }

  /** Without the labels of mobile and AMP hosts, as in {@code en.m.example.org}. */
  private static String host(String host) {
    List<String> labels = new ArrayList<>(List.of(host.split("\\.")));
    int kept = 0;
    for (int i = 0; i < labels.size(); i++) {
      boolean drop = labels.size() - i > 2 && HOST_LABELS.has(labels.get(i));
      if (!drop) {
        labels.set(kept++, labels.get(i));
      }
    }
    return String.join(".", labels.subList(0, kept));
  }

  private static List<String> path(List<String> segments) {
    List<String> path = new ArrayList<>();
    for (String segment : segments) {
      path.add(withoutSession(segment));
    }
    while (!path.isEmpty() && INDEX.has(path.get(path.size() - 1))) {
      path.remove(path.size() - 1);
    }
    if (path.size() > 1 && path.get(0).equals("amp")) {
      path.remove(0);
    }
    if (!path.isEmpty()) {
      int last = path.size() - 1;
      path.set(last, AMP_ENDING.matcher(path.get(last)).replaceFirst(""));
    }
    return path;
  }

  private static String withoutSession(String segment) {
    int semicolon = segment.indexOf(';');
    if (semicolon < 0) {
      return segment;
    }
    String parameter = segment.substring(semicolon + 1);
    return SESSION.has(name(parameter)) ? segment.substring(0, semicolon) : segment;
  }

  private static List<String> query(List<String> parameters, boolean hasPath) {
    List<String> telling = new ArrayList<>();
    List<String> doubtful = new ArrayList<>();
    for (String parameter : parameters) {
      String name = name(parameter);
      String value = parameter.substring(Math.min(parameter.length(), name.length() + 1));
      boolean isSession = SESSION.has(name) && !SHORT_NUMBER.matcher(value).matches();
      if (TRACKING.has(name) || FORM.has(parameter) || isSession) {
        continue;
      }
      boolean isWord = !NUMBER.matcher(value).matches();
      (DOUBTFUL.has(name) && isWord ? doubtful : telling).add(parameter);
    }
    if (!hasPath && telling.isEmpty()) {
      telling.addAll(doubtful);
    }
    return telling.stream().sorted().distinct().toList();
  }

  private static boolean isHome(List<String> path, List<String> query) {
    boolean atTop = path.isEmpty() || (path.size() == 1 && LANGUAGE.matcher(path.get(0)).matches());
    return atTop
        && query.stream()
            .map(UrlKey::name)
            .allMatch(name -> LIST_PARAMETERS.has(name) || DOUBTFUL.has(name));
  }

  /** Categories, tags, days, searches, and further pages of any list. */
  private static boolean isList(List<String> path) {
    int size = path.size();
    if (size == 0) {
      return false;
    }
    String last = path.get(size - 1);
    String before = size > 1 ? path.get(size - 2) : "";
    boolean isFurther = before.equals("page") && NUMBER.matcher(last).matches();
    boolean isOfList = LISTS.has(before) && !before.startsWith("archive") && !before.contains(".");
    return LISTS.has(last) || isOfList || isFurther || isPeriod(path);
  }

  /** {@code /2026}, {@code /archives/2026/02}, {@code /2026/02/16}. */
  private static boolean isPeriod(List<String> path) {
    int from = path.get(0).startsWith("archive") ? 1 : 0;
    if (path.size() <= from || path.size() > from + 3 || !YEAR.matcher(path.get(from)).matches()) {
      return false;
    }
    return path.subList(from + 1, path.size()).stream()
        .allMatch(segment -> UP_TO_TWO_DIGITS.matcher(segment).matches());
  }

  private static String name(String parameter) {
    int value = parameter.indexOf('=');
    return value < 0 ? parameter : parameter.substring(0, value);
  }
}
