package io.winnow.dedupe;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address of the web in parts, each in one form whatever it was written in (RFC 3986, section
 * 6): no user, host in lower case and ASCII, no default port, no dot segments, no empty segments,
 * percent-encoding only where it must be.
 *
 * @param host with its port where that is no default
 * @param path its segments
 * @param query its parameters, in their order
 * @param route a fragment that names a page of an application, as in {@code #!/a/1}; else empty
 */
record UrlParts(String host, List<String> path, List<String> query, String route) {
  static final int MAX_LENGTH = 2_000;
  private static final int MAX_HOST = 253;
  private static final int MAX_PARTS = 100;

  private static final Pattern SCHEME = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);
  private static final Pattern DEFAULT_PORT = Pattern.compile("\\.?:(?:80|443)?$|\\.$");

  /** What may stand as it is; besides letters and digits. */
  private static final String UNRESERVED = "-._~";

  private static final String ALLOWED = UNRESERVED + "!$&'()*+,;=:@/?";

  /** Empty for what is no absolute http(s) address, and for monsters. */
  static Optional<UrlParts> of(@Nullable String address) {
    if (address == null || address.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String url = Normalizer.normalize(address.strip(), Normalizer.Form.NFC);
    if (!SCHEME.matcher(url).find()) {
      return Optional.empty();
    }
    String rest = url.substring(url.indexOf("//") + 2);
    String fragment = rest.substring(indexOrEnd(rest, '#'));
    rest = rest.substring(0, rest.length() - fragment.length());
    String query = rest.substring(indexOrEnd(rest, '?'));
    rest = rest.substring(0, rest.length() - query.length());
    String host = host(rest.substring(0, indexOrEnd(rest, '/')));
    if (host.isEmpty() || host.length() > MAX_HOST || isMany(query, '&') || isMany(rest, '/')) {
      return Optional.empty();
    }
    return Optional.of(
        new UrlParts(
            host,
            segments(rest.substring(indexOrEnd(rest, '/'))),
            query.isEmpty()
                ? List.of()
                : Arrays.stream(query.substring(1).replace("+", "%20").split("&"))
                    .filter(parameter -> !parameter.isEmpty())
                    .map(UrlParts::encode)
                    .toList(),
            fragment.startsWith("#!") || fragment.startsWith("#/") ? encode(fragment) : ""));
  }

  private static String host(String authority) {
    String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    host = DEFAULT_PORT.matcher(host).replaceFirst("");
    if (host.length() > MAX_HOST || host.chars().allMatch(c -> c < 0x80)) {
      return host;
    }
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return host; // No name of a host, but still one and the same.
    }
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : encode(path).split("/")) {
      if (segment.equals("..")) {
        if (!segments.isEmpty()) {
          segments.remove(segments.size() - 1);
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.add(segment);
      }
    }
    return segments;
  }

  /** The same with letters, digits and the like as they are and all else percent-encoded. */
  static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (codePoint == '%' && isHex(text, i + 1) && isHex(text, i + 2)) {
        int octet = Integer.parseInt(text, i + 1, i + 3, 16);
        if (isUnreserved(octet)) {
          encoded.append((char) octet);
        } else {
          append(encoded, octet);
        }
        i += 3;
        continue;
      }
      if (codePoint < 0x80 && (isUnreserved(codePoint) || ALLOWED.indexOf(codePoint) >= 0)) {
        encoded.append((char) codePoint);
      } else {
        for (byte octet : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
          append(encoded, octet & 0xFF);
        }
      }
      i += Character.charCount(codePoint);
    }
    return encoded.toString();
  }

  private static void append(StringBuilder encoded, int octet) {
    encoded
        .append('%')
        .append(Character.toUpperCase(Character.forDigit(octet >> 4, 16)))
        .append(Character.toUpperCase(Character.forDigit(octet & 0xF, 16)));
  }

  private static boolean isHex(String text, int at) {
    return at < text.length()
        && text.charAt(at) < 0x80
        && Character.digit(text.charAt(at), 16) >= 0;
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || (c < 0x80 && UNRESERVED.indexOf(c) >= 0);
  }

  private static boolean isMany(String text, char separator) {
    return text.chars().filter(c -> c == separator).count() > MAX_PARTS;
  }

  private static int indexOrEnd(String text, char wanted) {
    int index = text.indexOf(wanted);
    return index < 0 ? text.length() : index;
  }
}
