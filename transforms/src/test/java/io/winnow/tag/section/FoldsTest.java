package io.winnow.tag.section;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FoldsTest {
  @Test
  void spreadsEachLabelEvenly() {
    List<LabelledText> rows = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      rows.add(Rows.row("title " + i, i < 20 ? "rare" : "frequent"));
    }

    int[] fold = Folds.of(rows, 5);

    int[] rare = new int[5];
    for (int i = 0; i < 20; i++) {
      rare[fold[i]]++;
    }
    assertThat(rare, is(new int[] {4, 4, 4, 4, 4}));
  }

  @Test
  void keepsAGroupTogether() {
    List<LabelledText> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      rows.add(
          new LabelledText(
              SectionText.of("t" + i, ""), i % 2 == 0 ? "a" : "b", "t" + i, "week " + i / 6));
    }

    int[] fold = Folds.of(rows, 5);

    Map<String, Set<Integer>> byGroup = new TreeMap<>();
    for (int i = 0; i < fold.length; i++) {
      byGroup.computeIfAbsent(rows.get(i).group(), week -> new TreeSet<>()).add(fold[i]);
    }
    assertThat(byGroup.values(), everyItem(hasSize(1)));
    assertThat(new TreeSet<>(byGroup.values().stream().flatMap(Set::stream).toList()), hasSize(5));
  }
}
