package io.winnow.privacy;

import static io.winnow.privacy.Surroundings.isLetter;
import static io.winnow.privacy.Surroundings.isWord;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds e-mail addresses by their @, or what writers put in its place: {@code [at]}, {@code at ...
 * dot}, and {@code #} before the domain of a provider of mailboxes.
 *
 * <p>Each sign costs a bounded look to both sides.
 */
final class EmailFinder {
  private static final int MAX_LOCAL = 64;
  private static final int MAX_DOMAIN = 253;
  private static final int MAX_SPACES = 2;
  private static final String MARKS_OF_LOCAL = "._%+-'!$&*=?^`{}~/";
  private static final List<String> SHELLS =
      List.of("ssh ", "scp ", "sftp ", "mosh ", "ssh-copy-id ");
  private static final List<String> REPLACE =
      List.of("换成@", "替换为@", "改为@", "改成@", "replace", "instead of");
  private static final Set<String> NO_PERSONS = Set.of("git", "hg", "svn");

  private final FoldedText text;
  private final List<Hit> hits = new ArrayList<>();

  private EmailFinder(FoldedText text) {
    this.text = text;
  }

  /** The addresses, in order. */
  static List<Hit> find(FoldedText text) {
    EmailFinder finder = new EmailFinder(text);
    for (int i = 0; i < text.length(); i++) {
      switch (text.at(i)) {
        case '@' -> finder.sign(i);
        case Escapes.AT -> finder.obfuscated(i, i + 1);
        case '#' -> finder.replaced(i);
        case 'a', 'A' -> finder.word(i);
        default -> {}
      }
    }
    return finder.hits;
  }

  private void sign(int at) {
    if (text.at(at - 1) == ' ' && text.at(at + 1) == ' ') {
      int[] domain = domain(at + 2, false);
      if (domain[1] > 0 && MailDomains.isPrivate(text.substring(at + 2, domain[1]))) {
        add(local(at - 1, false), at - 1, domain[1]);
      }
      return;
    }
    if (text.at(at + 1) == '[') {
      literal(at);
      return;
    }
    int[] domain = domain(at + 1, false);
    int from = local(at, false);
    if (domain[1] > 0 && text.at(from - 1) != '@' && !isLogin(from, at, domain[1])) {
      add(from, at, domain[1]);
    }
  }

  private void obfuscated(int at, int after) {
    int before = at;
    while (at - before < MAX_SPACES && text.at(before - 1) == ' ') {
      before--;
    }
    int from = after;
    while (from - after < MAX_SPACES && text.at(from) == ' ') {
      from++;
    }
    add(local(before, true), before, domain(from, true)[1]);
  }

  /** {@code name at host dot com}; one spelt sign alone is prose. */
  private void word(int at) {
    if (text.at(at - 1) != ' ' || text.at(at + 2) != ' ' || (text.at(at + 1) | 0x20) != 't') {
      return;
    }
    int[] domain = domain(at + 3, true);
    if (domain[2] > 0) {
      add(local(at - 1, true), at - 1, domain[1]);
    }
  }

  private void replaced(int at) {
    int end = domain(at + 1, false)[1];
    if (end > 0
        && (MailDomains.isPrivate(text.substring(at + 1, end))
            || Surroundings.says(text, at, 60, REPLACE)
            || saysBehind(end))
        && !Surroundings.inAddress(text, at)) {
      add(local(at, false), at, end);
    }
  }

  private boolean saysBehind(int end) {
    String behind = text.substring(end, end + 40);
    int line = behind.indexOf('\n');
    String rest = (line < 0 ? behind : behind.substring(0, line)).toLowerCase(Locale.ROOT);
    return REPLACE.stream().anyMatch(rest::contains) && rest.indexOf('@') >= 0;
  }

  /** {@code name@[192.0.2.1]}. */
  private void literal(int at) {
    int end = at + 2;
    while (end - at < 48 && (isWord(text.at(end)) || text.at(end) == '.' || text.at(end) == ':')) {
      end++;
    }
    if (text.at(end) == ']' && IpAddresses.isAddress(text.substring(at + 2, end))) {
      add(local(at, false), at, end + 1);
    }
  }

  private void add(int from, int at, int to) {
    int last = hits.isEmpty() ? 0 : hits.get(hits.size() - 1).to();
    if (to > at && from < at && from >= last) {
      hits.add(new Hit(PersonalDataKind.EMAIL, from, to));
    }
  }

  /** Where the local part before {@code end} begins; {@code end} where there is none. */
  private int local(int end, boolean spelt) {
    int from = end;
    while (end - from < MAX_LOCAL && isLocal(from - 1, spelt)) {
      from--;
      if (spelt && text.at(from) == ' ') {
        from -= " dot ".length() - 1;
      }
    }
    if (isLocal(from - 1, spelt)) {
      return end;
    }
    while (from < end && ".-+'*=/&?{}`~!$^%".indexOf(text.at(from)) >= 0) {
      from++;
    }
    int slash = text.substring(from, end).lastIndexOf('/');
    int equals = text.substring(from, end).lastIndexOf('=');
    int ampersand = text.substring(from, end).lastIndexOf('&');
    from += 1 + Math.max(slash, Math.max(equals, ampersand));
    return text.at(end - 1) == '.' || !hasWord(from, end) ? end : from;
  }

  private boolean hasWord(int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLetterOrDigit(text.at(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isLocal(int index, boolean spelt) {
    char c = text.at(index);
    if (isWord(c) || MARKS_OF_LOCAL.indexOf(c) >= 0 || c == Escapes.DOT) {
      return true;
    }
    if (c == ' ') {
      return spelt
          && text.substring(index - 4, index + 1).equalsIgnoreCase(" dot ")
          && isWord(text.at(index - 5));
    }
    return c > 127 && Character.isLetter(c) && isAlphabetic(c);
  }

  private static boolean isAlphabetic(char c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return script == Character.UnicodeScript.LATIN
        || script == Character.UnicodeScript.GREEK
        || script == Character.UnicodeScript.CYRILLIC;
  }

  /**
   * Begin and end of the domain at an index, and how many of its dots are spelt out; the end is -1
   * where there is none.
   */
  private int[] domain(int from, boolean spelt) {
    StringBuilder plain = new StringBuilder();
    int[] ends = new int[MAX_DOMAIN + 1];
    int dots = 0;
    int at = from;
    while (plain.length() < MAX_DOMAIN) {
      int dot = spelt || text.at(at) == Escapes.DOT ? speltDot(at) : 0;
      char c = dot > 0 ? '.' : text.at(at);
      if (!(isLetter(c) || c >= '0' && c <= '9' || c == '-' || c == '.' || isForeign(c))) {
        break;
      }
      dots += dot > 0 ? 1 : 0;
      at += Math.max(1, dot);
      plain.append(c);
      ends[plain.length()] = at;
    }
    int length = MailDomains.length(asciiPart(plain.toString()));
    return new int[] {from, length == 0 ? -1 : ends[length], length == 0 ? 0 : dots};
  }

  /** A domain of Latin letters ends before the first other one; one of others begins with it. */
  private static String asciiPart(String domain) {
    int end = 0;
    while (end < domain.length() && domain.charAt(end) < 128) {
      end++;
    }
    return end == 0 ? domain : domain.substring(0, end);
  }

  private static boolean isForeign(char c) {
    return c > 127 && Character.isLetter(c) && c != Escapes.AT && c != Escapes.DOT;
  }

  /** Length of a dot that is spelt out, with the spaces around it. */
  private int speltDot(int at) {
    int from = at;
    while (from - at < MAX_SPACES && text.at(from) == ' ') {
      from++;
    }
    int end = from;
    if (text.at(from) == Escapes.DOT) {
      end = from + 1;
    } else if (from > at && text.substring(from, from + 4).equalsIgnoreCase("dot ")) {
      end = from + 3;
    } else {
      return 0;
    }
    while (end - from < 6 && text.at(end) == ' ') {
      end++;
    }
    return end - at;
  }

  /** What has the form of a mailbox, and names an account on a machine. */
  private boolean isLogin(int from, int at, int end) {
    String name = text.substring(from, at);
    if (NO_PERSONS.contains(name.toLowerCase(Locale.ROOT)) || isAuthority(from)) {
      return true;
    }
    if (text.at(end) == ':') {
      char next = text.at(end + 1);
      if (next == '~' || next == '/' && text.at(end + 2) != '/') {
        return true;
      }
    }
    return text.at(end) == ' ' && text.substring(end, end + 3).matches(" ~[ %$#]")
        || text.at(end) == '(' && text.substring(at + 1, end).indexOf('-') < 0 && isCall(end)
        || Surroundings.says(text, from, 14, SHELLS);
  }

  /** {@code a@b.dot(c)} multiplies matrices. */
  private boolean isCall(int open) {
    return isWord(text.at(open + 1)) && text.at(open - 1) == 't' && text.at(open - 4) == '.';
  }

  /** {@code ftp://name@host}, {@code https://name:word@host}, {@code //name@host}. */
  private boolean isAuthority(int from) {
    for (int i = from - 1; i >= 0 && from - i <= MAX_LOCAL; i--) {
      char c = text.at(i);
      if (c == '/') {
        return text.at(i - 1) == '/';
      }
      if (!isWord(c) && ":.-%".indexOf(c) < 0) {
        return false;
      }
    }
    return false;
  }
}
