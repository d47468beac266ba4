package io.winnow.split;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.winnow.read.SourceFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapes of one article that look like several. */
class SingleArticleTest {
  private static final String EN =
      "The keeper of the light counts the ships that pass and writes them down before the fog comes in. ";
  private static final String ZH = "守灯的人每天傍晚数一遍过路的船，在雾起来之前把它们一只一只记在本子上。";

  static Stream<Arguments> articles() {
    return Stream.of(
        Arguments.of("a README", readme()),
        Arguments.of("a guide with first-level headings", guide()),
        Arguments.of("a change log by version", changeLog("## [1.%d.0] - 2026-02-%02d")),
        Arguments.of("a change log by day", changeLog("## 2026-02-%2$02d, Version 1.%1$d.0, @ada")),
        Arguments.of("a long paper", paper()),
        Arguments.of("numbered points", points("、", "")),
        Arguments.of("numbered references", points(". ", "[A paper](https://papers.example/%d)")),
        Arguments.of("a list of links", awesome()),
        Arguments.of("an interview", interview()),
        Arguments.of("a post with rules and a post script", rules()),
        Arguments.of("minutes by the hour", minutes()),
        Arguments.of("a recipe in two languages", EN.repeat(8) + "\n\n" + ZH.repeat(12) + "\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("articles")
  void staysWhole(String what, String text) {
    for (SourceFormat format : List.of(SourceFormat.MARKDOWN, SourceFormat.TEXT)) {
      SplitDump split = new Splitter(Dumps.RUN).split(Dumps.of(format, text));
      assertThat(what + " as " + format, split.pieces().size(), is(1));
      assertThat(what + " as " + format, split.rejects(), is(List.of()));
    }
  }

  private static String readme() {
    return Stream.of(
            "Lightlog",
            "Installation",
            "Usage",
            "Why another log?",
            "Writing a line",
            "Reading it back",
            "Fog",
            "License")
        .map(heading -> "# " + heading + "\n\n" + EN.repeat(3) + "\n\n```\nlight log --fog\n```\n")
        .collect(Collectors.joining("\n"));
  }

  private static String guide() {
    return Stream.of(
            "Keeping a light by hand",
            "What the keeper sees",
            "Why nobody sleeps",
            "Where the ships go",
            "How fog is measured",
            "Who pays for oil",
            "When it is dark",
            "Which lamp to buy",
            "Whose turn it is")
        .map(heading -> "# " + heading + "\n\n" + ("A light wants its keeper. " + EN).repeat(3))
        .collect(Collectors.joining("\n\n"));
  }

  private static String changeLog(String heading) {
    return "# Changelog\n\n"
        + IntStream.range(1, 12)
            .mapToObj(i -> String.format(heading, i, 28 - i) + "\n\n- The lamp turns\n- " + EN)
            .collect(Collectors.joining("\n\n"));
  }

  private static String paper() {
    return "# On the light\n\n## Table of Contents\n\n- [Introduction](#a)\n- [Method](#b)\n- [Conclusion](#c)\n\n"
        + Stream.of("Introduction", "Method", "Conclusion")
            .map(heading -> "## " + heading + "\n\n" + EN.repeat(150))
            .collect(Collectors.joining("\n\n"));
  }

  private static String points(String mark, String link) {
    return "# 灯\n\n## 想法\n\n"
        + ZH.repeat(8)
        + "\n\n## 要点\n\n"
        + IntStream.range(1, 9)
            .mapToObj(i -> i + mark + String.format(link, i) + (link.isEmpty() ? ZH : ""))
            .collect(Collectors.joining("\n\n"));
  }

  private static String awesome() {
    return "# Awesome lights 2026\n\n"
        + IntStream.range(1, 40)
            .mapToObj(i -> "- [Light " + i + "](https://l" + i + ".example/) - " + EN)
            .collect(Collectors.joining("\n"));
  }

  private static String interview() {
    return "守灯人访谈\n\n"
        + IntStream.range(1, 30)
            .mapToObj(i -> "问：第" + i + "年的雾比现在大吗？\n\n答：" + ZH.repeat(3))
            .collect(Collectors.joining("\n\n"));
  }

  private static String rules() {
    return "# The light\n\n"
        + EN.repeat(6)
        + "\n\n---\n\nNote: it was dark.\n\n---\n\n"
        + EN.repeat(4)
        + "\n\nP.S. Thanks for reading, and see you next time!\n";
  }

  private static String minutes() {
    return "# Night of the fog\n\n"
        + IntStream.range(10, 24)
            .mapToObj(hour -> "## " + hour + ":00\n\n" + EN.repeat(2))
            .collect(Collectors.joining("\n\n"));
  }
}
