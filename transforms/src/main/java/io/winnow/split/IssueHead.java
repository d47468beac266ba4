package io.winnow.split;

import io.winnow.text.FieldBlock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a dump says about the issue of a periodical that it is: in front matter, in bare
 * fields, or in its first heading.
 *
 * @param publication null where nothing names it
 * @param issue the label as printed; null where the dump does not say that it is an issue
 */
record IssueHead(@Nullable String publication, @Nullable String issue) {
  static final IssueHead NONE = new IssueHead(null, null);

  /** What periodicals call themselves. */
  private static final Pattern PERIODICAL =
      Pattern.compile(
          "周刊|周报|月刊|月报|日报|日刊|双周|季刊|期刊|杂志|汇总|速递|快讯|早报|晚报"
              + "|\\b(?:week(?:s|ly)?|month(?:ly)?|daily|digest|newsletter|round-?up|bulletin|gazette|"
              + "journal|magazine|briefing|links)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BARE_NUMBER = Pattern.compile("\\d{1,6}");

  /** Lines with text among which the first heading stands. */
  private static final int HEAD_LINES = 10;

  static IssueHead of(Lines lines) {
    int top = lines.nextNonBlank(lines.first());
    Optional<FieldBlock> fields =
        top > lines.last()
            ? Optional.empty()
            : FieldBlock.fencedAt(lines::line, top, lines.last())
                .or(() -> FieldBlock.bareAt(lines::line, top, lines.last()));
    String title = fields.flatMap(block -> block.first("title")).orElseGet(() -> heading(lines));
    if (title == null) {
      return NONE;
    }
    IssueLabel.Parsed label = IssueLabel.parse(title);
    String number = fields.flatMap(block -> block.first("number", "issue")).orElse(null);
    return new IssueHead(
        label.publication(), label.issue() != null || number == null ? label.issue() : number);
  }

  /** Whether this is an issue of a periodical; a mere number may be that of a release. */
  boolean isIssue() {
    return issue != null && (namesAPeriodical() || !BARE_NUMBER.matcher(issue).matches());
  }

  /** Whether the publication is named as periodicals are. */
  boolean namesAPeriodical() {
    return publication != null && PERIODICAL.matcher(publication).find();
  }

  private static @Nullable String heading(Lines lines) {
    if (lines.headings().isEmpty()) {
      return null;
    }
    Heading first = lines.headings().get(0);
    return lines.count(lines.first(), first.line()) <= HEAD_LINES
        ? Markup.plain(first.text())
        : null;
  }
}
