package io.winnow.clean;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Brings web addresses into the form in which they are stored and compared: scheme and host in
 * lower case, no default port, no user, no fragment, no parameters that only say where a visitor
 * came from or at which second to begin. Path and other parameters stay as they are.
 */
final class CanonicalUrl {
  private static final int MAX_CHARS = 2_000;
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?:utm_\\w+|spm|scm|from|fbclid|gclid|dclid|msclkid|yclid|igshid|igsh|mc_[ce]id|_hs\\w+|mkt_tok|ref|ref_src"
              + "|ref_url|referrer|source|share\\w*|poc_token|si|feature|vd_source|chksm|scene|t|start|__\\w+)=?.*",
          Pattern.CASE_INSENSITIVE);

  private CanonicalUrl() {}

  /** The canonical form; empty when it is no absolute http(s) address. */
  static Optional<String> of(String address) {
    if (address.length() > MAX_CHARS) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(address.strip().replace(" ", "%20").replace("|", "%7C")).normalize();
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
        return Optional.empty();
      }
      return Optional.of(
          scheme
              + "://"
              + uri.getHost().toLowerCase(Locale.ROOT)
              + port(uri, scheme)
              + path(uri)
              + query(uri));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The host of a canonical address, without {@code www.}. */
  static Optional<String> site(String canonical) {
    String host = URI.create(canonical).getHost();
    return Optional.ofNullable(host).map(h -> h.startsWith("www.") ? h.substring(4) : h);
  }

  private static String port(URI uri, String scheme) {
    int port = uri.getPort();
    boolean standard = port < 0 || port == (scheme.equals("http") ? 80 : 443);
    return standard ? "" : ":" + port;
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return path.equals("/") ? "" : path;
  }

  private static String query(URI uri) {
    if (uri.getRawQuery() == null) {
      return "";
    }
    String kept =
        Arrays.stream(uri.getRawQuery().split("&"))
            .filter(parameter -> !parameter.isEmpty() && !TRACKING.matcher(parameter).matches())
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }
}
