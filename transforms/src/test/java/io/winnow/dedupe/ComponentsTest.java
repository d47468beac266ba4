package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComponentsTest {
  @Test
  void namesAComponentByItsLeastNodeWhateverTheOrderOfTheLinks() {
    List<long[]> chain = new ArrayList<>();
    for (long node = 0; node < 5_000; node++) {
      chain.add(new long[] {node - 2_500, node - 2_499});
    }
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(chain, new Random(seed));
      Components components = new Components();
      chain.forEach(link -> components.join(link[0], link[1]));
      assertThat(components.size(), is(5_001));
      for (long node = -2_500; node <= 2_500; node++) {
        assertThat(components.root(node), is(-2_500L));
      }
    }
  }

  @Test
  void saysWhetherALinkWasNews() {
    Components components = new Components();
    assertThat(components.join(1, 2), is(true));
    assertThat(components.join(3, 2), is(true));
    assertThat(components.join(1, 3), is(false));
    assertThat(components.root(4), is(4L));
  }

  @Test
  void isExactOnALongChainInAnyNumberOfPages() {
    Components components = new Components();
    for (long node = 600_000; node > 0; node--) {
      components.join(7 * node, 7 * node - 7);
    }
    for (long node = 0; node <= 600_000; node += 100) {
      assertThat(components.root(7 * node), is(0L));
    }
  }

  @Test
  void refusesMoreThanThereIsRoomFor() {
    Components components = Components.within(1 << 20);
    for (long node = 0; node < 30_000; node++) {
      components.join(node, node + 1);
    }
    Exception refusal =
        assertThrows(
            IllegalStateException.class,
            () -> {
              for (long node = 30_000; node < 100_000; node++) {
                components.join(node, node + 1);
              }
            });
    assertThat(
        refusal.getMessage(),
        matchesPattern(
            "[0-9,]+ texts that are linked with others need [0-9]+ MB on one worker, which has room"
                + " for 1 MB: give workers a larger heap .*"));
  }
}
