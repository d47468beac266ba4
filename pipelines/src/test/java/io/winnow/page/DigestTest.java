package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.winnow.schema.Article;
import io.winnow.schema.Copy;
import io.winnow.schema.ScoredTerm;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DigestTest {
  private static final Period WEEK = Period.parse("2026-W08");
  private static final Function<Article, Optional<String>> LAST_SENTENCE =
      article -> Optional.of(article.getSummary().get(article.getSummary().size() - 1));
  private static final Digest DIGEST = new Digest(SectionLabels.PLAIN, LAST_SENTENCE);

  @ParameterizedTest
  @EnumSource
  void everyAnchorResolves(Edition edition) throws IOException {
    String page = render(WEEK, edition, hostileAndMany());
    Anchors anchors = new Anchors();
    Set<String> targets =
        Gfm.headings(page).stream()
            .map(h -> "#" + anchors.add(Gfm.text(h)))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> links =
        Gfm.links(page).stream()
            .map(Link::getDestination)
            .filter(target -> target.startsWith("#"))
            .toList();
    assertThat(links.size(), greaterThan(6));
    assertThat(links, everyItem(is(in(targets))));
  }

  @ParameterizedTest
  @EnumSource
  void everyQuotedSentenceStandsInItsArticle(Edition edition) throws IOException {
    List<Article> articles = hostileAndMany();
    Map<String, String> textByTitle =
        articles.stream()
            .collect(
                Collectors.toMap(
                    a -> MarkdownEscaper.plain(a.getTitle()),
                    a -> MarkdownEscaper.plain(a.getText()),
                    (a, b) -> a + "\n" + b));
    String page = render(WEEK, edition, articles);
    String title = "";
    int quoted = 0;
    for (Node node = Gfm.parse(page).getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading) {
        title = Gfm.text(node);
      }
      boolean claim = node instanceof Paragraph && node.getFirstChild() instanceof StrongEmphasis;
      if (textByTitle.containsKey(title) && (claim || node instanceof BlockQuote)) {
        for (Node line = claim ? node : node.getFirstChild(); line != null; line = line.getNext()) {
          assertThat(textByTitle.get(title), containsString(Gfm.text(line)));
          quoted++;
          if (claim) {
            break;
          }
        }
      }
    }
    assertThat(quoted, greaterThan(15));
  }

  @ParameterizedTest
  @EnumSource
  void holdsNoRawHtmlButItsOwnFolds(Edition edition) throws IOException {
    String page = render(WEEK, edition, hostileAndMany());
    assertThat(
        Gfm.rawHtml(page).stream()
            .map(line -> line.replaceAll("<summary>[^<>]*</summary>", "<summary></summary>"))
            .collect(Collectors.toCollection(TreeSet::new)),
        equalTo(Set.of("<details><summary></summary>", "</details>")));
    for (Link link : Gfm.links(page)) {
      assertThat(
          link.getDestination(),
          matchesPattern(
              "(?si)[a-z]+://.*|mailto:.*|#.*|../run=r1/report.md|README.md|2026-W08.*"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void staysShortHoweverManyArticlesThereAre(Edition edition) throws IOException {
    for (int count : new int[] {1, 40, 10_000}) {
      String page = render(WEEK, edition, Articles.many(count));
      ReadingLength seen = unfolded(page);
      assertThat(seen.shareOf(Digest.MAX_CHARACTERS, Digest.MAX_WORDS), lessThan(1.0));
      assertThat(itemHeadings(page).size(), lessThanOrEqualTo(Choice.MAX_ITEMS));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theDigestOfASmallRun(Edition edition) throws IOException {
    Golden.assertEqual(
        "digest." + edition.lang() + ".md", render(WEEK, edition, Articles.many(20)));
  }

  @Test
  void listsEveryArticleOnce() throws IOException {
    List<Article> articles = Articles.many(40);
    String page = render(WEEK, Edition.ZH, articles);
    List<String> shown =
        Gfm.links(page.substring(page.indexOf("## ai/agents"))).stream()
            .filter(link -> link.getDestination().startsWith("https://"))
            .map(Gfm::text)
            .sorted()
            .toList();
    assertThat(shown, equalTo(articles.stream().map(Article::getTitle).sorted().toList()));
  }

  @Test
  void isTheSameForArticlesInAnyOrder() throws IOException {
    List<Article> articles = new ArrayList<>(hostileAndMany());
    String page = render(WEEK, Edition.EN, articles);
    Collections.shuffle(articles, new Random(7));
    assertThat(render(WEEK, Edition.EN, articles), equalTo(page));
  }

  @Test
  void showsThreeOfOneSourceAmongTheFirstTenItems() throws IOException {
    List<Article> articles = new ArrayList<>(Articles.many(40));
    for (int i = 0; i < 30; i++) {
      articles.add(
          Articles.at(
                  "https://loud.example.org/" + i,
                  Articles.article("a" + i, "zh", "响亮之" + i, "它说了第 " + i + " 件事情。"))
              .setSection("ai/agents")
              .setSectionScore(1)
              .build());
    }
    List<String> first = itemHeadings(render(WEEK, Edition.ZH, articles)).subList(0, 10);
    assertThat(first.stream().filter(title -> title.startsWith("响亮")).count(), is(3L));
  }

  @Test
  void fillsThePageFromOneSourceWhereThereIsNoOther() throws IOException {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      articles.add(Articles.article("a" + i, "zh", "之" + i, "它说了第 " + i + " 件事情。").build());
    }
    assertThat(itemHeadings(render(WEEK, Edition.ZH, articles)), hasSize(5));
  }

  @Test
  void ownLanguageComesFirstAndOthersCarryAMark() throws IOException {
    List<Article> articles =
        List.of(
            Articles.article("a", "en", "An English one", "It says one thing.")
                .setSectionScore(1)
                .build(),
            Articles.article("b", "zh", "中文的一篇", "它说了一件事。").setSectionScore(0).build());
    String zh = render(WEEK, Edition.ZH, articles);
    assertThat(itemHeadings(zh), equalTo(List.of("中文的一篇", "An English one")));
    assertThat(zh, containsString("英语 · 博客"));
    String en = render(WEEK, Edition.EN, articles);
    assertThat(itemHeadings(en), equalTo(List.of("An English one", "中文的一篇")));
    assertThat(en, containsString("Chinese · blog"));
  }

  @Test
  void aSeriesIsOneItemWithItsPartsInOrder() throws IOException {
    List<Article> articles = new ArrayList<>();
    for (int part = 1; part <= 3; part++) {
      articles.add(
          Articles.article("p" + part, "zh", "某个讲座", "第 " + part + " 讲说了一件事。")
              .setUrl("https://video.example.org/watch?v=1")
              .setUrlRole("subject")
              .setSite("video.example.org")
              .setKind("video_notes")
              .setSeries("s1")
              .setPart(part)
              .setPublished(LocalDate.of(2026, 2, part))
              .build());
    }
    Collections.reverse(articles);
    String page = render(WEEK, Edition.ZH, articles);
    assertThat(itemHeadings(page), equalTo(List.of("某个讲座")));
    assertThat(page, containsString("video.example.org · 2026-02-01 – 2026-02-03 · 视频笔记 · 系列 3 篇"));
    assertThat(page.indexOf("第 1 讲"), lessThan(page.indexOf("第 2 讲")));
    assertThat(page.indexOf("第 2 讲"), lessThan(page.indexOf("第 3 讲")));
  }

  @Test
  void aDigestItemSaysWhoseWordsItCarriesAndFoldsUnderTheOriginal() throws IOException {
    Article original =
        Articles.at(
                "https://a.example.org/x",
                Articles.article("a", "en", "The original", "It says one thing."))
            .build();
    Article retold =
        Articles.article("b", "zh", "转述的题目", "据说它说了一件事。")
            .setUrl("https://a.example.org/x")
            .setUrlRole("subject")
            .setSite("a.example.org")
            .setKind("digest_item")
            .setPublication("某周刊")
            .setIssue("第 5 期")
            .build();
    String alone = render(WEEK, Edition.ZH, List.of(retold));
    assertThat(alone, containsString("a.example.org · 转述自《某周刊》 第 5 期 · "));
    assertThat(alone, not(containsString("摘编")));

    String both = render(WEEK, Edition.EN, List.of(retold, original));
    assertThat(itemHeadings(both), equalTo(List.of("The original")));
    assertThat(
        both,
        containsString(
            "On the same: [转述的题目](https://a.example.org/x) · a.example.org · via 某周刊 · Chinese"));
  }

  @Test
  void aStoryOfSeveralSourcesIsOneItemAndLeadsTheHighlights() throws IOException {
    List<Article> articles = new ArrayList<>(Articles.many(20));
    for (int i = 0; i < 3; i++) {
      articles.add(
          Articles.at(
                  "https://s" + i + ".example.org/x",
                  Articles.article("s" + i, "zh", "同一件事之" + i, "某产品有第 " + i + " 种看法。"))
              .setStoryId("story")
              .setStoryLabel("某产品")
              .setSectionScore(i / 10.0)
              .build());
    }
    String page = render(WEEK, Edition.ZH, articles);
    assertThat(
        page, containsString("## 本周要点\n\n- [某产品](#某产品)（3 篇，3 个来源）：同一件事之2；同一件事之1；同一件事之0\n- ["));
    assertThat(
        page,
        containsString(
            "### 某产品\n\n3 篇，3 个来源 · 1 分钟\n\n"
                + "- [同一件事之2](https://s2.example.org/x) · s2.example.org：**某产品有第 2 种看法。**\n"
                + "- [同一件事之1](https://s1.example.org/x) · s1.example.org：**某产品有第 1 种看法。**\n"));
    assertThat(itemHeadings(page), not(hasItem("同一件事之1")));
  }

  @Test
  void aStoryShowsFourVoicesAndFoldsTheOthers() throws IOException {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      articles.add(
          Articles.at(
                  "https://s" + i + ".example.org/x",
                  Articles.article("s" + i, "en", "Take " + i, "The Thing has side " + i + "."))
              .setStoryId("story")
              .setStoryLabel("The Thing")
              .build());
    }
    String page = render(WEEK, Edition.EN, articles);
    assertThat(itemHeadings(page), equalTo(List.of("The Thing")));
    assertThat(page, containsString("9 articles, 9 sources"));
    assertThat(page, containsString("s3.example.org: **The Thing has side 3.**\n"));
    assertThat(page, containsString("<details><summary>5 more</summary>\n\n- [Take 4]"));
    assertThat(page, not(containsString("has side 4")));
  }

  @Test
  void aStoryToldTwiceUnderOneAddressIsToldByItsOtherArticlesToo() throws IOException {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String name = "Take " + i % 4;
      articles.add(
          Articles.at(
                  "https://s" + i % 2 + ".example.org/" + i % 4,
                  Articles.article("s" + i, "en", name, "The Thing has side " + i + "."))
              .setStoryId("story")
              .setStoryLabel("The Thing")
              .build());
    }
    String page = render(WEEK, Edition.EN, articles);
    for (int i = 0; i < 4; i++) {
      assertThat(page, containsString("- [Take " + i + "](https://s" + i % 2 + ".example.org/"));
    }
    assertThat(page, containsString(" · 3 texts: **The Thing has side "));
  }

  @Test
  void anArticleOfAnEarlierRunJoinsTheStoryThatNamesIt() throws IOException {
    Article earlier = Articles.article("a", "en", "First news", "It is out.").build();
    Article later =
        Articles.article("b", "en", "More news", "It sells.")
            .setStoryId("story")
            .setStoryLabel("The Thing")
            .setStoryEarlier(List.of("a"))
            .build();
    assertThat(
        itemHeadings(render(WEEK, Edition.EN, List.of(earlier, later))),
        equalTo(List.of("First news")));
  }

  @Test
  void theArticleWhoseIdAStoryBearsBelongsToIt() throws IOException {
    Article earlier = Articles.article("a", "en", "First news", "It is out.").build();
    Article later =
        Articles.article("b", "en", "More news", "It sells.")
            .setStoryId("a")
            .setStoryLabel("The Thing")
            .build();
    assertThat(
        itemHeadings(render(WEEK, Edition.EN, List.of(earlier, later))),
        equalTo(List.of("First news")));
  }

  @Test
  void highlightsCompareWithThePeriodBefore() throws IOException {
    List<Topics.Of> then = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      then.add(new Topics.Of(List.of(i < 30 ? "databases" : "caching"), List.of("OldName")));
    }
    Before before = new Before(Period.parse("2026-W07"), Topics.of(then));
    List<Article> articles = new ArrayList<>();
    for (Article article : Articles.many(20)) {
      articles.add(
          Article.newBuilder(article)
              .setKeywords(
                  List.of(
                      new ScoredTerm("OldName", 1.0),
                      new ScoredTerm(articles.size() % 2 == 0 ? "NewName" : "newly", 0.9)))
              .build());
    }
    String zh = DIGEST.render(WEEK, Edition.ZH, ArticleSource.of(articles), before);
    assertThat(zh, containsString("本周收录 20 篇（上周 40 篇），"));
    assertThat(zh, containsString("- **升温**：caching（10，此前 10）\n"));
    assertThat(zh, containsString("- **新话题**：NewName（10）\n"));
    String en = DIGEST.render(WEEK, Edition.EN, ArticleSource.of(articles), before);
    assertThat(en, containsString("20 articles (last week 40), "));
    assertThat(en, containsString("- **Rising**: caching (10, before 10)\n"));
  }

  @Test
  void byDateOfPublicationTheUndatedStandApart() throws IOException {
    Article dated =
        Articles.article("a", "en", "Dated", "It is.")
            .setFirstSeen(WEEK.last().plusDays(40))
            .setPublished(WEEK.first())
            .build();
    Article undated = Articles.article("b", "en", "No date", "It is not.").build();
    Article late =
        Articles.article("c", "en", "Another week", "It was.")
            .setPublished(WEEK.first().minusDays(1))
            .build();
    String page =
        render(WEEK.countedBy(Period.By.PUBLISHED), Edition.EN, List.of(undated, late, dated));
    assertThat(itemHeadings(page), equalTo(List.of("Dated", "No date")));
    assertThat(page, containsString("\n## Undated\n\n### No date\n"));
    assertThat(page, startsWith("# Weekly digest · 2026, week 08 (16 Feb – 22 Feb) · by date"));
  }

  @Test
  void whatHasNoAddressSaysWhereItStands() throws IOException {
    Article article =
        Articles.article("a", "zh", "题目", "一句话。").setStartLine(12).setEndLine(40).build();
    assertThat(
        render(WEEK, Edition.ZH, List.of(article)),
        containsString("没有网址；原文在 `dump.txt:12–40` 行\n"));
  }

  @Test
  void whatCanBeNeitherSeenNorOpenedIsNoHighlight() throws IOException {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      articles.add(Articles.article("a" + i, "zh", "短文之" + i, "第 " + i + " 件事。").build());
    }
    String[] sentences = new String[500];
    Arrays.setAll(sentences, i -> "This is sentence number " + i + " of many.");
    Article.Builder longest = Articles.article("b", "en", "A long one", sentences);
    articles.add(longest.build());
    assertThat(render(WEEK, Edition.ZH, articles), not(containsString("**最长**：[A long one]")));
    articles.set(6, Articles.at("https://b.example.org/x", longest).build());
    assertThat(
        render(WEEK, Edition.ZH, articles),
        containsString("- **最长**：[A long one](https://b.example.org/x)，约 15 分钟"));
  }

  @Test
  void aTemplatesAddressIsNoLink() throws IOException {
    Article article =
        Articles.at("https://a.example.org/2026/mm/dd/x", Articles.article("a", "zh", "题", "一句话。"))
            .build();
    assertThat(render(WEEK, Edition.ZH, List.of(article)), containsString("### 题\n"));
  }

  @Test
  void theRestOfASectionSaysASentenceEach() throws IOException {
    String page = render(WEEK, Edition.ZH, Articles.many(40));
    assertThat(
        page.lines().filter(line -> line.matches("- \\[.*\\) · site.*：第 .* 句说，.*")).count(),
        greaterThan(5L));
  }

  @Test
  void anAuthorWhoIsThePublicationIsNamedOnce() throws IOException {
    Article article =
        Articles.article("a", "zh", "题目", "一句话。")
            .setPublication("某人讲故事")
            .setAuthors(List.of("某人讲故事", "李四"))
            .build();
    assertThat(render(WEEK, Edition.ZH, List.of(article)), containsString("《某人讲故事》 · 李四 · 博客"));
  }

  @Test
  void copiesAreListedAndNoLinkIsInvented() throws IOException {
    Article article =
        Articles.at("https://a.example.org/x", Articles.article("a", "en", "T", "It says it."))
            .setAlsoAt(
                List.of(
                    new Copy("d1", "https://b.example.org/x", "T"),
                    new Copy("d2", null, "T"),
                    new Copy("d3", "javascript:alert(1)", "T")))
            .build();
    String page = render(WEEK, Edition.EN, List.of(article));
    assertThat(
        page, containsString("- Also at: [https\\://b.example.org/x](https://b.example.org/x)"));
    assertThat(page, containsString("- Also at: javascript:alert(1)\n"));
    assertThat(page, containsString("- 1 more copy of the same text."));
    assertThat(page, containsString("3 duplicates folded"));
  }

  @Test
  void aSectionWithoutAnItemInFullSaysHowManyItHas() throws IOException {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      articles.add(
          Articles.article("a" + i, "en", "One of " + i, "It says thing " + i + ".")
              .setSection("section" + i)
              .build());
    }
    String page = render(WEEK, Edition.EN, articles);
    assertThat(itemHeadings(page), hasSize(25));
    assertThat(page, containsString("<details><summary>1 article</summary>"));
  }

  @Test
  void aDerivedTitleIsMarked() throws IOException {
    Article article =
        Articles.article("a", "zh", "取自正文的一句。", "取自正文的一句。", "另外一句。")
            .setTitleOrigin("derived")
            .build();
    String page = render(WEEK, Edition.ZH, List.of(article));
    assertThat(page, containsString("### 取自正文的一句。\\*\n"));
    assertThat(page, containsString("> 标题后的 \\* ：原文没有标题，取其中一句。"));
    assertThat(page, not(containsString("> 取自正文的一句。")));
  }

  @Test
  void anEditorsNoteIsACalloutOfItsOwn() throws IOException {
    Article article =
        Articles.article("a", "zh", "题目", "一句话。").setEditorNote("我也用它。\n[!WARNING]").build();
    assertThat(
        render(WEEK, Edition.ZH, List.of(article)),
        containsString("> [!NOTE]\n> 编者按：我也用它。 \\[!WARNING\\]\n"));
  }

  @Test
  void aModelsSummaryIsNoQuotation() throws IOException {
    Article article =
        Articles.article("a", "en", "Title", "It says one thing.")
            .setSummary(List.of("A model wrote this."))
            .setSummaryMethod("llm")
            .setSummarySpans(List.of())
            .build();
    String page = render(WEEK, Edition.EN, List.of(article));
    assertThat(page, containsString("\nModel summary: A model wrote this.\n"));
    assertThat(page, not(containsString("> A model")));
  }

  @Test
  void whatIsOutsideThePeriodIsNotShown() throws IOException {
    Article before =
        Articles.article("a", "en", "Too early", "x.")
            .setFirstSeen(WEEK.first().minusDays(1))
            .build();
    String page = render(WEEK, Edition.EN, List.of(before));
    assertThat(page, startsWith("# Weekly digest · 2026, week 08 (16 Feb – 22 Feb)\n"));
    assertThat(page, containsString("This week: no new articles."));
    assertThat(page, not(containsString("Too early")));
  }

  private static String render(Period period, Edition edition, List<Article> articles)
      throws IOException {
    return DIGEST.render(period, edition, ArticleSource.of(articles), null);
  }

  private static List<Article> hostileAndMany() {
    List<Article> articles = new ArrayList<>(Articles.many(30));
    List<String> hostile = HostileStrings.all().filter(s -> !s.isBlank()).toList();
    for (int i = 0; i < hostile.size(); i++) {
      String evil = hostile.get(i);
      articles.add(
          Articles.article("h" + i, i % 2 == 0 ? "zh" : "en", evil, evil + " 一。", "两句 " + evil)
              .setUrl(i % 3 == 0 ? "https://h.example.org/" + evil : "javascript:" + evil)
              .setUrlRole("self")
              .setSite(evil)
              .setAuthors(List.of(evil, evil))
              .setPublication(evil)
              .setIssue(evil)
              .setEditorNote(evil)
              .setSection(i % 10 == 0 ? evil : "hostile")
              .setTags(Articles.tags(evil))
              .setKind(evil)
              .build());
    }
    return articles;
  }

  private static List<String> itemHeadings(String page) {
    return Gfm.headings(page).stream().filter(h -> h.getLevel() == 3).map(Gfm::text).toList();
  }

  /** Everything shown outside folds, counted from the parsed page. */
  private static ReadingLength unfolded(String page) {
    ReadingLength seen = ReadingLength.NONE;
    int folds = 0;
    for (Node node = Gfm.parse(page).getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof HtmlBlock html) {
        folds += html.getLiteral().startsWith("<details>") ? 1 : -1;
        seen = seen.plus(ReadingLength.of(html.getLiteral().replaceAll("<[^>]*>", "")));
      } else if (folds == 0 && node instanceof BulletList) {
        for (Node item = node.getFirstChild(); item instanceof ListItem; item = item.getNext()) {
          seen = seen.plus(ReadingLength.of(Gfm.text(item)));
        }
      } else if (folds == 0) {
        seen = seen.plus(ReadingLength.of(Gfm.text(node)));
      }
    }
    return seen;
  }
}
