package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.winnow.schema.Fingerprint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SketchRowsTest {
  private static final DedupeSpec SPEC = DedupeSpec.defaults();

  @Test
  void passesAllThatRepeatAndHardlyAnyOther() {
    List<SketchedText> texts =
        Corpus.of(21, 1_500).stream().map(SketchedText::of).flatMap(Optional::stream).toList();
    SketchRows rows = new SketchRows();
    texts.forEach(rows::add);
    int unlike = 0;
    int passed = 0;
    for (SketchedText text : texts.subList(0, 200)) {
      long[] bytes = SketchRows.lowBytes(text.sketch());
      for (int row = 0; row < texts.size(); row++) {
        boolean may = rows.mayRepeat(row, bytes, text.shingles(), SPEC);
        if (text.to(texts.get(row)).repeats(SPEC)) {
          assertThat(may, is(true));
        } else {
          unlike++;
          passed += may ? 1 : 0;
        }
      }
    }
    assertThat(unlike, is(greaterThan(100_000)));
    assertThat(passed, is(lessThan(unlike / 1_000)));
  }

  @Test
  void aTextWithoutASketchIsLikeNoOther() {
    Fingerprint article = Drafts.article("a", Prose.text(1)).today();
    SketchedText text = SketchedText.of(article).orElseThrow();
    SketchRows rows = new SketchRows();
    rows.add(null);
    rows.add(text);
    long[] bytes = SketchRows.lowBytes(text.sketch());
    assertThat(rows.mayRepeat(0, bytes, text.shingles(), SPEC), is(false));
    assertThat(rows.mayRepeat(1, bytes, text.shingles(), SPEC), is(true));
  }
}
