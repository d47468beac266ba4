package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  @RepeatedTest(50)
  void keepsItsLimits(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int sources = 4 + random.nextInt(8);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      // A few sources are loud, and some sections have no other.
      int source = (int) (sources * Math.pow(random.nextDouble(), 3));
      items.add(item(i, "s" + (random.nextInt(9) + source) % 9, "source" + source));
    }
    for (int total : new int[] {1, 7, 25}) {
      List<Item> page = choose(items, total);
      assertThat(page.size(), lessThanOrEqualTo(total));
      assertThat(counts(page, Item::section), everyItem(lessThanOrEqualTo(5L)));
      List<Item> first = page.subList(0, Math.min(10, page.size()));
      assertThat(counts(first, item -> item.lead().source()), everyItem(lessThanOrEqualTo(3L)));
    }
  }

  @Test
  void aLargeSectionHasMoreSeatsAndLeavesSomeToTheSmall() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      items.add(item(i, i < 30 ? "big" : "small" + i, "source" + i));
    }
    List<Item> page = choose(items, 12);
    assertThat(page, hasSize(12));
    assertThat(page.subList(0, 3), equalTo(items.subList(0, 3)));
    assertThat(page.subList(3, 12), equalTo(items.subList(30, 39)));
  }

  @Test
  void aSingleSourceMayFillThePage() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      items.add(item(i, "section" + i % 8, "the only one"));
    }
    assertThat(choose(items, 25), hasSize(25));
  }

  private static List<Item> choose(List<Item> items, int total) {
    return new Choice(items, Comparator.naturalOrder()).of(total);
  }

  private static Collection<Long> counts(List<Item> items, Function<Item, String> name) {
    Map<String, Long> counts =
        items.stream().collect(Collectors.groupingBy(name, Collectors.counting()));
    return counts.values();
  }

  private static Item item(int id, String section, String source) {
    return new Item(
        List.of(
            Entry.of(
                Articles.article("a" + id, "zh", "题 " + id, "句子。")
                    .setSection(section)
                    .setPublication(source)
                    .build())));
  }
}
