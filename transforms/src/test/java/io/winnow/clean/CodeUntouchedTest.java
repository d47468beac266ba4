package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in code leaves cleaning as it came, wherever the code stands. */
class CodeUntouchedTest {
  private static final String BEFORE = "这一段说明下面的代码做了什么，为什么要这样写，以及怎样运行它。";
  private static final String AFTER =
      "After that the program stops, and everything is as it was before.";

  /** Dirt in prose, meant in code: spaces, joiners, decomposed letters, wide and narrow marks. */
  private static final List<String> VALUES =
      List.of(
          "\"a  b\"",
          "\"x\u00a0y\"",
          "\"cafe\u0301\"",
          "\"甲,乙;丙?\"",
          "\"z\u200bz\"",
          "'ＡＢ　１'",
          "\"<!-- x -->\"",
          "\"**p** _q_ \\\\_\"",
          "\"&amp;\"",
          "\"soft\u00adhyphen\"");

  private static final List<List<String>> BLOCKS =
      List.of(
          List.of(
              "import os", "", "def run(a,  b):", "    x = V", "\treturn x", "", "", "run(1, V)"),
          List.of("class Box:", "    size = 3  # 大小", "    def area(self):", "        pass"),
          List.of("server:", "  port:   8080", "  names:", "    - V", "    - two"),
          List.of("$ cd  /tmp/x && ls -l", "$ echo V", "total 12", "$ rm  -r out"),
          List.of("SELECT a,  b", "  FROM t", " WHERE a = V", " ORDER BY b"),
          List.of("package main", "", "func main() {", "\tx := V", "\tfmt.Println(x)", "}"),
          List.of("<div class=\"a\">", "  <p>V</p>", "    <b>甲乙</b>", "</div>"),
          List.of(">>> x = V", ">>> len(x)", "3", ">>> x  +  x"),
          List.of("{", "  \"a\":   V,", "  \"b\": [1,  2]", "}"),
          List.of("for i in range(3):", "    print(i,  V)", "else:", "    print(0)"));

  static List<Integer> seeds() {
    return IntStream.range(0, 200).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void inFences(int seed) {
    List<String> code = new ArrayList<>(block(seed));
    String fence = seed % 2 == 0 ? "```" : "~~~";
    code.add(0, fence + "x");
    code.add(fence);
    kept("markdown", code);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void inQuotedFences(int seed) {
    List<String> code = new ArrayList<>(block(seed));
    code.add(0, "```");
    code.add("```");
    kept("markdown", code.stream().map(line -> "> " + line).toList());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void inFencesOfLists(int seed) {
    List<String> code = new ArrayList<>(block(seed));
    code.add(0, "```");
    code.add("```");
    List<String> indented = code.stream().map(line -> "     " + line).toList();
    String whole =
        text(
            "markdown",
            "1. first\n\n   - second\n\n" + String.join("\n", indented) + "\n\n" + AFTER);
    assertThat(whole, containsString(String.join("\n", indented)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void byIndentation(int seed) {
    kept(
        "markdown",
        block(seed).stream().map(line -> line.isEmpty() ? line : "    " + line).toList());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void inSpans(int seed) {
    String span = "`f(" + value(new Random(seed)) + ",  g)`";
    String twice = "``a ` " + value(new Random(seed + 1)) + "``";
    String sentence = "前面的" + span + "和" + twice + "都不能改。";
    for (String media : List.of("markdown", "text")) {
      String text = text(media, BEFORE + "\n\n" + sentence + "\n\n" + AFTER);
      assertThat(text, containsString(span));
      assertThat(text, containsString(twice));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bareAmongProse(int seed) {
    List<String> code = block(seed);
    String lines = String.join("\n", code);
    assertThat(
        text("text", BEFORE + "\n" + lines + "\n" + AFTER), containsString("\n" + lines + "\n"));
    assertThat(
        text("text", AFTER + "\n\n" + lines + "\n\n" + BEFORE),
        containsString("\n" + lines + "\n"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void inPreElements(int seed) {
    String code = String.join("\n", block(seed));
    String escaped = code.replace("&", "&amp;").replace("<", "&lt;");
    String prose = "<p>" + AFTER.repeat(4) + "</p>";
    String page =
        "<html><body><article>"
            + prose
            + "<pre><code>"
            + escaped
            + "</code></pre>"
            + prose
            + "</article></body></html>";
    assertThat(text("html", page), containsString("\n" + code + "\n"));
  }

  private static void kept(String media, List<String> code) {
    String lines = String.join("\n", code);
    assertThat(
        text(media, BEFORE + "\n\n" + lines + "\n\n" + AFTER), containsString("\n" + lines + "\n"));
  }

  private static String text(String media, String raw) {
    return Pieces.kept(Pieces.of(media, raw)).getArticle().getText();
  }

  private static List<String> block(int seed) {
    Random random = new Random(seed);
    List<String> block = BLOCKS.get(seed % BLOCKS.size());
    return block.stream().map(line -> line.replace("V", value(random))).toList();
  }

  private static String value(Random random) {
    return VALUES.get(random.nextInt(VALUES.size()));
  }
}
