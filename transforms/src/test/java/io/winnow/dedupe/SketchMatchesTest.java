package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SketchMatchesTest {
  @Test
  void countsWhatAComparisonOneByOneCounts() {
    List<Sketch> sketches = new ArrayList<>();
    MadeArticles.of(5, 120)
        .forEach(
            made ->
                SketchedText.of(Drafts.article("a", made.text()).today())
                    .ifPresent(text -> sketches.add(text.sketch())));
    SketchMatches matches = new SketchMatches(sketches);

    for (Sketch sketch : sketches) {
      int[] shared = matches.shared(sketch);
      for (int i = 0; i < sketches.size(); i++) {
        assertThat((double) shared[i] / Sketch.COMPONENTS, is(sketch.jaccard(sketches.get(i))));
      }
    }
  }

  @Test
  void comparesWithNone() {
    Sketch sketch = Sketch.of(new long[] {1, 2, 3});

    assertThat(new SketchMatches(List.of()).shared(sketch).length, is(0));
  }
}
