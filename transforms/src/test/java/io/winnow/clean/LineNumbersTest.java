package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.winnow.schema.Article;
import io.winnow.schema.DroppedSpan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineNumbersTest {
  private static final String BEFORE = "配置文件的开头几行是这样写的，每一级缩进两个空格。";
  private static final String AFTER = "After that the server has to be started again.";

  @ParameterizedTest
  @ValueSource(strings = {"markdown", "text"})
  void becomeAFencedBlockWithoutTheNumbers(String media) {
    Article article = clean(media, " 9 | menu:", "10 |   home: 1", "11 |", "12 |   about:  2");

    assertThat(
        article.getText(),
        equalTo(BEFORE + "\n\n```\nmenu:\n  home: 1\n\n  about:  2\n```\n\n" + AFTER));
    assertThat(
        article.getDroppedSpans().stream().map(DroppedSpan::getRule).toList(),
        contains("line-numbers"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"markdown", "text"})
  void mayStandBeforeATabOrTwoSpaces(String media) {
    assertThat(
        clean(media, "1\tvoid foo() {", "2\t  bar();", "3\t}").getText(),
        containsString("```\nvoid foo() {\n  bar();\n}\n```"));
    assertThat(
        clean(media, "1  void foo() {", "2    bar();", "3  }").getText(),
        containsString("```\nvoid foo() {\n  bar();\n}\n```"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"markdown", "text"})
  void aSingleOneStaysAsItIs(String media) {
    Article article = clean(media, "1 | menu:  |");

    assertThat(article.getText(), containsString("\n1 | menu:  |\n"));
    assertThat(article.getDroppedSpans(), is(empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"markdown", "text"})
  void areNoListsRankingsOrTables(String media) {
    for (List<String> lines :
        List.of(
            List.of("1. Boil water", "2. Add salt", "3. Add rice"),
            List.of("1) foo()", "2) bar()", "3) baz()"),
            List.of("1  The Long Road", "2  A Short Walk", "3  Home"),
            List.of("1\t北京\t2154", "2\t上海\t2487", "3\t广州\t1868"),
            List.of("1 | apple | 3", "2 | pear | 4", "3 | plum | 5"),
            List.of("10 | menu:", "12 |   home: 1", "14 |   about: 2"))) {
      Article article = clean(media, lines.toArray(String[]::new));
      assertThat(article.getDroppedSpans(), is(empty()));
      assertThat(article.getText(), containsString(lines.get(2).substring(0, 1)));
    }
  }

  @Test
  void staysInFencedCode() {
    assertThat(
        clean("markdown", "```", "1 | a()", "2 | b()", "3 | c()", "```").getText(),
        containsString("```\n1 | a()\n2 | b()\n3 | c()\n```"));
  }

  @Test
  void takesLinearTime() {
    StringBuilder hostile = new StringBuilder();
    for (int i = 1; i < 100_000; i++) {
      hostile.append(i).append("\tThe words of a ranking\n");
    }
    Assertions.assertTimeout(
        Duration.ofSeconds(20), () -> PlainText.read(new RawText(hostile.toString())));
  }

  private static Article clean(String media, String... lines) {
    String raw = BEFORE + "\n\n" + String.join("\n", lines) + "\n\n" + AFTER;
    return Pieces.kept(Pieces.of(media, raw)).getArticle();
  }
}
