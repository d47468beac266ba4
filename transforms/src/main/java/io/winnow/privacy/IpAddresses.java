package io.winnow.privacy;

import static io.winnow.privacy.Surroundings.isDigit;
import static io.winnow.privacy.Surroundings.isWord;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.validator.routines.InetAddressValidator;

/**
 * Finds IP addresses that may lead to somebody: public ones, and those that RFC 5737 and 3849
 * reserve for examples, which stand for public ones. Addresses that mean the same on every network
 * (private, loopback, link-local, multicast) and public resolvers stay.
 */
final class IpAddresses {
  private static final InetAddressValidator FORM = InetAddressValidator.getInstance();
  private static final int MAX_LENGTH = 45;
  private static final List<String> VERSIONS =
      List.of(
          "version",
          "ver.",
          "ver ",
          "release",
          "build",
          "firmware",
          "upgrade",
          "update",
          "patch",
          "driver",
          "sdk",
          "版本",
          "固件",
          "升级",
          "更新到",
          "驱动",
          "oid",
          "section",
          "chapter",
          "第");
  private static final List<String> ADDRESSES =
      List.of("ip", "host", "server", "addr", "ping", "dns", "地址", "服务器", "主机", "网关", "@", "://");
  private static final Set<String> RESOLVERS =
      Set.of(
          "8.8.8.8",
          "8.8.4.4",
          "1.1.1.1",
          "1.0.0.1",
          "9.9.9.9",
          "114.114.114.114",
          "114.114.115.115",
          "223.5.5.5",
          "223.6.6.6",
          "119.29.29.29",
          "180.76.76.76",
          "208.67.222.222",
          "208.67.220.220");

  private IpAddresses() {}

  /** Whether it is written as an IP address of either version. */
  static boolean isAddress(String text) {
    String literal = text.startsWith("IPv6:") ? text.substring(5) : text;
    return FORM.isValid(literal);
  }

  /** The addresses, in order. */
  static List<Hit> find(FoldedText text) {
    List<Hit> hits = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.at(at);
      boolean begins = (isHex(c) || c == ':') && !isPart(text.at(at - 1));
      if (!begins) {
        at++;
        continue;
      }
      int end = at;
      int colons = 0;
      while (end < text.length() && isPart(text.at(end))) {
        colons += text.at(end) == ':' ? 1 : 0;
        end++;
      }
      if (end - at <= MAX_LENGTH + 20) {
        token(text, at, end, colons, hits);
      }
      at = end;
    }
    return hits;
  }

  /** A run of digits, hexadecimal letters, dots and colons. */
  private static void token(FoldedText text, int at, int to, int colons, List<Hit> hits) {
    int from = at;
    while (from < to && text.at(from) == ':' && text.at(from + 1) != ':') {
      from++;
    }
    int end = to;
    while (end > from && (isDot(text.at(end - 1)) || text.at(end - 1) == ':')) {
      end--;
    }
    boolean glued = isWord(text.at(from - 1)) && !Surroundings.says(text, from, 2, List.of("ip"));
    if (glued || isWord(text.at(end)) && text.at(end) != '_') {
      return;
    }
    String token = text.substring(from, end).replace(Escapes.DOT, '.');
    if (colons >= 2 && isGlobal(token)) {
      hits.add(new Hit(PersonalDataKind.IP, from, end));
      return;
    }
    int begin = token.lastIndexOf(':') + 1;
    if (begin > 0 && token.indexOf('.') >= 0 && token.indexOf('.') < begin) {
      begin = 0;
    }
    int close = token.indexOf(':', begin);
    String address = token.substring(begin, close < 0 ? token.length() : close);
    if (isPublic(address)
        && isMeant(text, from + begin, from + begin + address.length(), address)) {
      hits.add(new Hit(PersonalDataKind.IP, from + begin, from + begin + address.length()));
    }
  }

  /** Version 6: global unicast, 2000::/3, alone. */
  private static boolean isGlobal(String token) {
    char first = token.isEmpty() ? ':' : token.charAt(0);
    return (first == '2' || first == '3')
        && token.indexOf(':') == 4
        && FORM.isValidInet6Address(token);
  }

  /** Version 4, and not of a network that everybody has. */
  static boolean isPublic(String address) {
    if (address.length() < 7 || address.length() > 15 || !FORM.isValidInet4Address(address)) {
      return false;
    }
    String[] parts = address.split("\\.");
    int first = Integer.parseInt(parts[0]);
    int second = Integer.parseInt(parts[1]);
    boolean everywhere =
        first == 0
            || first == 10
            || first == 127
            || first >= 224
            || first == 100 && second >= 64 && second < 128
            || first == 169 && second == 254
            || first == 172 && second >= 16 && second < 32
            || first == 192 && second == 168;
    return !everywhere && !RESOLVERS.contains(address);
  }

  /** Whether four numbers with dots are an address here, and no version or section. */
  private static boolean isMeant(FoldedText text, int from, int to, String address) {
    char before = text.at(from - 1);
    if (before == 'v' || before == 'V' || before == '-' && isWord(text.at(from - 2))) {
      return false;
    }
    if (before == '/' && isWord(text.at(from - 2))
        || text.at(to) == '-' && Surroundings.isLetter(text.at(to + 1))) {
      return false;
    }
    if (Surroundings.says(text, from, 14, VERSIONS)
        || Surroundings.says(text, from, 40, List.of("version", "ver="))) {
      return false;
    }
    if (isAmongNumbers(text, from, to) && !Surroundings.says(text, from, 16, ADDRESSES)) {
      return false;
    }
    int large = 0;
    int largest = 0;
    for (String part : address.split("\\.")) {
      int value = Integer.parseInt(part);
      large += value >= 32 ? 1 : 0;
      largest = Math.max(largest, value);
    }
    return large >= 2
        || largest >= 100
        || text.at(to) == ':' && isDigit(text.at(to + 1))
        || Surroundings.says(text, from, 16, ADDRESSES);
  }

  /** Whether numbers stand around it as in a drawing: {@code 0 1.5.75.75 0}. */
  private static boolean isAmongNumbers(FoldedText text, int from, int to) {
    char before = text.at(from - 1);
    int next = text.at(to) == ' ' || text.at(to) == ',' ? to + 1 : to;
    next = text.at(next) == '-' ? next + 1 : next;
    return before == '-'
        || before == ','
        || before == ' ' && isNumeric(text.at(from - 2))
        || next > to && isNumeric(text.at(next));
  }

  private static boolean isNumeric(char c) {
    return isDigit(c) || c == '.';
  }

  private static boolean isPart(char c) {
    return isHex(c) || c == ':' || isDot(c);
  }

  private static boolean isDot(char c) {
    return c == '.' || c == Escapes.DOT;
  }

  private static boolean isHex(char c) {
    return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }
}
