package io.winnow.tag.section;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class WeightsTest {
  private static final Vector FIRST = new Vector(new int[] {0}, new float[] {2});

  @Test
  void whatSpeaksForAParentSpeaksForEachOfItsLabels() {
    Weights labels = new Weights(3, 2);
    labels.set(0, 0, 1);
    labels.set(2, 0, 5);
    labels.bias()[1] = -1;
    Weights parents = new Weights(2, 2);
    parents.set(0, 0, 4);
    parents.bias()[1] = 10;
    int[] parentOf = {0, 0, 1};

    Weights both = labels.with(parents, label -> parentOf[label], 0.5);

    assertThat(both.decide(FIRST), is(new double[] {2 + 4, -1 + 4, 10 + 5}));
  }

  @Test
  void mixesInTheUnitsOfBoth() {
    Weights one = new Weights(1, 1);
    one.set(0, 0, 6);
    Weights other = new Weights(1, 1);
    other.set(0, 0, 8);

    assertThat(one.mixed(3, other, 0.5, 2).decide(FIRST), is(new double[] {2 * (2 + 2)}));
  }
}
