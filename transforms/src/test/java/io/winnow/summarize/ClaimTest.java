package io.winnow.summarize;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.winnow.schema.Article;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimTest {
  private static Optional<String> claim(String lang, String text) {
    Article article = Texts.article(lang, "", text);
    return Claim.of(new Summarizer(SummarySpec.defaults()).summarize(article));
  }

  @Test
  void isAShortStatementWithANumberOrName() {
    assertThat(
        claim(
            "zh", "大家好，我是小王。你想过编译为什么慢吗？把增量编译打开以后，我们的构建从 14 分钟降到了 3 分钟。" + "但这只是开始。团队里每个人都觉得轻松了许多。"),
        equalTo(Optional.of("把增量编译打开以后，我们的构建从 14 分钟降到了 3 分钟。")));
    assertThat(
        claim(
            "en",
            "Hello everyone. Why is it slow? Incremental builds cut our build time from 14 to 3"
                + " minutes. They helped everyone. People on the team feel much better about it."),
        equalTo(Optional.of("Incremental builds cut our build time from 14 to 3 minutes.")));
  }

  @Test
  void isWhatIsSoRatherThanWhatWasOrWillBeTold() {
    assertThat(
        claim(
            "zh",
            "在机器人领域，Kestrel 相机是获取深度的“眼睛”。今天推荐的 Kestrel，给出了一个极其优雅的解法。"
                + "实验显示，Kestrel 把夜间的深度误差降低了 38%。曾几何时，Kestrel 只是一个玩具。"),
        equalTo(Optional.of("实验显示，Kestrel 把夜间的深度误差降低了 38%。")));
    assertThat(
        claim(
            "en",
            "For years, Kestrel cameras were toys. I have used my Kestrel every day since March."
                + " Kestrel 2 cuts the depth error at night by 38 percent."),
        equalTo(Optional.of("Kestrel 2 cuts the depth error at night by 38 percent.")));
  }

  @Test
  void isAbsentWhereNothingShortIsStated() {
    assertThat(claim("zh", "你好？为什么呢？"), equalTo(Optional.empty()));
    assertThat(claim("zh", "我们把数据从旧的库里搬到了新的库里，".repeat(8) + "完。"), equalTo(Optional.empty()));
  }

  @Test
  void isTakenFromTheTextWhereAModelWroteTheSummary() {
    Article article =
        Article.newBuilder(Texts.article("en", "", "Rust 1.80 shipped in July with lazy cells."))
            .setSummary(java.util.List.of("A new version."))
            .setSummaryMethod("llm")
            .build();
    assertThat(
        Claim.of(article), equalTo(Optional.of("Rust 1.80 shipped in July with lazy cells.")));
  }
}
