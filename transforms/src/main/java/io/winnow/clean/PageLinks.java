package io.winnow.clean;

import java.net.MalformedURLException;
import java.net.URL;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Makes the addresses in a page absolute, with the result of {@link Element#absUrl}. The plain ones
 * are put together from text, since parsing base and address for each link was a tenth of the work
 * on a page.
 */
final class PageLinks {
  private @Nullable String base;
  private String origin = "";

  /** The absolute address in an attribute, empty without one. */
  String of(Element element, String attribute) {
    String address = element.attr(attribute);
    if (isPlain(address)) {
      if (address.startsWith("http://") || address.startsWith("https://")) {
        return address;
      }
      String found = address.startsWith("/") ? origin(element.baseUri()) : "";
      if (!found.isEmpty()) {
        return found + address;
      }
    }
    return element.absUrl(attribute);
  }

  /** Whether an address is a path or a whole one without anything that a parser would change. */
  private static boolean isPlain(String address) {
    if (address.length() < 2 || address.startsWith("//")) {
      return false;
    }
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      boolean dots = c == '.' && i > 0 && address.charAt(i - 1) == '/';
      if (c <= ' ' || c == '\\' || c == 0x7F || dots) {
        return false;
      }
    }
    int host = address.indexOf("://");
    return host < 0
        || host + 3 < address.length() && Character.isLetterOrDigit(address.charAt(host + 3));
  }

  private String origin(String of) {
    if (!of.equals(base)) {
      base = of;
      try {
        @SuppressWarnings("deprecation")
        URL url = new URL(of);
        String scheme = url.getProtocol();
        boolean web = scheme.equals("http") || scheme.equals("https");
        origin = web && url.getAuthority() != null ? scheme + "://" + url.getAuthority() : "";
      } catch (MalformedURLException e) {
        origin = "";
      }
    }
    return origin;
  }
}
