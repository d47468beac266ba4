package io.winnow.replay;

import io.winnow.read.SourceFile;
import java.util.Locale;

/** A plan of files that are run again, for people. */
public final class ReprocessPlanText {
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
    PlanLines.append(out, plan.files().stream().map(SourceFile::uri).toList(), width);
    if (!plan.left().isEmpty()) {
      out.append(
          String.format(
              Locale.ROOT, "%,d cannot be read again, and their rows stay:%n", plan.left().size()));
      PlanLines.append(out, plan.left(), width);
    }
    return out.toString();
  }
}
