package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InlineMarkdownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "所谓**“重点”**就是它|所谓“重点”就是它",
        "粗暴截断：**第一种方式|粗暴截断：第一种方式",
        "2 * 3 * 4|2 * 3 * 4",
        "an *important* word|an important word",
        "snake_case_name stays|snake_case_name stays",
        "an _important_ word|an important word",
        "order\\_count \\*some\\*|order_count *some*",
        "1\\. first|1. first",
        "`a **b** c` and **d**|`a **b** c` and d",
        "a &amp; b &lt;c&gt;|a & b <c>",
        "$a_1 * b_2$ and *x*|$a_1 * b_2$ and x",
        "[[note]] and [text](https://a.example/b)|note and text",
        "see <https://a.example/?a=1&amp;b=2>|see https://a.example/?a=1&b=2",
        "~~old~~ new|old new",
        "[Show more](#)|Show more",
        "1 < 2 and 3 > 2|1 < 2 and 3 > 2",
        "array[0](x)|array0"
      })
  void givesTheWords(String markdown, String words) {
    assertThat(InlineMarkdown.words(markdown), equalTo(words));
  }

  @Test
  void collectsLinksAndPicturesWithTheirPlace() {
    List<FoundLink> links = new ArrayList<>();

    InlineMarkdown.words("a [b](https://x.example) ![c](d.png)", 10, links);

    assertThat(
        links,
        contains(
            new FoundLink("https://x.example", "b", 12, false),
            new FoundLink("d.png", "c", 35, true)));
  }

  @Test
  void undoesEscapesInAddresses() {
    List<FoundLink> links = new ArrayList<>();

    assertThat(
        InlineMarkdown.words(
            "https://v.example/w?v=r\\_g\\\\_b 和 <https://v.example/a\\_b> [c](https://v.example/c\\_d)",
            0,
            links),
        equalTo("https://v.example/w?v=r_g_b 和 https://v.example/a_b c"));
    assertThat(
        links.stream().map(FoundLink::url).toList(),
        contains("https://v.example/w?v=r_g_b", "https://v.example/a_b", "https://v.example/c_d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "*", "`", "<b>", "&", "_a ", "![", "](", "~~ ", "==a", "$a", "\\"})
  void takesLinearTimeOnHostileLines(String part) {
    String line = part.repeat(100_000);

    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> InlineMarkdown.words(line));
  }
}
