package io.winnow.split;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the number or date by which a periodical names its issue. */
final class IssueLabel {
  private static final String NUMBER = "[0-9〇零一二三四五六七八九十百]{1,6}";
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:\\d{4}\\s?年\\s?)?第\\s?"
              + NUMBER
              + "\\s?(?:[期辑卷号季]|周(?!年))"
              + "|\\d{4}\\s?年\\s?\\d{1,2}\\s?月(?:刊|号)"
              + "|(?i:\\b(?:issue|no\\.?|vol\\.?|volume|week|edition)\\s?#?\\s?\\d{1,5}\\b)"
              + "|#\\d{1,5}\\b|\\b\\d{4}-?W\\d{2}\\b|(?<=\\S )\\d{1,4}$");
  private static final Pattern EDGES =
      Pattern.compile("^[\\s()（）:：,，\\-—–|·]+|[\\s()（）:：,，\\-—–|·]+$");

  private IssueLabel() {}

  /**
   * A title taken apart.
   *
   * @param publication what is left of the title; null when nothing is
   * @param issue the label as printed; null without one
   */
  record Parsed(@Nullable String publication, @Nullable String issue) {}

  /**
   * The label in a title such as {@code Weekly Notes, Issue 12} or {@code 某某周刊（第 12 期）：题目}; what
   * stands before it names the publication, or what stands after it when nothing does.
   */
  static Parsed parse(String title) {
    Matcher label = LABEL.matcher(title);
    if (!label.find()) {
      return new Parsed(blankToNull(title), null);
    }
    String before = blankToNull(title.substring(0, label.start()));
    String after = blankToNull(title.substring(label.end()));
    return new Parsed(before != null ? before : after, label.group().strip());
  }

  private static @Nullable String blankToNull(String text) {
    String bare = EDGES.matcher(text).replaceAll("");
    return bare.isEmpty() ? null : bare;
  }
}
