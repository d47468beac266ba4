package io.winnow.explain;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class QuestionTest {
  @Test
  void sixHexDigitsAreAnIdAndFewerAreNot() {
    assertThat(Question.of("9B1deb"), is(new Question.Id("9B1deb", "9b1deb")));
    assertThat(Question.of("9b1de"), instanceOf(Question.Source.class));
  }

  @Test
  void aUrlIsToldByItsScheme() {
    assertThat(
        Question.of("https://a.example/b:12"),
        is(new Question.Url("https://a.example/b:12", "https://a.example/b:12")));
  }

  @Test
  void formsOfAUrlHaveOneKey() {
    assertThat(
        Question.Url.keyOf("http://www.a.example/b/?utm_source=x#c"),
        is(Question.Url.keyOf("https://m.a.example/b")));
    assertThat(Question.Url.keyOf("https://a.example/"), is("https://a.example/"));
  }

  @Test
  void aPlaceIsAPieceOrALine() {
    assertThat(
        Question.of("a b.zip!/笔记.md#3"),
        is(new Question.Piece("a b.zip!/笔记.md#3", "a b.zip!/笔记.md", 3)));
    assertThat(Question.of("x/y.txt:120"), is(new Question.Line("x/y.txt:120", "x/y.txt", 120)));
    assertThat(Question.of("x/y.txt"), is(new Question.Source("x/y.txt", "x/y.txt")));
  }
}
