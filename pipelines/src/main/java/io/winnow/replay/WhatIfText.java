package io.winnow.replay;

import io.winnow.query.TerminalText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Tells a {@link WhatIfAnswer} to people. */
public final class WhatIfText {
  /** Pieces of each rule that are shown. */
  private static final int EXAMPLES = 3;

  private static final int RUNS = 3;

  /** So near to a threshold, a piece hardly differs from those on the other side. */
  private static final double NEAR = 0.1;

  private final WhatIfAnswer answer;
  private final int width;
  private final StringBuilder out = new StringBuilder();

  private WhatIfText(WhatIfAnswer answer, int width) {
    this.answer = answer;
    this.width = width;
  }

  /**
   * The lines, each ended.
   *
   * @param quality the rules that were asked for, as given
   * @param width of the terminal, in columns
   */
  public static String of(WhatIfAnswer answer, String quality, int width) {
    WhatIfText text = new WhatIfText(answer, width);
    text.tell(quality);
    return text.out.toString();
  }

  private void tell(String quality) {
    say(
        "With --quality=%s over %s (%s): %,d articles, %,d rejects of quality.",
        quality, counted(answer.runs().size(), "run"), runs(), answer.articles(), answer.rejects());
    say("");
    say("Articles that would be rejected: %s", share(answer.rejected().size(), answer.articles()));
    rules(answer.rejected(), answer.articles(), "articles");
    if (answer.repeating() > 0) {
      say(
          "  Duplicates that repeat them: %,d. Whether thresholds would stop those, too, or one be"
              + " published in its place, is not stored.",
          answer.repeating());
    }
    if (answer.articlesUnknown() > 0) {
      say(
          "  Not told of %s: a rule asks for what was not measured of them.",
          counted(answer.articlesUnknown(), "article"));
    }
    say("");
    say(
        "Rejects that would be articles, or duplicates of some: %s",
        share(answer.kept().size(), answer.rejects()));
    rules(answer.kept(), answer.rejects(), "rejects");
    if (answer.inPart() > 0) {
      say(
          "  Told in part of %s, of which only the rule is stored that stopped them: it would stop"
              + " %,d again; what other rules would say of the rest is unknown.",
          counted(answer.inPart(), "older reject"), answer.inPartStopped());
    }
    if (answer.rejectsUnknown() > 0) {
      say("  Not told of %s.", counted(answer.rejectsUnknown(), "reject"));
    }
    if (!answer.otherVersions().isEmpty()) {
      say("");
      say(
          "Some were measured by other versions of Winnow (%s), perhaps otherwise than today.",
          String.join(", ", answer.otherVersions()));
    }
  }

  private String runs() {
    List<String> runs = answer.runs();
    return runs.size() <= RUNS
        ? String.join(", ", runs)
        : runs.get(0) + " to " + runs.get(runs.size() - 1);
  }

  private void rules(List<Changed> changed, long all, String what) {
    if (changed.isEmpty()) {
      return;
    }
    Map<List<String>, List<Changed>> byRule = new TreeMap<>(Comparator.comparing(List::toString));
    changed.forEach(
        piece ->
            byRule
                .computeIfAbsent(List.of(piece.reason(), piece.rule()), rule -> new ArrayList<>())
                .add(piece));
    List<Map.Entry<List<String>, List<Changed>>> rules = new ArrayList<>(byRule.entrySet());
    rules.sort(Comparator.comparingInt(rule -> -rule.getValue().size()));
    row("reason", "rule", what, "share", "within 10%");
    for (Map.Entry<List<String>, List<Changed>> rule : rules) {
      List<Changed> pieces = rule.getValue();
      row(
          rule.getKey().get(0),
          rule.getKey().get(1),
          number(pieces.size()),
          percent(pieces.size(), all),
          number(pieces.stream().filter(piece -> piece.distance() <= NEAR).count()));
    }
    say("  Nearest to their thresholds:");
    for (Map.Entry<List<String>, List<Changed>> rule : rules) {
      rule.getValue().stream().limit(EXAMPLES).forEach(this::example);
    }
  }

  private void row(String reason, String rule, String pieces, String share, String near) {
    say("  %-20s %-26s %10s %8s %12s", reason, rule, pieces, share, near);
  }

  private void example(Changed piece) {
    say(
        "    %s  %s  %s %s against %s  %s",
        piece.id(),
        piece.rule(),
        piece.signal(),
        value(piece.measured()),
        value(piece.threshold()),
        TerminalText.line(piece.title()));
  }

  private void say(String format, Object... values) {
    String line = String.format(Locale.ROOT, format, values);
    for (String part :
        line.startsWith("    ")
            ? List.of(TerminalText.cut(line, width))
            : TerminalText.wrap(line, width)) {
      out.append(part).append('\n');
    }
  }

  private static String share(long part, long all) {
    return number(part) + " of " + number(all) + " (" + percent(part, all) + ")";
  }

  private static String percent(long part, long all) {
    return String.format(Locale.ROOT, "%.1f%%", all == 0 ? 0 : 100.0 * part / all);
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String value(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static String counted(long number, String what) {
    return number(number) + " " + what + (number == 1 ? "" : "s");
  }
}
