package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.winnow.text.Folding;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShinglesTest {
  @Test
  void takesThreeCharactersOfAScriptWithoutSpaces() {
    assertThat(shingles("春眠不觉晓").length, is(3));
  }

  @Test
  void takesTwoWordsOfAnyOtherScript() {
    assertThat(shingles("the quick brown fox").length, is(3));
    assertThat(shingles("Быстрая бурая лиса").length, is(2));
  }

  @Test
  void countsAShingleOnce() {
    assertThat(shingles("one two one two one two").length, is(2));
  }

  @Test
  void hasNoneBelowTheShingleSize() {
    assertThat(shingles("晨报").length, is(0));
    assertThat(shingles("word").length, is(0));
    assertThat(shingles("").length, is(0));
  }

  @Test
  void makesNoDifferenceOfWidthCasePunctuationSpaceOrScript() {
    assertThat(shingles("Ｗｉｎｎｏｗ 把「書籍」 分开"), is(shingles("winnow把书籍,分开")));
    assertThat(shingles("Hello,   WORLD again"), is(shingles("hello world\nagain!")));
  }

  @Test
  void seesBothScriptsOfAMixedTextInOneSet() {
    List<String> both = List.of("把 Flink 的状态", "the state of 状态后端 changed");
    for (String text : both) {
      Set<Long> apart = new HashSet<>();
      for (String part : text.split(" ")) {
        Arrays.stream(shingles(part)).forEach(apart::add);
      }
      assertThat(shingles(text).length, is(greaterThan(apart.size())));
    }
  }

  @Test
  void keepsMostShinglesOfACopyInWhichOneWordInSixWasReplaced() {
    String text = Prose.text(1);
    String[] words = text.split(" ");
    for (int i = 0; i < words.length; i += 6) {
      words[i] = "other" + i;
    }
    double shared = jaccard(shingles(text), shingles(String.join(" ", words)));
    assertThat(shared, is(greaterThan(0.45)));
    assertThat(shared, is(lessThan(0.65)));
    assertThat(jaccard(shingles(text), shingles(Prose.text(2))), is(lessThan(0.05)));
  }

  static long[] shingles(String text) {
    return Shingles.of(Folding.words(text));
  }

  static double jaccard(long[] a, long[] b) {
    Set<Long> all = new HashSet<>();
    Arrays.stream(a).forEach(all::add);
    Arrays.stream(b).forEach(all::add);
    return (double) (a.length + b.length - all.size()) / all.size();
  }
}
