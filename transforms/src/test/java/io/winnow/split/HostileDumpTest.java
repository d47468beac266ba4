package io.winnow.split;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.winnow.read.SourceFormat;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No dump loses a line, and none takes more than time in proportion to its length. */
class HostileDumpTest {
  private static final int CHARACTERS = 300_000;

  /** Far above what a slow machine needs for work in proportion, far below anything squared. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Formats that are split by line. */
  private static final List<SourceFormat> LINED =
      List.of(SourceFormat.TEXT, SourceFormat.MARKDOWN, SourceFormat.HTML, SourceFormat.JSONL);

  private static final String[] LINES = {
    "# 目录",
    "## Contents",
    "- 水壶",
    "- [a](#a)",
    "# 20260101 a",
    "**2026.01.02** b",
    "## 水壶",
    "### 电梯",
    "",
    "",
    " ",
    "---",
    "title: x",
    "+++",
    "```",
    "~~~",
    "1、[a](https://a.example)",
    "2、b",
    "[a](https://a)",
    "水开了，水壶会响。",
    "The lift came quickly.",
    "© 2026 x",
    "(完)",
    "by x from https://x.example",
    "大家好,我是x。",
    "From a@b Thu Jan 1 00:00:00 2026",
    "From: a",
    "{\"text\": \"a\"}",
    "\u00a0",
    "\ufeff",
    "<p>x</p>",
    "\t",
    "𠮷野家",
    "\ud800",
    "#".repeat(9),
    "Prompt: " + "x".repeat(40)
  };

  static Stream<String> patterns() {
    return Stream.of(
        "}\n",
        "x",
        "。",
        "# 20260101 a\n",
        "# 20260101 a\nb\n",
        "# 目录\n- 水壶与电梯\n# 水壶与电梯\n",
        "- a\n",
        "## 目录\n- 水壶\n",
        "```\n~~~\n",
        "---\na: b\n",
        "[[[[((((",
        "# " + " ".repeat(200) + "\n",
        "**".repeat(50) + "\n",
        "1、[a](https://a.example)\n",
        "\n",
        "# Weekly 12\n- [a](https://a.example/" + "(".repeat(80) + "\n",
        "# 周刊第 3 期\n1、[" + "[a]".repeat(200) + "](https://a.example\n",
        "# Weekly 12\n- " + "[](" + "a".repeat(2300) + "\n",
        "[a]: https://a.example/" + "b".repeat(100) + "\n",
        "<!--\n- [a](https://a.example)\n",
        "大家好,再见。\n",
        "From a@b Thu Jan 1 00:00:00 2026\nFrom: a\n\n");
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void takesTimeInProportionToTheLength(String pattern) {
    String text = pattern.repeat(CHARACTERS / pattern.length());
    SplitDump split =
        Assertions.assertTimeoutPreemptively(
            PATIENCE, () -> new Splitter(Dumps.RUN).split(Dumps.markdown(text)));
    assertThat(split.ledger().getStatus(), is("read"));
  }

  @Test
  void losesNoLineOfAnyMixture() {
    Random random = new Random(20260301);
    for (int run = 0; run < 200; run++) {
      StringBuilder text = new StringBuilder();
      int lines = 1 + random.nextInt(60);
      for (int i = 0; i < lines; i++) {
        text.append(LINES[random.nextInt(LINES.length)]);
        text.append(random.nextInt(20) == 0 ? "\r\n" : "\n");
      }
      for (SourceFormat format : LINED) {
        SplitDump split = new Splitter(Dumps.RUN).split(Dumps.of(format, "x\n" + text));
        assertThat(split.ledger().getSplit(), greaterThan(0));
      }
    }
  }
}
