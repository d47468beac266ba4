package io.winnow.explain;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.winnow.explain.Alignment.Passage;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlignmentTest {
  @Test
  void marksTheWordsThatDifferAndShowsWhatIsCommonBefore() {
    Alignment alignment =
        Alignment.of(
            "The kettle sings. It is made of brass and steel. The end.",
            "The kettle sings. It is made of copper and steel. The end.");
    assertThat(
        alignment.passages(4),
        contains(
            new Passage("both", "The kettle sings.", false),
            new Passage("one", "It is made of [brass] and steel.", true),
            new Passage("other", "It is made of [copper] and steel.", true),
            new Passage("both", "The end.", false)));
    assertThat(alignment.common(), is(2));
  }

  @Test
  void whatFoldingMakesEqualIsNoDifference() {
    Alignment alignment = Alignment.of("這個軟件很好用，我喜歡。", "这个软件很好用,我喜欢。");
    assertThat(alignment.differences(), is(0));
    assertThat(alignment.passages(4), hasSize(1));
  }

  @Test
  void aSentenceThatOnlyOneHasIsShownWhole() {
    assertThat(
        Alignment.of("第一句在这里。第三句在这里。", "第一句在这里。第二句是多出来的。第三句在这里。").passages(4),
        contains(
            new Passage("both", "第一句在这里。", false),
            new Passage("other", "第二句是多出来的。", false),
            new Passage("both", "第三句在这里。", false)));
  }

  @Test
  void emptyTextsHaveNoPassages() {
    assertThat(Alignment.of("", "").passages(4), empty());
  }

  @Test
  void longTextsAreComparedByTheirBeginnings() {
    String one = numbered("one");
    String other = numbered("other");
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Alignment alignment = Alignment.of(one, other);
          assertThat(alignment.isCut(), is(true));
          assertThat(alignment.passages(4).isEmpty(), is(false));
        });
  }

  private static String numbered(String word) {
    return IntStream.range(0, 50_000)
        .mapToObj(i -> "This is sentence " + i + " of " + word + ".")
        .collect(Collectors.joining(" "));
  }
}
