package io.winnow.page;

import io.winnow.page.RunFacts.Sample;
import io.winnow.reject.RejectReason;
import io.winnow.schema.Reject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chooses rejects from which one learns whether the rules are right, in whatever order they come.
 * Of each reason come first those nearest to their threshold, then the longest, which have most to
 * lose; of these, one of every kind and file before a second of the same.
 */
final class InstructiveRejects {
  private static final int MAX = 14;
  private static final int MAX_A_REASON = 4;
  private static final int CANDIDATES = 40;

  private static final Comparator<Sample> ORDER =
      Comparator.comparingDouble(InstructiveRejects::distance)
          .thenComparing(Comparator.comparingLong(Sample::bytes).reversed())
          .thenComparing(Sample::place)
          .thenComparing(Sample::id);

  private final Map<String, Top<Sample>> byReason = new TreeMap<>();

  void add(Reject reject) {
    Integer start = reject.getStartLine();
    Integer end = reject.getEndLine();
    String lines = start == null || end == null ? "" : ":" + start + "-" + end;
    Sample sample =
        new Sample(
            reject.getId(),
            reject.getReason(),
            reject.getSourceUri(),
            reject.getSourceUri() + lines,
            reject.getDetail(),
            reject.getMeasured(),
            reject.getThreshold(),
            reject.getOriginalBytes(),
            isText(reject) ? RunFactsCollector.excerpt(reject.getOriginal()) : "");
    byReason
        .computeIfAbsent(reject.getReason(), reason -> new Top<>(CANDIDATES, ORDER))
        .add(sample);
  }

  private static boolean isText(Reject reject) {
    return !reject.getReason().equals(RejectReason.BINARY.column());
  }

  /** Side by side by reason; where there are many reasons, fewer of each. */
  List<Sample> chosen() {
    List<List<Sample>> reasons = byReason.values().stream().map(top -> varied(top.list())).toList();
    List<List<Sample>> chosen =
        reasons.stream().map(reason -> (List<Sample>) new ArrayList<Sample>()).toList();
    int left = MAX;
    for (int round = 0; round < MAX_A_REASON; round++) {
      for (int i = 0; i < reasons.size() && left > 0; i++) {
        if (round < reasons.get(i).size()) {
          chosen.get(i).add(reasons.get(i).get(round));
          left--;
        }
      }
    }
    return chosen.stream().flatMap(List::stream).toList();
  }

  /** The same in another order: first those whose kind and file were not there yet. */
  private static List<Sample> varied(List<Sample> ranked) {
    List<Sample> varied = new ArrayList<>();
    List<Sample> later = new ArrayList<>();
    Set<String> kinds = new HashSet<>();
    Set<String> files = new HashSet<>();
    for (Sample sample : ranked) {
      boolean isNewKind = kinds.add(sample.detail() == null ? "" : sample.detail());
      boolean isNewFile = files.add(sample.file());
      (isNewKind || isNewFile ? varied : later).add(sample);
    }
    varied.addAll(later);
    return varied;
  }

  /** From the threshold, as a ratio on a logarithmic scale; of those without, far away. */
  private static double distance(Sample sample) {
    Double measured = sample.measured();
    Double threshold = sample.threshold();
    if (measured == null || threshold == null) {
      return Double.MAX_VALUE;
    }
    double ratio = Math.abs(Math.log((Math.abs(measured) + 1e-9) / (Math.abs(threshold) + 1e-9)));
    return Math.rint(ratio * 1e6) / 1e6;
  }
}
