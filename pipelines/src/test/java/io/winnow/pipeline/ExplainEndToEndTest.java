package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.query.TerminalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs with a near copy, a revision, an exact copy and a reject, each explained. */
class ExplainEndToEndTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static final String BRIDGE =
      "The old bridge over the mill stream was closed on Monday after engineers found cracks in two of its"
          + " four piers. Traffic now takes the northern road, which adds a quarter of an hour to most journeys."
          + " The council expects the repair to last until autumn and to cost about two million. Shopkeepers on"
          + " both banks fear for their summer. A ferry for people on foot will cross every twenty minutes from"
          + " the end of the month, the mayor said, and it will be free for residents.";

  private static final String TEA =
      "春茶采摘期今年提前了整整十天。茶农们说，三月的气温比往年高出两度，雨水却少了三成，芽头因此又小又密。"
          + "合作社的负责人告诉我们，头一批干茶的价格涨了两成，但产量只有去年的八成。收购商从二月底就住进了村里，"
          + "每天清晨在晒场上等着看货。老茶农认为这样的年份并不罕见，他记得二十年前也有过一次，那年的茶反而特别香。"
          + "今年的品质如何，要等谷雨过后才能下结论。";

  @TempDir private static Path folder;
  private static Path output;
  private static Path taxonomy;
  private static Path quality;

  @BeforeAll
  static void curateTwoRuns() throws IOException {
    Path dumps = Files.createDirectories(folder.resolve("dumps"));
    output = folder.resolve("out");
    write(
        dumps.resolve("first.jsonl"),
        record("a", "https://news.example.org/bridge", "Old bridge closed", BRIDGE),
        record("b", "https://tea.example.cn/2026/spring", "春茶早了十天", TEA),
        record("c", "https://news.example.org/empty", "Nothing", ""));
    curate(dumps, "r1", "2026-02-15");
    write(
        dumps.resolve("second.jsonl"),
        record(
            "d",
            "https://copy.example.net/b",
            "Bridge shut",
            BRIDGE.replace("quarter of an hour", "lot").replace("Shopkeepers", "Traders")),
        record("e", null, "春茶早了十天\u001b[31m", TEA.replace("，", ",")),
        record(
            "f",
            "https://m.tea.example.cn/2026/spring/?utm_source=x",
            "夏茶开采",
            "夏茶的采摘在六月初开始，今年的夏茶主要做成红茶和茶砖，供应北方的市场。村里新装了两条萎凋线，每天能处理四吨鲜叶，"
                + "比去年多了一倍。质检员在每一批出厂之前抽样三次，农残一旦超标，整批退回。运输的卡车从凌晨两点开始排队，"
                + "一直排到河边的老桥。工人们轮班，厨房整夜不熄火，食堂的阿姨说她已经三天没有回家。年轻人把这些拍成短片放到网上，"
                + "意外地卖出了不少散茶。县里的电视台来过两次，镜头里全是蒸汽和笑脸，没有人提到去年秋天的那场大水。"));
    curate(dumps, "r2", "2026-02-16");
    taxonomy =
        Files.writeString(
            folder.resolve("mine.yaml"),
            """
            extends: default
            tags:
              - {id: ferry, zh: 渡轮, en: Ferry, aliases: [ferryboat]}
            """);
    quality =
        Files.writeString(
            folder.resolve("quality.yaml"),
            """
            rules:
              - rule: shouting
                reason: low-quality
                when: {stop_word_share: above 0.99, mass: above 10}
            """);
    write(
        dumps.resolve("third.jsonl"),
        record(
            "g",
            "https://river.example.org/\u202Eferry",
            "The ferry\u202E\u001b[2J at noon",
            "A ferry crosses the river every twenty minutes. The ferryboat was built in 1950 by Ada Holm. It takes"
                + " forty people and their bicycles. Why does it leave late? The council pays for the diesel, and the"
                + " ferry is free for residents. Its bell is heard in both villages."));
    curate(dumps, "r3", "2026-02-17", "--taxonomy=" + taxonomy, "--quality=" + quality);
  }

  @Test
  void saysWhyItWasCutAndSummarizedSo() throws IOException {
    String told = explain("first.jsonl#0").out();
    assertThat(
        told,
        allOf(
            containsString("decoded as      UTF-8: all its bytes are valid in it"),
            containsString("begins here as  it is one record (record)"),
            containsString("after it        article "),
            containsString("the same sentences come out"),
            containsString("Of those left out these deserved most:"),
            containsString("claim           “"),
            containsString("Its story: none")));
    JsonNode article = JSON.readTree(explain("first.jsonl#0", "--format=json").out());
    assertThat(article.at("/cut/split_cues/0").asText(), is("record"));
    assertThat(article.at("/summary/recomputed").asBoolean(), is(true));
    assertThat(
        article.at("/summary/sentence_1").asText(), is(article.at("/summary/summary/0").asText()));
    assertThat(article.at("/summary/measures/0/merit").isNumber(), is(true));
    assertThat(article.at("/summary/left_out/0/why_not").asText().isEmpty(), is(false));
  }

  @Test
  void tagsOfAnotherTaxonomyAreToldByTheSameFileOnly() throws IOException {
    assertThat(
        explain("third.jsonl#0").out(),
        allOf(
            containsString("mine.yaml, which is not part of the output (SHA-256 "),
            containsString("explain --taxonomy=FILE takes it"),
            containsString("explain --quality=FILE takes it")));
    assertThat(
        explain("third.jsonl#0", "--taxonomy=" + taxonomy, "--quality=" + quality).out(),
        allOf(
            containsString("ferry           “ferry” in the title; “A [ferry] crosses"),
            containsString("None of 1 rule stopped it.")));
    Path other = Files.writeString(folder.resolve("other.yaml"), "extends: default\n");
    assertThat(
        explain("third.jsonl#0", "--taxonomy=" + other).out(),
        containsString("The file of --taxonomy is another one than the run's"));
    assertThat(explain("third.jsonl#0", "--taxonomy=" + folder.resolve("none.yaml")).code(), is(2));
  }

  @Test
  void aTitleIsANameToo() {
    assertThat(explain("old BRIDGE closed").out(), startsWith("Article "));
    assertThat(explain("no such title").err(), containsString("that id, URL, source or title"));
  }

  @Test
  void hostileTitlesMoveNoCursor() throws IOException {
    for (String told :
        List.of(explain("third.jsonl#0").out(), explain("third.jsonl#0", "--format=json").out())) {
      assertThat(told, allOf(not(containsString("\u001b")), not(containsString("\u202E"))));
    }
  }

  @Test
  void aNearCopySaysWhyItWasJoinedAndWithWhat() {
    Console told = explain("second.jsonl#0");
    assertThat(told.err(), told.code(), is(0));
    assertThat(
        told.out(),
        allOf(
            startsWith("Duplicate "),
            containsString("“Bridge shut” of run r2 was not published: it repeats article "),
            containsString("“Old bridge closed” of run r1"),
            containsString("how they met    by their wording: sketches agree in "),
            containsString("above the threshold 0.460"),
            containsString("was published by an earlier run, and what is published stays"),
            containsString("[Traders] on both banks"),
            containsString("[Shopkeepers] on both banks"),
            containsString("2 members over all runs")));
  }

  @Test
  void anExactCopyIsToldFromItsPunctuation() {
    assertThat(
        explain("second.jsonl:2").out(),
        allOf(
            containsString("(the same text)"),
            containsString("once width, case, punctuation"),
            not(containsString("\u001b"))));
  }

  @Test
  void aRevisionIsFoundByAnyFormOfItsUrl() {
    Console both = explain("http://www.tea.example.cn/2026/spring#top");
    assertThat(both.out(), containsString(" names 2 pieces"));
    Console revision = explain("second.jsonl#2");
    assertThat(
        revision.out(),
        allOf(
            startsWith("Article "),
            containsString("It revises "),
            containsString("Everything at its URL, over all runs"),
            containsString("the same URL, and a text too different to be a copy")));
    assertThat(explain("first.jsonl#1").out(), containsString("revised by"));
  }

  @Test
  void aRejectSaysWhyAndWhatToDo() {
    assertThat(
        explain("first.jsonl#2").out(),
        allOf(
            containsString("became no article: A record without any text."),
            containsString("There is no text in it to publish."),
            containsString("unchanged")));
  }

  @Test
  void twoArticlesAreSetSideBySide() throws IOException {
    Console apart = explain("first.jsonl#0", "second.jsonl#2");
    assertThat(
        apart.out(),
        allOf(
            startsWith("Not joined: the texts are too different."),
            containsString("not at all: no band agrees, and no URL"),
            containsString("below the threshold 0.460")));
    assertThat(
        explain("first.jsonl#0", "second.jsonl#0").out(),
        allOf(startsWith("Joined: "), containsString("nearly the same text, similarity 0.")));
  }

  @Test
  void jsonHasTheSameForPrograms() throws IOException {
    JsonNode article = JSON.readTree(explain("first.jsonl#0", "--format=json").out());
    assertThat(article.at("/content/title_origin").asText(), is("given"));
    assertThat(article.at("/origin/charset").asText(), is("UTF-8"));
    JsonNode told = JSON.readTree(explain("second.jsonl#0", "--format=json").out());
    assertThat(told.at("/origin/run_id").asText(), is("r2"));
    assertThat(told.at("/pair/finding").asText(), is("similar"));
    assertThat(told.at("/pair/measures/0/threshold").asDouble(), is(0.46));
    assertThat(told.at("/cluster/members").size(), is(2));
    assertThat(told.at("/cluster/members/1/id").asText(), is(told.at("/origin/id").asText()));
    assertThat(told.at("/cluster/members/1/this").asBoolean(), is(true));
    assertThat(told.at("/origin/id").asText().length(), is(32));
  }

  @Test
  void anIdIsFoundByItsBeginningAndAWrongOneGetsTheNearest() throws IOException {
    JsonNode told = JSON.readTree(explain("first.jsonl#0", "--format=json").out());
    String id = told.at("/origin/id").asText();
    assertThat(explain(id.substring(0, 8)).out(), containsString("“Old bridge closed”"));
    char wrong = id.charAt(9) == '0' ? '1' : '0';
    Console missed = explain(id.substring(0, 9) + wrong + id.substring(10));
    assertThat(missed.code(), is(3));
    assertThat(missed.err(), allOf(containsString("The nearest are"), containsString(id)));
    Console url = explain("https://news.example.org/brigde");
    assertThat(url.code(), is(3));
    assertThat(url.err(), containsString("https://news.example.org/bridge"));
    assertThat(explain("frist.jsonl#0").err(), containsString("first.jsonl"));
    assertThat(
        explain("no\u001b[31mthing").err(),
        allOf(containsString("no\uFFFD[31mthing"), not(containsString("\u001b"))));
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    List<String> lines = explain("second.jsonl#0", "--width=60").out().lines().toList();
    assertThat(lines.stream().map(TerminalText::width).toList(), everyItem(lessThanOrEqualTo(60)));
  }

  private static Console explain(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "explain";
    all[1] = "--output=" + output;
    all[2] = "--width=400";
    System.arraycopy(args, 0, all, 3, args.length);
    return Console.run(all);
  }

  private static void curate(Path dumps, String run, String date, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "curate",
                "--runner=DirectRunner",
                "--input=" + dumps,
                "--output=" + output,
                "--runId=" + run,
                "--date=" + date));
    args.addAll(List.of(more));
    Console done = Console.run(args.toArray(String[]::new));
    assertThat(done.err(), done.code(), is(0));
  }

  private static String record(String id, String url, String title, String text)
      throws IOException {
    return JSON.writeValueAsString(
        JSON.createObjectNode()
            .put("id", id)
            .put("url", url)
            .put("title", title)
            .put("text", text));
  }

  private static void write(Path file, String... records) throws IOException {
    Files.writeString(file, String.join("\n", records) + "\n");
  }
}
