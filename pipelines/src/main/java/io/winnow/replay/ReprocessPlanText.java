package io.winnow.replay;

import io.winnow.query.TerminalText;
import io.winnow.read.SourceFile;
import java.util.List;
import java.util.Locale;

/** A plan of files that are run again, for people. */
public final class ReprocessPlanText {
  /** Lines that are shown of a list. */
  private static final int SHOWN = 20;

  private ReprocessPlanText() {}

  /**
   * @param width columns of the terminal
   */
  public static String of(ReprocessPlan plan, int width) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "Would read %,d files of %,d bytes again, in place of %,d sources in the runs %s.%n",
            plan.files().size(),
            plan.files().stream().mapToLong(SourceFile::bytes).sum(),
            plan.superseded().count(),
            String.join(", ", plan.superseded().runs())));
    lines(out, plan.files().stream().map(SourceFile::uri).toList(), width);
    if (!plan.left().isEmpty()) {
      out.append(
          String.format(
              Locale.ROOT, "%,d cannot be read again, and their rows stay:%n", plan.left().size()));
      lines(out, plan.left(), width);
    }
    return out.toString();
  }

  private static void lines(StringBuilder out, List<String> lines, int width) {
    lines.stream()
        .limit(SHOWN)
        .forEach(
            line ->
                out.append("  ")
                    .append(TerminalText.cut(TerminalText.line(line), width - 2))
                    .append('\n'));
    if (lines.size() > SHOWN) {
      out.append("  and ").append(lines.size() - SHOWN).append(" more\n");
    }
  }
}
