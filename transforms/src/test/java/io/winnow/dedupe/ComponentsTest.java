package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

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
}
