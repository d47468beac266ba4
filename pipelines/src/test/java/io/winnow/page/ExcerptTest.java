package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.schema.Article;
import io.winnow.schema.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void sentencesThatFollowEachOtherAreOnePassage() {
    Article article = summarized("一句😀话。又一句。\n\n另起一段。 同一段。", "一句😀话。", "又一句。", "另起一段。", "同一段。");
    Excerpt excerpt = Excerpt.of(article, Optional.empty());
    assertThat(excerpt.quotation(), contains("一句😀话。又一句。"));
    assertThat(excerpt.more(), contains("另起一段。 同一段。"));
  }

  @Test
  void theClaimIsNotQuotedAgain() {
    Article article = summarized("第一句。第二句。第三句。", "第一句。", "第二句。", "第三句。");
    Excerpt excerpt = Excerpt.of(article, Optional.of("第二句。"));
    assertThat(excerpt.claim(), is("第二句。"));
    assertThat(excerpt.quotation(), contains("第一句。", "第三句。"));
    assertThat(excerpt.more(), is(empty()));
  }

  @Test
  void whatDoesNotStandInTheTextIsNeverQuoted() {
    Article article =
        Article.newBuilder(summarized("真的一句。", "真的一句。"))
            .setSummary(List.of("编造的一句。", "真的一句。"))
            .build();
    Excerpt excerpt = Excerpt.of(article, Optional.of("另一句编造的。"));
    assertThat(excerpt.claim(), is(nullValue()));
    assertThat(excerpt.quotation(), contains("真的一句。"));
  }

  @Test
  void longSentencesGoUnderTheFoldAndEndlessOnesNowhere() {
    String sentence = "长".repeat(200) + "。";
    String endless = "无".repeat(10_000) + "。";
    Article article = summarized(sentence + endless + "短句。", sentence, endless, "短句。");
    Excerpt excerpt = Excerpt.of(article, Optional.empty());
    assertThat(excerpt.quotation(), contains("短句。"));
    assertThat(excerpt.more(), contains(sentence));
  }

  @Test
  void atMostFiveSentencesGoUnderTheFold() {
    String[] sentences =
        IntStream.range(0, 12).mapToObj(i -> "第" + i + "句。").toArray(String[]::new);
    Article article = Articles.article("a", "zh", "题", sentences).build();
    assertThat(Excerpt.of(article, Optional.empty()).more(), hasSize(5));
  }

  private static Article summarized(String text, String... summary) {
    List<Span> spans =
        List.of(summary).stream()
            .map(
                sentence -> {
                  int from = text.codePointCount(0, text.indexOf(sentence));
                  return new Span(from, from + sentence.codePointCount(0, sentence.length()));
                })
            .toList();
    return Articles.article("a", "zh", "题", summary).setText(text).setSummarySpans(spans).build();
  }
}
