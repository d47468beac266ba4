package io.winnow.replay;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells a {@link ReplayPlan} to people. */
public final class ReplayPlanText {
  private ReplayPlanText() {}

  /**
   * The lines, each ended.
   *
   * @param width of the terminal, in columns
   */
  public static String of(ReplayPlan plan, int width) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "Would run %,d rejects again, from %,d files of %,d bytes.\n",
            plan.pieces().size(),
            plan.files().size(),
            plan.files().stream().mapToLong(file -> file.bytes()).sum()));
    Map<String, Long> counts =
        plan.pieces().stream()
            .collect(
                Collectors.groupingBy(
                    piece -> piece.reason() + " in " + piece.sourceUri(),
                    TreeMap::new,
                    Collectors.counting()));
    PlanLines.append(out, counts.entrySet().stream().map(ReplayPlanText::line).toList(), width);
    if (!plan.left().isEmpty()) {
      out.append(
          String.format(
              Locale.ROOT,
              "%,d cannot be run again, and stay where they are:\n",
              plan.left().size()));
      PlanLines.append(out, plan.leftLines(), width);
    }
    return out.toString();
  }

  private static String line(Map.Entry<String, Long> counted) {
    return String.format(Locale.ROOT, "%,d %s", counted.getValue(), counted.getKey());
  }
}
