package io.winnow.clean;

import io.winnow.text.Scripts;
import java.util.regex.Pattern;

/**
 * Says how much one line looks like code. Says nothing of what stands around it; {@link CodeRuns}
 * does. Lines longer than {@value #MAX_CHARS} are code only where that is plain to see.
 */
enum CodeShape {
  /** Hardly anything else. */
  SURE,
  /** Code among code, words among words: an indented line, {@code name: value}, a command. */
  LIKELY,
  /** Short, no sentence. */
  OPEN,
  /** A sentence. */
  PROSE;

  private static final int MAX_CHARS = 400;
  private static final int MAX_WORDS = 7;
  private static final double MAX_HAN = 0.2;

  private static final Pattern LITERALS =
      Pattern.compile("\"[^\"]*+\"|'[^']*+'|`[^`]*+`|(?://|#|--|/\\*|<!--|^\\*).*+|>[^<>]*+<");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][\\w-]*+(?:\\s[^<>]*+)?/?>.*+");
  private static final Pattern PROMPT =
      Pattern.compile("(?:\\$|%|>>>|\\.\\.\\.|In \\[\\d++\\]:|[\\w-]++@[\\w.-]++\\S*+[$#]) \\S.*+");

  /** A prompt that nothing else begins with, whatever language follows. */
  private static final Pattern INPUT = Pattern.compile("(?:\\$|>>>) [!-~].*+");

  private static final Pattern ASSIGNMENT =
      Pattern.compile("[A-Za-z_$][\\w.$\\[\\]\"'-]*+ ?(?::=|[-+*/|&%]?=(?!=)).*+");
  private static final Pattern CALL =
      Pattern.compile("[A-Za-z_$][\\w.:$]*+(?:[(\\[{]|\\s*+\\(\\)).*[)\\]}(\\[{,;]|[)\\]}]\\..*+");
  private static final Pattern DECLARATION =
      Pattern.compile(
          "(?:(?:async )?def \\w++ ?\\(.*+|class \\w++.*[:{]|import [\\w.{*\"'].*+"
              + "|from [\\w.]++ import .*+|package [\\w.]++;?|#include .*+|(?:pub )?fn \\w++.*+"
              + "|func [\\w(].*[{)]|(?:let|const|var|val) [\\w{\\[]++.*=.*+|return [^ ]*+;?"
              + "|return .*[()\\[\\]{}=+*/].*+|use \\w++::.*+|(?:elif|except|else|try|finally)\\b.*:"
              + "|(?:for|while|if|with) .*[=()\\[\\].<>_].*:|for \\w++ in \\S++:|//.*+|/\\*.*+)");
  private static final Pattern SQL =
      Pattern.compile(
          "(?:SELECT|FROM|WHERE|GROUP BY|ORDER BY|INSERT INTO|UPDATE|DELETE FROM|CREATE (?:TABLE|INDEX"
              + "|VIEW)|ALTER TABLE|DROP TABLE|(?:LEFT |RIGHT |INNER |OUTER |CROSS )?JOIN|VALUES|HAVING"
              + "|UNION(?: ALL)?|LIMIT \\d)\\b.*+");
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:sudo|apt|apt-get|brew|pip3?|npm|npx|yarn|pnpm|git|docker|kubectl|helm|curl|wget|cd|mkdir"
              + "|ls|cp|mv|rm|cat|echo|export|source|go|cargo|make|cmake|python3?|node|java|mvn|chmod"
              + "|chown|ssh|scp|tar|grep|sed|awk|systemctl|select|from|where|and|AND|ON|SET|WITH|or|OR"
              + "|join|limit|order by|group by)\\b.*+");
  private static final Pattern OPTION =
      Pattern.compile("\\S++ .*(?: -{1,2}\\w|&& |\\|| [.~]?/\\w).*+");
  private static final Pattern FIELD =
      Pattern.compile("(?:- )?[\"']?[a-z_][\\w./-]*+[\"']?:(?: ++\\S.{0,200}+)?");
  private static final Pattern ENTRY = Pattern.compile("- (?:[^\\s:]++|\"[^\"]*+\"|'[^']*+')");
  private static final Pattern COMMENT =
      Pattern.compile("(?:#|--|;|%|<!--) ?.*+|@[\\w.]++(?:\\(.*\\))?|[^#]*+ # .*+");
  private static final Pattern CLOSING =
      Pattern.compile("(?:end|fi|done|esac|then|else|begin|pass|break|continue|EOF)[;:]?|\\W{1,8}");
  private static final Pattern WORDS = Pattern.compile("[\\p{L}’'-]++[,;:]?(?: |$)");

  static CodeShape of(RawLine line) {
    String text = line.text().strip();
    if (text.length() > MAX_CHARS) {
      return CodeLines.looksLikeCode(text) ? SURE : PROSE;
    }
    if (INPUT.matcher(text).matches()) {
      return SURE;
    }
    String bare = LITERALS.matcher(text).replaceAll("\"\"");
    if (Scripts.cjkShare(bare) >= MAX_HAN
        || bare.chars().anyMatch(c -> "，。！？；：、".indexOf(c) >= 0)) {
      return PROSE;
    }
    if (isSure(text)) {
      return SURE;
    }
    if (readsLikeProse(bare)) {
      return PROSE;
    }
    boolean likely =
        isIndented(line.text())
            || FIELD.matcher(text).matches()
            || ENTRY.matcher(text).matches()
            || COMMAND.matcher(text).matches()
            || COMMENT.matcher(text).matches()
            || CLOSING.matcher(text).matches();
    return likely ? LIKELY : OPEN;
  }

  /** Whether it is a key, its value nested below it; what YAML is made of. */
  static boolean opensField(RawLine line) {
    String text = line.text().strip();
    return text.length() <= 80 && text.endsWith(":") && FIELD.matcher(text).matches();
  }

  /** Whether it is a key with or without its value, or one word of a list. */
  static boolean isField(RawLine line) {
    String text = line.text().strip();
    return text.length() <= MAX_CHARS
        && (FIELD.matcher(text).matches() || ENTRY.matcher(text).matches());
  }

  private static boolean isSure(String text) {
    return CodeLines.looksLikeCode(text)
        || PROMPT.matcher(text).matches()
        || TAG.matcher(text).matches()
        || SQL.matcher(text).matches()
        || DECLARATION.matcher(text).matches()
        || !endsSentence(text)
            && (ASSIGNMENT.matcher(text).matches() || CALL.matcher(text).matches())
        || COMMAND.matcher(text).matches() && OPTION.matcher(text).matches() && !endsSentence(text);
  }

  private static boolean endsSentence(String text) {
    return Columns.endsSentence(text) && text.indexOf(' ') > 0 && !text.endsWith(")");
  }

  /** Many plain words in a row, or several that end as sentences do. */
  private static boolean readsLikeProse(String text) {
    if (COMMENT.matcher(text).matches()) {
      return false;
    }
    int words = 0;
    var word = WORDS.matcher(text);
    while (word.find()) {
      words++;
    }
    return words >= MAX_WORDS || words >= 3 && Columns.endsSentence(text);
  }

  /** A wide space begins a Chinese paragraph. */
  private static boolean isIndented(String line) {
    return line.startsWith("\t") || line.startsWith("  ");
  }
}
