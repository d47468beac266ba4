package io.winnow.dedupe;

import io.winnow.privacy.PersonalDataKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Folds a URL to what names the article, so that its mobile, AMP, tracked and shared forms become
 * equal.
 */
public final class UrlKey {
  private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]{0,20}+://");
  private static final Pattern HOST_PREFIX =
      Pattern.compile("^(?:www|m|mobile|wap|amp)\\.(?=.*\\.)");
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?:utm_.*|fbclid|gclid|msclkid|yclid|igshid|mc_[ce]id|spm|share_.*|from|ref|ref_src|source"
              + "|scene|isappinstalled|amp|outputtype)(?:=.*)?");
  private static final Pattern PATH_TAIL =
      Pattern.compile("(?:/amp|/index\\.(?:html?|php|aspx?)|\\.amp|/)$");

  private static final int MAX_LENGTH = 2_000;

  private UrlKey() {}

  /**
   * The key, or null where the URL names no article: a home page, without a host, too long, or with
   * something masked, which may be that of several pages.
   */
  public static @Nullable String of(@Nullable String url) {
    if (url == null
        || url.length() > MAX_LENGTH
        || !SCHEME.matcher(url.strip()).find()
        || PersonalDataKind.isMasked(url)) {
      return null;
    }
    String rest = SCHEME.matcher(url.strip()).replaceFirst("");
    rest = rest.substring(0, indexOrEnd(rest, '#'));
    String query = rest.substring(indexOrEnd(rest, '?'));
    String address = rest.substring(0, rest.length() - query.length());
    String host = host(address.substring(0, indexOrEnd(address, '/')));
    String path = path(address.substring(indexOrEnd(address, '/')));
    String parameters = parameters(query);
    return host.isEmpty() || (path.isEmpty() && parameters.isEmpty())
        ? null
        : host + path + parameters;
  }

  private static String host(String authority) {
    String host = authority.substring(authority.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    return HOST_PREFIX.matcher(host).replaceFirst("").replaceFirst(":(?:80|443)$", "");
  }

  private static String path(String path) {
    String longer;
    String shorter = path;
    do {
      longer = shorter;
      shorter = PATH_TAIL.matcher(longer).replaceFirst("");
    } while (shorter.length() < longer.length());
    return shorter;
  }

  private static String parameters(String query) {
    String kept =
        Arrays.stream(query.replaceFirst("^\\?", "").split("&", -1))
            .filter(each -> !each.isEmpty() && !TRACKING.matcher(each).matches())
            .sorted()
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }

  private static int indexOrEnd(String text, char wanted) {
    int index = text.indexOf(wanted);
    return index < 0 ? text.length() : index;
  }
}
