package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.winnow.schema.Article;
import io.winnow.schema.DroppedSpan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class RunningLinesTest {
  private static final String PARAGRAPH = "缓存放在离处理器近的地方，读得快，但是容量小，所以要决定把什么留在里面。";
  private static final String TORN = "一个程序读过的数据往往很快又要读一次，这叫做时间上的局部性，所以缓存先留下刚刚读过的";
  private static final String REST = "数据，而把很久没有读过的数据换出去。";

  @Test
  void dropsWhatRecursAtTheEndsOfPages() {
    Article article =
        clean(
            PARAGRAPH,
            "KCon 全球缓存大会",
            "缓存极客",
            "## 命中",
            PARAGRAPH,
            "KCon 全球内存大会",
            "缓存极客",
            PARAGRAPH,
            "KCon 全球缓存大会",
            "缓存极客",
            "## 替换",
            PARAGRAPH);

    assertThat(article.getText(), not(containsString("缓存极客")));
    assertThat(article.getText(), not(containsString("KCon")));
    assertThat(
        article.getDroppedSpans().stream().map(DroppedSpan::getRule).toList(),
        everyItem(is("running-line")));
  }

  @Test
  void dropsNumbersOfPages() {
    Article article =
        clean(PARAGRAPH, "- 11 -", TORN, "- 12 -", REST, PARAGRAPH, "- 13 -", PARAGRAPH);

    assertThat(article.getText(), not(containsString("- 1")));
  }

  @Test
  void keepsNumbersOfSections() {
    Article article = clean("1", PARAGRAPH, "2", PARAGRAPH, "## 又", "3", PARAGRAPH, "4", PARAGRAPH);

    assertThat(article.getText(), containsString("\n\n4\n\n"));
  }

  @Test
  void keepsWhatSpeaksOrJudges() {
    for (List<String> text :
        List.of(
            List.of(
                "林木", PARAGRAPH, "白石", PARAGRAPH, "林木", PARAGRAPH, "白石", PARAGRAPH, "林木",
                PARAGRAPH),
            List.of(
                "## 甲", PARAGRAPH, "值得买", "## 乙", PARAGRAPH, "值得买", "## 丙", PARAGRAPH, "值得买",
                "## 丁", PARAGRAPH),
            List.of("## 甲", "暂无", "## 乙", "暂无", "## 丙", "暂无", PARAGRAPH))) {
      assertThat(clean(text.toArray(String[]::new)).getDroppedSpans(), hasSize(0));
    }
  }

  @Test
  void keepsWhatStandsTwice() {
    assertThat(
        clean(PARAGRAPH, "缓存极客", "## 命中", PARAGRAPH, "缓存极客", PARAGRAPH).getDroppedSpans(),
        hasSize(0));
  }

  @Test
  void takesLinearTime() {
    Manuscript text =
        MarkdownText.read(new RawText("缓存极客\n\n".repeat(200_000) + "## 命中\n\n" + PARAGRAPH), 0);

    Assertions.assertTimeout(Duration.ofSeconds(20), () -> RunningLines.drop(text));
  }

  private static Article clean(String... paragraphs) {
    return Pieces.kept(Pieces.markdown(String.join("\n\n", paragraphs)).setTitle("处理器与缓存"))
        .getArticle();
  }
}
