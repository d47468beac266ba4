package io.winnow.story;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the names in Latin letters that an article uses, in any language: products, models,
 * companies, people. Case decides, so that a small-letter word is none; a capital counts only where
 * nothing else explains it.
 */
final class Names {
  private static final String JOINTS_INSIDE = ".'’&_+/‑-";

  /** Digits that begin the name of a note or file, which is no one's. */
  private static final int STAMP = 6;

  private static final Pattern AMOUNT = Pattern.compile("\\d++(?:\\.\\d++)?[A-Za-z%+]{1,3}");
  private static final Pattern HAS_NUMBER = Pattern.compile(" \\d[\\d.]*+(?: |$)");
  private static final Pattern JOINTS = Pattern.compile("[-‑_/ ]+");

  private static final int MAX_WORDS = 5;
  private static final int MAX_CHARS = 40;

  /** Most characters between two names of which one is the other's former name. */
  private static final int MAX_BETWEEN = 30;

  private static final class Use {
    final String surface;
    final String words;
    boolean coined;
    boolean inTitle;
    boolean titleWhole;
    boolean leadsTitle;
    int first = Integer.MAX_VALUE;
    int count;
    int alone;

    Use(String surface, String words, boolean coined) {
      this.surface = surface;
      this.words = words;
      this.coined = coined;
    }
  }

  /** Two names that the text says are one thing's. */
  record Alias(String a, String b) {}

  private final StoryWords words = StoryWords.bundled();
  private final Map<String, Use> uses = new LinkedHashMap<>();
  private final List<Alias> aliases = new ArrayList<>();
  private final Set<String> small = new HashSet<>();
  private final Set<String> inside = new HashSet<>();
  private boolean latin;
  private boolean latinTitle;

  /** Reads an article, once. */
  void read(String title, String text) {
    List<Token> body = tokens(text);
    List<Token> heading = tokens(title);
    latin = han(text) < text.length() / 10;
    latinTitle = han(title) == 0;
    BitSet shapes = capitalShapes(body, heading);
    for (Token token : body) {
      if (Character.isLowerCase(token.text().charAt(0)) && !token.isCoined()) {
        if (shapes.get(shape(token))) {
          small.add(token.lower());
        }
      } else if (!token.begins()) {
        inside.add(token.lower());
      }
    }
    find(title, heading, true, isTitleCase(heading));
    find(text, body, false, false);
  }

  /** What words look like that are asked for in small letters, so that few are remembered. */
  private static BitSet capitalShapes(List<Token> body, List<Token> heading) {
    BitSet shapes = new BitSet();
    for (Token token : body) {
      if (token.isCapitalized()) {
        shapes.set(shape(token));
      }
    }
    for (Token token : heading) {
      if (token.isCapitalized()) {
        shapes.set(shape(token));
      }
    }
    return shapes;
  }

  /** Of words that are equal but for case the same: the last letter and the length tell much. */
  private static int shape(Token token) {
    String lower = token.lower();
    return (lower.charAt(0) * 31 ^ lower.charAt(lower.length() - 1) * 7 ^ lower.length()) & 1023;
  }

  /** The names, in the order of their first use. */
  List<Name> all() {
    List<Name> names = new ArrayList<>();
    uses.forEach(
        (key, use) ->
            names.add(
                new Name(
                    key,
                    use.surface,
                    use.words,
                    use.coined,
                    use.inTitle,
                    use.titleWhole,
                    use.leadsTitle,
                    use.first,
                    use.count,
                    use.alone)));
    return names;
  }

  Collection<Alias> aliases() {
    return aliases;
  }

