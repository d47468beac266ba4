package io.winnow.tag.section;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
  private final CrossValidation all =
      new CrossValidation(
          List.of("a/x", "a/y", "b"),
          new int[] {0, 0, 1, 2},
          new int[] {0, 1, 1, 0},
          new double[] {0.9, 0.45, 0.7, 0.35});

  @Test
  void countsWhatIsRight() {
    assertThat(all.accuracy(), is(0.5));
    assertThat(all.parentAccuracy(), is(0.75));
    assertThat(all.macroF1(), is(closeTo((0.5 + 2 / 3.0 + 0) / 3, 1e-9)));
  }

  @Test
  void tellsLabelsAndConfusions() {
    assertThat(all.byLabel().get(0), is(new CrossValidation.OfLabel("a/x", 2, 0.5, 0.5, 0.5)));
    assertThat(
        all.confusions(),
        contains(
            new CrossValidation.Confusion("a/x", "a/y", 1),
            new CrossValidation.Confusion("b", "a/x", 1)));
  }

  @Test
  void tellsWhatAThresholdGains() {
    assertThat(
        all.bands().stream().filter(band -> band.from() == 0.5).toList(),
        contains(new CrossValidation.Band(0.5, 0.5, 1, 2)));
  }
}
