package io.winnow.split.stream;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.winnow.split.stream.Templates.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamEvidenceTest {
  @Test
  void vocabularyFallsApartWhereTheSubjectChanges() {
    List<String> lines = new ArrayList<>();
    IntStream.range(0, 30)
        .forEach(i -> lines.add("The kettle whistles when steam leaves the spout " + i));
    IntStream.range(0, 30)
        .forEach(i -> lines.add("Elevators wait for passengers between busy floors " + i));
    Cohesion cohesion = Cohesion.of(terms(stream(lines)), 80);
    assertThat(cohesion.similarity(30), lessThan(0.2));
    assertThat(cohesion.similarity(15), greaterThan(0.8));
    assertThat(cohesion.depth(30), greaterThan(1.0));
  }

  @Test
  void findsBothEndsOfAPostThatComesTwice() {
    List<String> post =
        IntStream.range(0, 12).mapToObj(i -> i + " 水壶的音高由壶嘴两块薄板之间的距离决定而不是由温度决定").toList();
    List<String> lines = new ArrayList<>(post);
    lines.add("A line that stands between the two of them.");
    lines.addAll(post);
    Repeats repeats = Repeats.of(stream(lines), new LineKeys(stream(lines)));
    assertThat(repeats.startingAt(0), greaterThan(300));
    assertThat(repeats.endingAt(12), is(repeats.startingAt(0)));
    assertThat(repeats.startingAt(13), is(repeats.startingAt(0)));
    assertThat(repeats.endingAt(25), is(repeats.startingAt(0)));
    assertThat(repeats.startingAt(6), is(0));
  }

  @Test
  void learnsTheTailOfASiteFromItsOtherPosts() {
    List<String> lines = new ArrayList<>();
    double[] likely = new double[40];
    for (int post = 0; post < 4; post++) {
      IntStream.range(0, 9)
          .forEach(i -> lines.add("prose " + lines.size() * 31 + " goes on and on"));
      lines.add("Index of notes");
      if (post < 3) {
        likely[lines.size()] = post == 1 ? 0.0 : 0.9;
      }
    }
    Templates templates = Templates.of(stream(lines), new LineKeys(stream(lines)), likely);
    assertThat(
        "not seen by itself, but like the others", templates.at(Place.LAST, 19), greaterThan(0.6));
    assertThat(templates.at(Place.FIRST, 19), is(0.0));
    assertThat(templates.at(Place.LAST, 5), is(0.0));
  }

  @Test
  void masksNumbersAndKeepsLabelsAsTemplates() {
    assertThat(Templates.keys("Issue 12"), is(Templates.keys("Issue 37")));
    assertThat(Templates.keys("Next article: Bells").contains(":nextarticle"), is(true));
    assertThat(Templates.keys("下一篇：钟").contains(":下一篇"), is(true));
    assertThat(Templates.keys("← Bells").contains("(←"), is(true));
  }

  @Test
  void choosesTheCutsWithTheGreatestSumButNoSlivers() {
    List<String> lines = new ArrayList<>();
    IntStream.range(0, 30).forEach(i -> lines.add("x".repeat(60)));
    double[] logOdds = new double[30];
    java.util.Arrays.fill(logOdds, -9);
    logOdds[10] = 2;
    logOdds[11] = 3;
    logOdds[20] = 1;
    assertThat(Cuts.of(stream(lines), logOdds), is(List.of(11, 20)));
  }

  @Test
  void goesThroughALongStreamInWindowsAndFindsTheSame() {
    List<String> posts = new ArrayList<>();
    for (int post = 0; post < 6000; post++) {
      posts.add("本文永久链接 – https://a.example.org/2026/01/01/" + post);
      posts.add("大家好,我是水生。");
      for (int i = 0; i < 8; i++) {
        posts.add(
            word(post)
                + "的第"
                + i
                + "件事是"
                + word(post * 7 + i)
                + "和"
                + word(post * 3 + i)
                + ",说来话长,一共要用很多很多的字才说得清楚。");
      }
      posts.add("© 2026, 水生. 版权所有.");
    }
    List<Boundary> found = Boundaries.find(n -> posts.get(n - 1), 1, posts.size());
    List<Integer> expected = IntStream.range(1, 6000).map(post -> post * 11 + 1).boxed().toList();
    List<Integer> lines = new ArrayList<>(found.stream().map(Boundary::line).toList());
    int all = lines.size();
    lines.retainAll(expected);
    assertThat("false ones", all - lines.size(), is(0));
    assertThat("found", lines.size(), greaterThan(expected.size() * 99 / 100));
  }

  /** Two Han characters that depend on the number. */
  private static String word(int number) {
    return "" + (char) (0x4E00 + number % 5000) + (char) (0x4E00 + number / 3 % 4000);
  }

  private static Terms terms(Stream stream) {
    return new Terms(new LineKeys(stream), stream.size());
  }

  private static Stream stream(List<String> lines) {
    return new Stream(lines::get, 0, lines.size());
  }
}
