package io.winnow.clean;

import io.winnow.text.Scripts;
import java.util.regex.Pattern;

/**
 * Tells lines of code from prose where no markup does: posts whose code blocks came down as bare
 * lines. When in doubt it is prose.
 */
final class CodeLines {
  private static final int MAX_CHARS = 2_000;
  private static final String ENDS = ";,{}[]()>";
  private static final Pattern TAG_LINE = Pattern.compile("</?[a-zA-Z][^<>]{0,300}>.*[>{;]");
  private static final Pattern STATEMENT =
      Pattern.compile("[^。！？]*[=(){}\\[\\]:.].*[;{}]|[\\])}]{1,4}[;,]?(</[a-z]+>)?");
  private static final Pattern GUTTER = Pattern.compile("\\d{1,4} ?\\| ?.*");
  private static final Pattern SHELL = Pattern.compile("[$#>] ?[a-z][\\w./-]* .*|[{}\\[\\]();,]+");

  private CodeLines() {}

  static boolean looksLikeCode(String line) {
    if (line.isEmpty() || line.length() > MAX_CHARS || !hasEdge(line)) {
      return false;
    }
    if (TAG_LINE.matcher(line).matches()) {
      return true;
    }
    return (STATEMENT.matcher(line).matches()
            || GUTTER.matcher(line).matches()
            || SHELL.matcher(line).matches() && line.charAt(0) != '#' && line.charAt(0) != '>')
        && Scripts.cjkShare(line) < 0.2
        && !endsLikeProse(line);
  }

  /** Whether it begins or ends as any of the patterns asks; nearly all prose does not. */
  private static boolean hasEdge(String line) {
    char first = line.charAt(0);
    return ENDS.indexOf(line.charAt(line.length() - 1)) >= 0
        || first == '$'
        || first >= '0' && first <= '9';
  }

  private static boolean endsLikeProse(String line) {
    return line.length() > 200 && line.indexOf('=') < 0 && line.indexOf('(') < 0;
  }
}
