package io.winnow.text;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Derives from a regular expression words of which every match has one, so that a text without them
 * need not be asked. What it does not know (a backreference, a comment) asks for nothing.
 */
final class RequiredLiterals {
  private static final int UNKNOWN_FLAGS = Pattern.LITERAL | Pattern.COMMENTS | Pattern.CANON_EQ;
  private static final int MAX_CLASS = 12;

  /** Thrown where an expression goes beyond what is read here. */
  private static final class Unknown extends Exception {
    private static final long serialVersionUID = 1;

    Unknown() {
      super(null, null, false, false);
    }
  }

  private final String regex;
  private int at;

  private RequiredLiterals(String regex) {
    this.regex = regex;
  }

  /**
   * The words, folded as by {@link CaseFold}; empty where no choice of words is in every match. The
   * empty word is never among them.
   */
  static Set<String> of(Pattern pattern) {
    if ((pattern.flags() & UNKNOWN_FLAGS) != 0) {
      return Set.of();
    }
    RequiredLiterals reader = new RequiredLiterals(pattern.pattern());
    try {
      LiteralChoice all = reader.alternatives();
      return reader.at == reader.regex.length() ? shortest(all.required()) : Set.of();
    } catch (Unknown e) {
      return Set.of();
    }
  }

  /** Without the words that have another one within. */
  private static Set<String> shortest(Set<String> words) {
    Set<String> shortest = new TreeSet<>();
    for (String word : words) {
      if (words.stream().noneMatch(other -> !other.equals(word) && word.contains(other))) {
        shortest.add(word);
      }
    }
    return shortest;
  }

  private LiteralChoice alternatives() throws Unknown {
    LiteralChoice any = sequence();
    while (has('|')) {
      any = any.or(sequence());
    }
    return any;
  }

  private LiteralChoice sequence() throws Unknown {
    LiteralChoice.Sequence parts = new LiteralChoice.Sequence();
    while (at < regex.length() && peek() != '|' && peek() != ')') {
      LiteralChoice part = atom();
      quantified(part, parts);
    }
    return parts.whole();
  }

  private void quantified(LiteralChoice part, LiteralChoice.Sequence parts) throws Unknown {
    char mark = at < regex.length() ? peek() : 0;
    if (mark == '?') {
      at++;
      parts.add(part.or(LiteralChoice.NOTHING));
    } else if (mark == '*') {
      at++;
      parts.add(LiteralChoice.ANYTHING);
    } else if (mark == '+') {
      at++;
      parts.add(part);
      parts.add(LiteralChoice.ANYTHING);
    } else if (mark == '{') {
      counted(part, parts);
    } else {
      parts.add(part);
      return;
    }
    if (at < regex.length() && (peek() == '?' || peek() == '+')) {
      at++;
    }
  }

  private void counted(LiteralChoice part, LiteralChoice.Sequence parts) throws Unknown {
    int end = regex.indexOf('}', at);
    if (end < 0) {
      throw new Unknown();
    }
    String range = regex.substring(at + 1, end);
    at = end + 1;
    int comma = range.indexOf(',');
    int least = number(comma < 0 ? range : range.substring(0, comma));
    int most =
        comma < 0 ? least : comma + 1 == range.length() ? -1 : number(range.substring(comma + 1));
    if (least == 0) {
      parts.add(most == 1 ? part.or(LiteralChoice.NOTHING) : LiteralChoice.ANYTHING);
      return;
    }
    parts.add(part);
    if (most != 1) {
      parts.add(LiteralChoice.ANYTHING);
    }
  }

  private static int number(String digits) throws Unknown {
    if (!digits.matches("[0-9]{1,9}")) {
      throw new Unknown();
    }
    return Integer.parseInt(digits);
  }

  private LiteralChoice atom() throws Unknown {
    char c = next();
    return switch (c) {
      case '(' -> group();
      case '[' -> charClass();
      case '.' -> LiteralChoice.ANYTHING;
      case '^', '$' -> LiteralChoice.NOTHING;
      case '\\' -> escape();
      case '*', '+', '?', '{' -> throw new Unknown();
      default -> LiteralChoice.of(c);
    };
  }

