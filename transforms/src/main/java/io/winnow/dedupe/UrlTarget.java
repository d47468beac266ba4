package io.winnow.dedupe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells where an address leads that only leads elsewhere: redirectors, caches of AMP pages. */
final class UrlTarget {
  private static final UrlRules TARGETS = UrlRules.of("targets");
  private static final UrlRules REDIRECTS = UrlRules.of("redirects");
  private static final UrlRules LABELS = UrlRules.of("redirect-labels");
  private static final UrlRules SHORTENERS = UrlRules.of("shorteners");
  private static final Pattern AMP_CACHE = Pattern.compile("(?:^|\\.)cdn\\.ampproject\\.org$");
  private static final Pattern WEB =
      Pattern.compile("https?:/{1,2}(?=[^/])", Pattern.CASE_INSENSITIVE);

  private UrlTarget() {}

  /** The address that stands in it; empty where none does. */
  static Optional<String> of(UrlParts url) {
    return amp(url).or(() -> isRedirect(url) ? parameter(url) : Optional.empty());
  }

  /** Whether it leads elsewhere and does not say where. */
  static boolean isHidden(UrlParts url) {
    return SHORTENERS.has(url.host())
        || (isRedirect(url) && !url.query().isEmpty() && namesRedirect(url));
  }

  private static boolean isRedirect(UrlParts url) {
    String host = url.host();
    return namesRedirect(url) || LABELS.has(host.substring(0, Math.max(0, host.indexOf('.'))));
  }

  private static boolean namesRedirect(UrlParts url) {
    List<String> path = url.path();
    return !path.isEmpty() && REDIRECTS.has(path.get(path.size() - 1));
  }

  private static Optional<String> parameter(UrlParts url) {
    for (String parameter : url.query()) {
      int value = parameter.indexOf('=');
      if (value > 0 && TARGETS.has(parameter.substring(0, value))) {
        String target = decode(parameter.substring(value + 1));
        if (WEB.matcher(target).lookingAt()) {
          return Optional.of(target);
        }
      }
    }
    return Optional.empty();
  }

  /** HOST.cdn.ampproject.org/c/s/example.org/a, and /amp/s/example.org/a of a search engine. */
  private static Optional<String> amp(UrlParts url) {
    List<String> path = url.path();
    boolean cached =
        AMP_CACHE.matcher(url.host()).find()
            && path.size() > 1
            && List.of("c", "v", "r").contains(path.get(0));
    boolean viewed = path.size() > 2 && path.get(0).equals("amp") && path.get(1).equals("s");
    if (!cached && !viewed) {
      return Optional.empty();
    }
    int from = path.get(1).equals("s") ? 2 : 1;
    if (path.size() <= from || path.get(from).toLowerCase(Locale.ROOT).indexOf('.') < 0) {
      return Optional.empty();
    }
    String query = url.query().isEmpty() ? "" : "?" + String.join("&", url.query());
    return Optional.of("https://" + String.join("/", path.subList(from, path.size())) + query);
  }

  private static String decode(String value) {
    // Only well-formed percent-encoding is left by now.
    return value.indexOf('%') < 0 ? value : URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
