package io.winnow.tag.section;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Deals rows into folds so that rows of one group lie in one fold, every label is spread evenly and
 * nothing depends on the order of the rows: groups go by the hash of their name, each into the fold
 * that has the fewest rows of its labels so far.
 */
final class Folds {
  private Folds() {}

  private record Group(String name, long hash, List<Integer> rows) {}

  /** The fold of each row, from 0. */
  static int[] of(List<LabelledText> rows, int folds) {
    Map<String, List<Integer>> byName = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      byName.computeIfAbsent(rows.get(i).group(), name -> new ArrayList<>()).add(i);
    }
    List<Group> groups = new ArrayList<>();
    byName.forEach(
        (name, members) ->
            groups.add(new Group(name, Hashing.komihash5_0().hashCharsToLong(name), members)));
    groups.sort(
        Comparator.<Group>comparingInt(group -> -group.rows().size())
            .thenComparingLong(Group::hash)
            .thenComparing(Group::name));
    int[] fold = new int[rows.size()];
    Map<String, int[]> dealt = new HashMap<>();
    int[] all = new int[folds];
    for (Group group : groups) {
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int f = 0; f < folds; f++) {
        double load = 0;
        for (int row : group.rows()) {
          load += dealt.computeIfAbsent(rows.get(row).label(), label -> new int[folds])[f];
        }
        load = load / group.rows().size() + 1e-6 * all[f];
        if (load < least) {
          least = load;
          best = f;
        }
      }
      for (int row : group.rows()) {
        fold[row] = best;
        dealt.get(rows.get(row).label())[best]++;
        all[best]++;
      }
    }
    return fold;
  }
}
