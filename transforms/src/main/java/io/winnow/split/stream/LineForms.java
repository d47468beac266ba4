package io.winnow.split.stream;

import java.util.regex.Pattern;

/** What the lines of a stream look like, each looked at once. */
final class LineForms {
  /** A form that a line has or has not. */
  enum Form {
    ENDS_SENTENCE,
    ENDS_STATEMENT,
    ENDS_OPEN,
    LIST,
    SECTION,
    CODE,
    LOWER_CASE,
    INDENTED,
    TITLE_LIKE
  }

  private static final String SENTENCE_ENDS = ".!?。!?…~";
  private static final String STATEMENT_ENDS = ".。…~";
  private static final String OPEN_ENDS = ":：,，、;；(（-";
  private static final String CLOSERS = "\"'”’」』)）*]";
  private static final int MAX_CLOSERS = 3;

  private static final Pattern LIST_MARK =
      Pattern.compile("(?:[-*+•·▪◦]\\s|\\d{1,3}[.)、]\\s?|[(（]\\d{1,3}[)）])");
  private static final Pattern SECTION_MARK =
      Pattern.compile(
          "(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十0-9]{1,3}[章节部分步条点]|\\d{1,2}(?:\\.\\d{1,2})+)");
  private static final String CODE_STARTS = "<$#>|}{[]\\/@";
  private static final String CODE_ENDS = "{};";
  private static final Pattern CODE = Pattern.compile("[=!<>]=|\\w\\(\\w{0,80}\\)|::|->|:=");

  /** Letters of Chinese from which a line is no code, whatever signs it has. */
  private static final int MAX_CJK_IN_CODE = 8;

  /** Letters of a title. */
  private static final int MIN_TITLE = 3;

  private static final int MAX_TITLE = 80;
  private static final int MAX_TITLE_CJK = 40;

  private final int[] forms;

  LineForms(Stream stream) {
    forms = new int[stream.size()];
    for (int i = 0; i < forms.length; i++) {
      forms[i] = forms(stream, i);
    }
  }

  boolean has(int i, Form form) {
    return (forms[i] & bit(form)) != 0;
  }

  private static int forms(Stream stream, int i) {
    String line = stream.view(i);
    int forms = 0;
    char beforeClosers = beforeClosers(line);
    char last = line.charAt(line.length() - 1);
    forms |= SENTENCE_ENDS.indexOf(beforeClosers) >= 0 ? bit(Form.ENDS_SENTENCE) : 0;
    forms |= STATEMENT_ENDS.indexOf(beforeClosers) >= 0 ? bit(Form.ENDS_STATEMENT) : 0;
    forms |= OPEN_ENDS.indexOf(last) >= 0 ? bit(Form.ENDS_OPEN) : 0;
    forms |= LIST_MARK.matcher(line).lookingAt() ? bit(Form.LIST) : 0;
    forms |= SECTION_MARK.matcher(line).lookingAt() ? bit(Form.SECTION) : 0;
    forms |= isCode(stream, i, line, last) ? bit(Form.CODE) : 0;
    forms |= Character.isLowerCase(line.codePointAt(0)) ? bit(Form.LOWER_CASE) : 0;
    forms |= Character.isWhitespace(stream.line(i).charAt(0)) ? bit(Form.INDENTED) : 0;
    return forms | (isTitleLike(stream, i, line, forms) ? bit(Form.TITLE_LIKE) : 0);
  }

  /** The last character but for quotes and brackets that close; a space where there is none. */
  private static char beforeClosers(String line) {
    int at = line.length() - 1;
    int least = Math.max(-1, at - MAX_CLOSERS);
    while (at > least && CLOSERS.indexOf(line.charAt(at)) >= 0) {
      at--;
    }
    return at < 0 ? ' ' : line.charAt(at);
  }

  private static boolean isCode(Stream stream, int i, String line, char last) {
    return stream.cjk(i, i + 1) < MAX_CJK_IN_CODE
        && (CODE_STARTS.indexOf(line.charAt(0)) >= 0
            || CODE_ENDS.indexOf(last) >= 0
            || CODE.matcher(line).find());
  }

  /** Short, unfinished, and nothing else by its form. */
  private static boolean isTitleLike(Stream stream, int i, String line, int forms) {
    int letters = stream.letters(i, i + 1);
    boolean wide = 2 * stream.cjk(i, i + 1) > letters;
    int others =
        bit(Form.ENDS_STATEMENT)
            | bit(Form.ENDS_OPEN)
            | bit(Form.LIST)
            | bit(Form.SECTION)
            | bit(Form.CODE)
            | bit(Form.LOWER_CASE);
    return letters >= MIN_TITLE
        && letters <= (wide ? MAX_TITLE_CJK : MAX_TITLE)
        && (forms & others) == 0
        && !line.contains("://");
  }

  private static int bit(Form form) {
    return 1 << form.ordinal();
  }
}
