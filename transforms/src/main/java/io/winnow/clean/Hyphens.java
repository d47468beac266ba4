package io.winnow.clean;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides what a hyphen at the end of a line was: put there to break a word, or part of it. How the
 * text spells the word elsewhere goes before everything; then first parts that are compounded with
 * a hyphen as a rule. Without either, the line broke the word.
 */
final class Hyphens {
  private static final int MAX_WORD = 40;
  private static final Pattern LEFT =
      Pattern.compile("(?:^|[^\\p{L}\\p{N}-])((?:\\p{L}+-)*\\p{L}{2,})[-\u2010\u2011]$");
  private static final Pattern RIGHT = Pattern.compile("\\p{Ll}[\\p{L}\\p{M}]*+(?:-\\p{L}++)*+");
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*+(?:-\\p{L}++)*+");

  /** First parts that keep their hyphen, in English and German. */
  private static final Set<String> COMPOUNDED =
      Set.of(
          "self", "well", "ill", "non", "co", "ex", "all", "half", "quasi", "pseudo", "semi",
          "high", "low", "long", "short", "open", "real", "cross", "so", "post", "pre", "much",
          "first", "second", "third", "two", "three", "four", "five", "one", "left", "right",
          "full", "hard", "soft", "large", "small", "old", "new", "better", "best", "nicht");

  /** Words after a hyphen that leaves the rest of its word to a later one: {@code pre- and ...}. */
  private static final Set<String> SUSPENDING =
      Set.of("and", "or", "to", "und", "oder", "bis", "bzw");

  private final Set<String> words;

  private Hyphens(Set<String> words) {
    this.words = words;
  }

  /** With the words of this text as evidence. */
  static Hyphens in(List<Line> lines) {
    Set<String> words = new HashSet<>();
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (isBroken(lines.get(i).text())) {
        boolean torn = false;
        for (Line line : lines) {
          collect(line.text(), torn, words);
          torn = isBroken(line.text());
        }
        return new Hyphens(words);
      }
    }
    return new Hyphens(Set.of());
  }

  private static void collect(String line, boolean torn, Set<String> words) {
    Matcher word = WORD.matcher(line);
    boolean half = torn;
    while (word.find()) {
      boolean tears = word.end() < line.length() && line.charAt(word.end()) == '-';
      if (!half && !tears && word.end() - word.start() <= MAX_WORD) {
        words.add(word.group().toLowerCase(Locale.ROOT));
      }
      half = false;
    }
  }

  /** Whether the line ends within a word, or in a part of a compound. */
  static boolean endsInWord(String line) {
    return line.endsWith("\u00ad") || isBroken(line) && endsInLetter(line);
  }

  /** Whether the line may end within a word. */
  private static boolean isBroken(String line) {
    return line.length() > 2 && "-\u2010\u2011".indexOf(line.charAt(line.length() - 1)) >= 0;
  }

  /** Two halves of a paragraph as one; a word that was broken between them is whole. */
  String joined(String left, String right) {
    if (left.endsWith("\u00ad")) {
      return left.substring(0, left.length() - 1) + right;
    }
    if (!isBroken(left)) {
      return left + Columns.seam(left, right) + right;
    }
    Matcher first = LEFT.matcher(left).region(Math.max(0, left.length() - MAX_WORD), left.length());
    Matcher second = RIGHT.matcher(right).region(0, Math.min(right.length(), MAX_WORD));
    if (!first.find()) {
      return left + (endsInLetter(left) ? "" : Columns.seam(left, right)) + right;
    }
    if (!second.lookingAt()) {
      boolean goesOn = !right.isEmpty() && Character.isLetterOrDigit(right.codePointAt(0));
      return left + (goesOn ? "" : Columns.seam(left, right)) + right;
    }
    if (SUSPENDING.contains(second.group())) {
      return left + " " + right;
    }
    return (keeps(first.group(1), second.group()) ? left : left.substring(0, left.length() - 1))
        + right;
  }

  private static boolean endsInLetter(String left) {
    return left.length() > 1 && Character.isLetterOrDigit(left.charAt(left.length() - 2));
  }

  private boolean keeps(String first, String second) {
    String left = first.toLowerCase(Locale.ROOT);
    String right = second.toLowerCase(Locale.ROOT);
    if (words.contains(left + "-" + right)) {
      return true;
    }
    if (words.contains(left + right)) {
      return false;
    }
    return left.indexOf('-') >= 0
        || right.indexOf('-') >= 0
        || COMPOUNDED.contains(left)
        || words.contains(left) && words.contains(right);
  }
}
