package io.winnow.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the names in Latin letters that an article uses, in any language: products, models,
 * companies, people. Case decides, so that a small-letter word is none; a capital counts only where
 * nothing else explains it.
 */
final class Names {
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{IsLatin}\\p{Nd}]++(?:[.'’&_+/‑-][\\p{IsLatin}\\p{Nd}]++)*+[+#]{0,2}");

  /** The name of a note or file, and no one's. */
  private static final Pattern STAMP = Pattern.compile("\\p{Nd}{6}");

  private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");
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
    for (Token token : body) {
      if (Character.isLowerCase(token.text().charAt(0)) && !token.isCoined()) {
        small.add(token.lower());
      } else if (!token.begins()) {
        inside.add(token.text().toLowerCase(Locale.ROOT));
      }
    }
    find(title, heading, true, isTitleCase(heading));
    find(text, body, false, false);
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
    return !between.contains(". ") && between.chars().noneMatch(c -> "\n。！？;；".indexOf(c) >= 0);
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
    String plain = POSSESSIVE.matcher(surface).replaceFirst("");
    String key = key(plain);
    if (key.length() < 2 || plain.length() > MAX_CHARS || key.chars().allMatch(c -> c <= '9')) {
      return;
    }
    Use use = uses.computeIfAbsent(key, k -> new Use(plain, spaced(plain), false));
    use.coined |=
        plain.chars().anyMatch(c -> c == ' ')
            ? anyCoined(plain)
            : new Token(plain, 0, 0, false).isCoined();
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

  private static boolean anyCoined(String name) {
    for (String word : name.split(" ")) {
      if (new Token(word, 0, 0, false).isCoined()) {
        return true;
      }
    }
    return HAS_NUMBER.matcher(name).find();
  }

  private boolean isName(Token token, boolean title, boolean titleCase) {
    String word = token.text();
    if (token.isCoined()) {
      return !AMOUNT.matcher(word).matches();
    }
    String lower = token.lower();
    if (!token.isCapitalized() || words.isOrdinary(lower) || word.length() < 2) {
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
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      if (!STAMP.matcher(matcher.group()).lookingAt()) {
        tokens.add(
            new Token(
                matcher.group(), matcher.start(), matcher.end(), begins(text, matcher.start())));
      }
    }
    return tokens;
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
