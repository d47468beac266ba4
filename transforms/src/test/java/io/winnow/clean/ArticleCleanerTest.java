package io.winnow.clean;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.schema.DroppedSpan;
import io.winnow.schema.Piece;
import io.winnow.schema.Signal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArticleCleanerTest {

  @Test
  void anItemOfALinkListIsItsOwnText() {
    Piece.Builder item =
        Pieces.markdown("* [How kettles work](https://example.org/kettles).")
            .setTitle("How kettles work")
            .setUrl("https://example.org/kettles")
            .setUrlRole("subject")
            .setKind("digest_item");

    assertThat(Pieces.kept(item).getArticle().getText(), containsString("How kettles work"));
  }

  @Test
  void anEditorsCalloutIsANoteInItsWordsAlone() {
    Piece.Builder item =
        Pieces.markdown(
                "[Kettles at ten](https://example.org/kettles)",
                "",
                "> [!NOTE]",
                ">",
                "> I use the *old* one myself.",
                "",
                "Kettles have been loud for ten years. Nobody has asked them why.")
            .setTitle("How kettles work")
            .setKind("digest_item");

    assertThat(
        Pieces.kept(item).getArticle().getEditorNote(), equalTo("I use the old one myself."));
  }

  @Test
  void keepsTagsThatAreTheSubjectOfAPlainText() {
    Article article =
        Pieces.kept(
                Pieces.text(
                    "新属性只能写在<dialog>元素上,不能写在<p>元素上。",
                    "<dialog id=\"box\" open>你好</dialog>",
                    "浏览器支持以后,就不再需要脚本了。"))
            .getArticle();

    assertThat(article.getText(), containsString("<dialog>元素上,不能写在<p>元素"));
    assertThat(article.getText(), containsString("<dialog id=\"box\" open>你好</dialog>"));
    assertThat(article.getDroppedSpans(), is(empty()));
  }

  @Test
  void keepsAShortPostThatIsItsOwnTitle() {
    String post = "今天的风很大，风筝飞得比楼还高。";
    Article article = Pieces.kept(Pieces.text(post).setTitle(post)).getArticle();

    assertThat(article.getText(), equalTo(post));
    assertThat(article.getTitle(), equalTo(post));
  }

  @Test
  void mendsGarbledLinesAndSaysSo() {
    String plain = "Die erste Zeile ist heil geblieben, und 📚 auch.";
    String meant = "Die Prüfung für das nächste Jahr fällt größer aus als früher.";
    String garbled = new String(meant.getBytes(UTF_8), ISO_8859_1);
    Draft draft =
        Pieces.kept(
            Pieces.text(plain, "", garbled, "", "Die letzte Zeile.")
                .setTitle(new String("Größer".getBytes(UTF_8), ISO_8859_1)));
    Article article = draft.getArticle();

    assertThat(article.getText(), equalTo(plain + "\n\n" + meant + "\n\nDie letzte Zeile."));
    assertThat(article.getTitle(), equalTo("Größer"));
    DroppedSpan span = article.getDroppedSpans().get(0);
    assertThat(span.getRule(), equalTo("double-encoded"));
    assertThat(span.getExcerpt(), equalTo(garbled));
    int from = plain.codePointCount(0, plain.length()) + 2;
    assertThat(span.getFromChar(), is(from));
    assertThat(span.getToChar(), is(from + garbled.length()));
    assertThat(draft.getRawFrom().get(2), is(from));
    assertThat(draft.getRawTo().get(2), is(from + garbled.length()));
    assertThat(draft.getRawFrom().get(4), is(from + garbled.length() + 2));
    assertThat(article.getQuality(), hasItem(new Signal("repaired_chars", 7.0)));
  }

  @Test
  void mendsGarbledPages() {
    String meant = "Die Prüfung für das nächste Jahr fällt größer aus als früher, heißt es dort.";
    String page =
        "<html><head><meta charset=\"utf-8\"><title>Größer geht’s nicht mehr</title></head><body><article><p>"
            + meant.repeat(3)
            + "</p><p>"
            + meant
            + "</p></article></body></html>";
    Article article =
        Pieces.kept(
                Pieces.text(new String(page.getBytes(UTF_8), ISO_8859_1))
                    .setMedia("html")
                    .setSourceFormat("html"))
            .getArticle();

    assertThat(article.getText(), containsString(meant));
    assertThat(article.getTitle(), equalTo("Größer geht’s nicht mehr"));
  }

  @Test
  void movesBylinePermalinkAndDateIntoFields() {
    Article article =
        Pieces.kept(
                Pieces.text(
                    "by linmu from https://example.org/2026/02/11/stack?utm_source=feed",
                    "栈和队列是最常用的两种数据结构,它们的区别在于取出的顺序。",
                    "本文采用知识共享协议,转载请注明出处。",
                    "本文地址:https://example.org/2026/02/11/stack"))
            .getArticle();

    assertThat(article.getText(), equalTo("栈和队列是最常用的两种数据结构,它们的区别在于取出的顺序。"));
    assertThat(article.getAuthors(), contains("linmu"));
    assertThat(article.getUrl(), equalTo("https://example.org/2026/02/11/stack"));
    assertThat(article.getUrlRole(), equalTo("self"));
    assertThat(article.getSite(), equalTo("example.org"));
    assertThat(article.getPublished(), equalTo(LocalDate.of(2026, 2, 11)));
    assertThat(article.getPublishedOrigin(), equalTo("url"));
    assertThat(
        article.getDroppedSpans().stream().map(DroppedSpan::getRule).toList(),
        contains("byline", "permalink", "licence"));
  }

  @Test
  void derivesATitleFromTheFirstSentenceThatStandsAlone() {
    Article article =
        Pieces.kept(Pieces.text("大家好,我是林木。", "你用过栈吗?", "栈是先进后出的数据结构。队列相反。")).getArticle();

    assertThat(article.getTitle(), equalTo("栈是先进后出的数据结构"));
    assertThat(article.getTitleOrigin(), equalTo("derived"));
    assertThat(article.getTitleRaw(), is(nullValue()));
    assertThat(article.getAuthors(), contains("林木"));
  }

  @Test
  void saysWhereInThePieceEachLineStood() {
    String first = "# 二十一点 😀 的规则";
    Draft draft = Pieces.kept(Pieces.markdown(first, "", "第一段有**重点**。", "", "- 一", "- 二"));
    String text = draft.getArticle().getText();
    String raw = String.join("\n", first, "", "第一段有**重点**。", "", "- 一", "- 二");

    assertThat(text, equalTo("第一段有重点。\n\n- 一\n- 二"));
    assertThat(draft.getRawFrom().size(), equalTo(text.split("\n", -1).length));
    assertThat(rawLine(raw, draft, 0), equalTo("第一段有**重点**。"));
    assertThat(rawLine(raw, draft, 1), equalTo(""));
    assertThat(rawLine(raw, draft, 3), equalTo("- 二"));
  }

  @Test
  void rejectsAPieceOfNothingButBoilerplate() {
    Cleaned cleaned = Pieces.clean(Pieces.text("感谢收听,我们下期再见。", "© 2026 某某. 版权所有."));

    assertThat(((Cleaned.Dropped) cleaned).reject().getReason(), equalTo("only-boilerplate"));
  }

  @Test
  void rejectsAPieceWithoutText() {
    Cleaned cleaned = Pieces.clean(Pieces.markdown("<!-- nothing -->", "", "![](a.png)"));

    assertThat(((Cleaned.Dropped) cleaned).reject().getReason(), equalTo("no-text"));
  }

  @Test
  void leavesBoilerplateInTheTextWhenAskedTo() {
    CleanSpec spec = CleanSpec.defaults().withKeepBoilerplate(true);
    Cleaned cleaned =
        new ArticleCleaner(spec, Pieces.RUN)
            .clean(Pieces.text("栈是先进后出的数据结构。", "感谢收听,我们下期再见。").build());

    assertThat(((Cleaned.Kept) cleaned).draft().getArticle().getText(), containsString("我们下期再见"));
  }

  @Test
  void takesNoDateFromCopyrightOrProse() {
    Article article =
        Pieces.kept(Pieces.text("2025年5月1日那天,我们发布了新版。", "它解决了老问题。", "© 2024 某某. 版权所有."))
            .getArticle();

    assertThat(article.getPublished(), is(nullValue()));
    assertThat(article.getText(), not(containsString("©")));
  }

  private static org.hamcrest.Matcher<java.util.Collection<?>> empty() {
    return org.hamcrest.Matchers.empty();
  }

  private static String rawLine(String raw, Draft draft, int line) {
    int from = raw.offsetByCodePoints(0, draft.getRawFrom().get(line));
    int to = raw.offsetByCodePoints(0, draft.getRawTo().get(line));
    return raw.substring(from, to);
  }
}
