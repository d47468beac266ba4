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

  /** Parameters that say where a visitor came from: campaigns, clicks, mails, shares. */
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?:utm|mtm|ga|otm|itm|hmb|vn|vero|oly|pk|piwik|matomo|sc|stm|fb_action|mc|ml_subscriber|sharer)_\\w+|utm|_ga|_gl|_openstat"
              + "|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|rb_clickid|li_fat_id|epik|srsltid|wickedid"
              + "|fb_(?:source|ref)|igshid|igsh|mkt_tok|_?hs\\w*(?:enc|mi|tracking|fp|sc|tc)|__(?!biz$)\\w+|s_cid|cmpid|ncid|echobox|wt_?z?mc|wtrid"
              + "|tracking_source|gs_l|ref|ref_?src|ref_?url|referr?er|source|share\\w*|spm|scm|from|fr|wfr|isappinstalled|nettype|xtrack"
              + "|hm(?:sr|pl|cu|kw|ci)|bd_vid|unique_k|vd_source|poc_token|chksm|scene|si|feature|bxsign|tt_from|app_id_from",
          Pattern.CASE_INSENSITIVE);

  /** Where a video begins; elsewhere these parameters name a topic or a page. */
  private static final Pattern MOMENT =
      Pattern.compile("(?:t|start|time_continue)=(?:\\d+[hms]){1,3}", Pattern.CASE_INSENSITIVE);

  private static final Pattern MOMENT_OF_VIDEO =
      Pattern.compile("(?:t|start|time_continue)=[\\dhms.]+", Pattern.CASE_INSENSITIVE);

  private static final Pattern HOME =
      Pattern.compile(
          "/?(?:(?:index|default|home)(?:\\.\\w{2,5})?/?|[a-z]{2}(?:[-_][a-z]{2})?/?)?");

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

  /** Whether a canonical address is that of a site's home page. */
  static boolean isHome(String canonical) {
    URI uri = URI.create(canonical);
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().toLowerCase(Locale.ROOT);
    return uri.getRawQuery() == null && HOME.matcher(path).matches();
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
    String[] parameters = uri.getRawQuery().split("&");
    boolean video = Arrays.stream(parameters).anyMatch(parameter -> parameter.startsWith("v="));
    Pattern moment = video ? MOMENT_OF_VIDEO : MOMENT;
    String kept =
        Arrays.stream(parameters)
            .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
            .filter(parameter -> !moment.matcher(parameter).matches())
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }

  private static boolean isTracking(String parameter) {
    int value = parameter.indexOf('=');
    String name = value < 0 ? parameter : parameter.substring(0, value);
    return TRACKING.matcher(name.startsWith("%3F") ? name.substring(3) : name).matches();
  }
}