  private static int han(String text) {
    int han = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x2E80) {
        han++;
      }
    }
    return han;
  }

  /** Most of its longer words begin with a capital, so that a capital says nothing. */
  private static boolean isTitleCase(List<Token> title) {
    int longer = 0;
    int capital = 0;
    for (Token token : title) {
      if (token.text().length() > 3) {
        longer++;
        capital += token.isCapitalized() ? 1 : 0;
      }
    }
    return longer > 2 && capital * 3 > longer * 2;
  }

  private void find(String text, List<Token> tokens, boolean title, boolean titleCase) {
    int lastEnd = -1;
    String last = null;
    int colon = title ? firstColon(text) : 0;
    for (int i = 0; i < tokens.size(); ) {
      int end = i;
      if (isName(tokens.get(i), title, titleCase)) {
        end = i + 1;
        while (end < tokens.size()
            && end - i < MAX_WORDS
            && adjacent(text, tokens.get(end - 1), tokens.get(end))
            && continues(tokens, i, end, title, titleCase)) {
          end++;
        }
      }
      if (end == i) {
        i++;
        continue;
      }
      add(text, tokens, i, end, title, colon);
      String key = key(text.substring(tokens.get(i).start(), tokens.get(end - 1).end()));
      int start = tokens.get(i).start();
      if (last != null && !last.equals(key) && start - lastEnd <= MAX_BETWEEN) {
        String between = text.substring(lastEnd, start);
        if (isOneSentence(between) && words.saysRenamed(between)) {
          aliases.add(new Alias(last, key));
        }
      }
      last = key;
      lastEnd = tokens.get(end - 1).end();
      i = end;
    }
  }

  private static boolean isOneSentence(String between) {
    for (int i = 0; i < between.length(); i++) {
      char c = between.charAt(i);
      if ("\n。！？;；".indexOf(c) >= 0 || c == '.' && between.startsWith(". ", i)) {
        return false;
      }
    }
    return true;
  }

  private static int firstColon(String title) {
    for (int i = 0; i < title.length(); i++) {
      char c = title.charAt(i);
      if (c == '：'
          || c == '—'
          || (c == ':' && i + 1 < title.length() && title.charAt(i + 1) == ' ')) {
        return i;
      }
    }
    return -1;
  }

  /** A name and every part of it that begins with a name's word. */
  private void add(String text, List<Token> tokens, int from, int to, boolean title, int colon) {
    boolean afterEveryday = true;
    for (int first = from; first < to; first++) {
      afterEveryday &= first == from || words.isEveryday(key(tokens.get(first - 1).text()));
      if (first > from
          && (tokens.get(first).isNumber() || !isName(tokens.get(first), title, true))) {
        continue;
      }
      for (int last = to; last > first; last--) {
        boolean whole = last == to && afterEveryday;
        Token begin = tokens.get(first);
        Token end = tokens.get(last - 1);
        count(text.substring(begin.start(), end.end()), begin, title, whole, colon);
        if (last == first + 1) {
          for (int cut : cuts(begin.text())) {
            count(begin.text().substring(0, cut), begin, title, false, colon);
          }
        }
      }
    }
  }

  /** Where a joined word has a beginning of its own: {@code DeepSeek-V3.2-Exp}. */
  private static List<Integer> cuts(String word) {
    List<Integer> cuts = new ArrayList<>();
    for (int i = 3; i < Math.min(word.length(), MAX_CHARS + 1); i++) {
      char c = word.charAt(i);
      if (c == '-' || c == '‑' || c == '_' || c == '/') {
        cuts.add(i);
      }
    }
    return cuts;
  }

  private void count(String surface, Token begin, boolean title, boolean whole, int colon) {
    if (surface.length() > MAX_CHARS + 2) {
      return;
    }
    String plain = withoutPossessive(surface);
    String key = key(plain);
    if (key.length() < 2 || plain.length() > MAX_CHARS || hasNoLetter(key)) {
      return;
    }
    Use use = uses.get(key);
    if (use == null) {
      use = new Use(plain, spaced(plain), false);
      uses.put(key, use);
    }
    use.coined = use.coined || anyCoined(plain);
    if (title) {
      use.inTitle = true;
      use.titleWhole |= whole;
      use.leadsTitle |= whole && (begin.start() == 0 || begin.start() < colon);
    } else {
      use.first = Math.min(use.first, begin.start());
      use.count++;
      use.alone += whole ? 1 : 0;
    }
  }

  private static String withoutPossessive(String name) {
    int end = name.length();
    if (end > 1 && name.charAt(end - 1) == 's' && "'’".indexOf(name.charAt(end - 2)) >= 0) {
      return name.substring(0, end - 2);
    }
    boolean mark = end > 0 && "'’".indexOf(name.charAt(end - 1)) >= 0;
    return mark ? name.substring(0, end - 1) : name;
  }

  private static boolean hasNoLetter(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean anyCoined(String name) {
    boolean number = false;
    for (int from = 0; from <= name.length(); ) {
      int space = name.indexOf(' ', from);
      int to = space < 0 ? name.length() : space;
      if (Token.isCoined(name, from, to)) {
        return true;
      }
      number |= from > 0 && from < to && isAsciiDigit(name.charAt(from));
      from = to + 1;
    }
    return number && HAS_NUMBER.matcher(name).find();
  }

  private static boolean isAsciiDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean isName(Token token, boolean title, boolean titleCase) {
    String word = token.text();
    if (token.isCoined()) {
      return !AMOUNT.matcher(word).matches();
    }
    if (!token.isCapitalized() || word.length() < 2) {
      return false;
    }
    String lower = token.lower();
    if (words.isOrdinary(lower)) {
      return false;
    }
    if (token.isCapitals() && word.length() <= 5) {
      return true;
    }
    if (title && titleCase) {
      return !latin && !isInflected(lower) || inside.contains(lower);
    }
    if (latin && (small.contains(lower) || (token.begins() && !inside.contains(lower)))) {
      return false;
    }
    return !small.contains(lower) || !latin;
  }

  private static boolean isInflected(String lower) {
    return lower.endsWith("ing") || lower.endsWith("ed") || lower.endsWith("ly");
  }

  private boolean continues(
      List<Token> tokens, int from, int at, boolean title, boolean titleCase) {
    Token token = tokens.get(at);
    if (token.isNumber()) {
      return token.text().length() <= 5;
    }
    if (!token.isCapitalized()) {
      return token.isCoined();
    }
    if (title && titleCase && latinTitle) {
      return isName(token, true, true);
    }
    return !words.isOrdinary(token.lower()) || token.text().length() > 2;
  }

  private static boolean adjacent(String text, Token left, Token right) {
    return right.start() - left.end() == 1 && text.charAt(left.end()) == ' ';
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    for (int at = LatinLetters.next(text, 0); at < text.length(); ) {
      int end = tokenEnd(text, at);
      if (!isStamp(text, at, end)) {
        tokens.add(new Token(text.substring(at, end), at, end, begins(text, at)));
      }
      at = LatinLetters.next(text, end);
    }
    return tokens;
  }

  /** Letters and digits with marks between them, and up to two marks behind: {@code C++}. */
  private static int tokenEnd(String text, int start) {
    int end = LatinLetters.end(text, start);
    while (end + 1 < text.length()
        && JOINTS_INSIDE.indexOf(text.charAt(end)) >= 0
        && LatinLetters.end(text, end + 1) > end + 1) {
      end = LatinLetters.end(text, end + 1);
    }
    for (int i = 0; i < 2 && end < text.length() && "+#".indexOf(text.charAt(end)) >= 0; i++) {
      end++;
    }
    return end;
  }

  private static boolean isStamp(String text, int start, int end) {
    int at = start;
    for (int digits = 0; digits < STAMP; digits++) {
      if (at >= end || !Character.isDigit(text.codePointAt(at))) {
        return false;
      }
      at += Character.charCount(text.codePointAt(at));
    }
    return true;
  }

  private static boolean begins(String text, int at) {
    int i = at - 1;
    while (i >= 0 && (text.charAt(i) == ' ' || "\"“‘'*_([-+>#".indexOf(text.charAt(i)) >= 0)) {
      i--;
    }
    return i < 0 || ".!?:\n•…".indexOf(text.charAt(i)) >= 0;
  }

  /** What names are compared by. */
  static String key(String surface) {
    StringBuilder key = new StringBuilder(surface.length());
    for (int i = 0; i < surface.length(); i++) {
      char c = surface.charAt(i);
      if (Character.isLetterOrDigit(c)
          || c == '+'
          || c == '#'
          || (c == '.' && i > 0 && Character.isDigit(surface.charAt(i - 1)))) {
        key.append(Character.toLowerCase(c));
      }
    }
    return key.toString();
  }

  private static String spaced(String surface) {
    return JOINTS.matcher(surface.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