  private LiteralChoice group() throws Unknown {
    boolean counts = true;
    if (has('?')) {
      char kind = next();
      if (kind == '<' && at < regex.length() && peek() != '=' && peek() != '!') {
        at = regex.indexOf('>', at) + 1;
      } else if (kind == '<') {
        at++;
        counts = false;
      } else if (kind == '=' || kind == '!') {
        counts = false;
      } else if (kind != ':' && kind != '>') {
        at--;
        if (flags()) {
          return LiteralChoice.NOTHING;
        }
      }
    }
    LiteralChoice inside = alternatives();
    if (!has(')')) {
      throw new Unknown();
    }
    return counts ? inside : LiteralChoice.NOTHING;
  }

  /** Reads flags that let no white space pass; whether they are all of the group. */
  private boolean flags() throws Unknown {
    char c = next();
    while ("-idmsuU".indexOf(c) >= 0) {
      c = next();
    }
    if (c != ':' && c != ')') {
      throw new Unknown();
    }
    return c == ')';
  }

  private LiteralChoice escape() throws Unknown {
    char c = next();
    return switch (c) {
      case 'b', 'B', 'A', 'Z', 'z' -> LiteralChoice.NOTHING;
      case 'd', 'D', 'w', 'W', 's', 'S', 'h', 'H', 'v', 'V' -> LiteralChoice.ANYTHING;
      case 'p', 'P' -> {
        property();
        yield LiteralChoice.ANYTHING;
      }
      default -> LiteralChoice.of(literal(c));
    };
  }

  private void property() throws Unknown {
    if (has('{')) {
      at = regex.indexOf('}', at) + 1;
    } else {
      next();
    }
  }

  /** The character that an escape stands for. */
  private char literal(char c) throws Unknown {
    if (!Character.isLetterOrDigit(c)) {
      return c;
    }
    return switch (c) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'f' -> '\f';
      case 'u' -> hex(4);
      case 'x' -> {
        if (at < regex.length() && peek() == '{') {
          throw new Unknown();
        }
        yield hex(2);
      }
      default -> throw new Unknown();
    };
  }

  private char hex(int digits) throws Unknown {
    if (at + digits > regex.length()) {
      throw new Unknown();
    }
    String hex = regex.substring(at, at + digits);
    at += digits;
    if (!hex.matches("[0-9a-fA-F]+")) {
      throw new Unknown();
    }
    return (char) Integer.parseInt(hex, 16);
  }

  /** A few characters to choose from; {@link LiteralChoice#ANYTHING} where they are not few. */
  private LiteralChoice charClass() throws Unknown {
    boolean few = !has('^');
    Set<String> members = new TreeSet<>();
    boolean first = true;
    while (first || peek() != ']') {
      char c = next();
      if (c == '[' || c == '&' && at < regex.length() && peek() == '&' || first && c == ']') {
        throw new Unknown();
      }
      first = false;
      boolean kind = c == '\\' && "dDwWsShHvVpPR".indexOf(peek()) >= 0;
      if (kind) {
        few = false;
        char which = next();
        if (which == 'p' || which == 'P') {
          property();
        }
        continue;
      }
      char from = c == '\\' ? literal(next()) : c;
      char to = from;
      if (at + 1 < regex.length() && peek() == '-' && regex.charAt(at + 1) != ']') {
        at++;
        char end = next();
        if (end == '[') {
          throw new Unknown();
        }
        to = end == '\\' ? literal(next()) : end;
      }
      few &= to - from < MAX_CLASS && !Character.isSurrogate(from) && !Character.isSurrogate(to);
      for (int member = from; few && member <= to; member++) {
        members.add(String.valueOf(CaseFold.of((char) member)));
      }
      few &= members.size() <= MAX_CLASS;
    }
    at++;
    return few ? LiteralChoice.of(members) : LiteralChoice.ANYTHING;
  }

  private boolean has(char c) {
    if (at < regex.length() && regex.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private char peek() throws Unknown {
    if (at >= regex.length()) {
      throw new Unknown();
    }
    return regex.charAt(at);
  }

  private char next() throws Unknown {
    char c = peek();
    at++;
    return c;
  }
}
