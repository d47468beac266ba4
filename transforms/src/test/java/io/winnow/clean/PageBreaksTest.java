package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.winnow.clean.PageBreaks.Source;
import io.winnow.schema.DroppedSpan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageBreaksTest {
  private static final String TORN = "寄存器分配的难处在于，程序里的变量往往比机器的寄存器多得多，编译器必须决定哪些变";

  @Test
  void joinsASentenceTornByAPage() {
    assertThat(lines(TORN, "", "量放进内存。"), hasItem(TORN + "量放进内存。"));
  }

  @Test
  void joinsATinyTailAndAListItem() {
    assertThat(lines("- " + TORN, "", "量。"), hasItem("- " + TORN + "量。"));
  }

  @Test
  void countsACharacterOnceThatStandsOnBothPages() {
    assertThat(lines(TORN, "", "变量放进内存。"), hasItem(TORN + "量放进内存。"));
  }

  @Test
  void takesBackAHeadingThatIsTheRestOfASentence() {
    assertThat(lines(TORN, "", "## 量放进内存？"), hasItem(TORN + "量放进内存？"));
  }

  @Test
  void putsASpaceBetweenLatinWords() {
    String torn = "要了解这个项目，最简单的办法是打开社区文档，照着做一遍其中的 Quick";

    assertThat(lines(torn, "", "Start 一节。"), hasItem(torn + " Start 一节。"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"## 图着色算法", "图3 干涉图", "- 下一点", "王一：这正是难处所在。", "https://example.org/a"})
  void leavesApartWhatBeginsAnew(String after) {
    List<String> lines =
        lines("短标签", "", TORN + "。", "", "李二：是吗？", "", "王一：是。", "", TORN, "", after);

    assertThat(lines.get(lines.size() - 1), equalTo(after));
  }

  @Test
  void leavesTheSidesOfAMissingPageApart() {
    assertThat(lines(TORN, "", "", "", "生成的代码却更慢。"), hasItem("生成的代码却更慢。"));
  }

  @Test
  void leavesABylineApartFromTheTextBelow() {
    String byline = "采访嘉宾：王一，软件架构师，某某咨询公司联合创始人，《寄存器的故事》与《图着色十讲》作者";

    assertThat(lines(byline, "", TORN, "", "量放进内存。"), hasItem(byline));
  }

  @Test
  void leavesSlidesApart() {
    String slide = "异构数据源存储系统: 异构数据源, 异构数据源, 异构数据源, 异构数据源";

    assertThat(lines(slide, "", "在推理阶段，我们关心效率。"), hasItem("在推理阶段，我们关心效率。"));
  }

  @Test
  void joinsNothingWhereTheAuthorRarelyWritesEndMarks() {
    String text = String.join("\n\n", TORN, TORN, TORN, TORN, TORN);

    assertThat(
        PageBreaks.join(MarkdownText.read(new RawText(text), 0), Source.PAGES).lines().stream()
            .map(Line::text)
            .toList(),
        contains(TORN, TORN, TORN, TORN, TORN));
  }

  @Test
  void logsEveryJoinWithTheWordsAroundIt() {
    String full = TORN + "量放进内存，哪些留在寄存器里。";
    String text = String.join("\n\n", full, full, full, TORN, "## 量放进内存？");

    Manuscript joined = PageBreaks.join(MarkdownText.read(new RawText(text), 0), Source.PAGES);

    int gap = text.lastIndexOf("\n\n");
    assertThat(
        joined.dropped(),
        contains(new DroppedSpan("page-break", gap, gap + 2, "机器的寄存器多得多，编译器必须决定哪些变 ⏎ ## 量放进内存？")));
  }

  @Test
  void joinsEnglishWhereNoSentenceCanEnd() {
    String full =
        "An allocator has to choose, for every variable of a program, a register of the machine.";
    String torn = "The hard part, as anyone who has written one will tell you, is the work of";
    String text = String.join("\n\n", full, full, full, full, full, full, torn, "Chaitin on it.");

    Manuscript plain = PlainText.read(new RawText(text + "\n\n" + full));

    assertThat(
        texts(PageBreaks.join(plain, Source.PLAIN)),
        contains(full, full, full, full, full, full, torn + " Chaitin on it.", full));
  }

  @Test
  void leavesPlainTextApartWhoseParagraphsOftenLackAMark() {
    String full = TORN + "量放进内存，哪些留在寄存器里。";
    String text = String.join("\n\n", full, full, full, full, TORN, full, TORN, "量放进内存。");

    assertThat(
        texts(PageBreaks.join(PlainText.read(new RawText(text)), Source.PLAIN)), hasItem("量放进内存。"));
  }

  @Test
  void joinsElementsOfAPageOnlyAfterAComma() {
    String full = TORN + "量放进内存，哪些留在寄存器里。\n";
    Manuscript text =
        PlainText.read(new RawText(full.repeat(5) + TORN + "，\n这很难。\n" + TORN + "\n这很难。"));

    List<String> lines =
        PageBreaks.join(text, Source.ELEMENTS).lines().stream().map(Line::text).toList();

    assertThat(lines.subList(5, lines.size()), contains(TORN + "，这很难。", TORN, "这很难。"));
  }

  private static List<String> texts(Manuscript text) {
    return text.lines().stream().map(Line::text).toList();
  }

  /** The lines of an article in which paragraphs usually end with a mark. */
  private static List<String> lines(String... end) {
    String full = TORN + "量放进内存，哪些留在寄存器里。";
    String text = String.join("\n\n", full, full, full, full) + "\n\n" + String.join("\n", end);
    return PageBreaks.join(MarkdownText.read(new RawText(text), 0), Source.PAGES).lines().stream()
        .map(Line::text)
        .toList();
  }
}
