package io.winnow.story;

import static io.winnow.story.Told.TODAY;
import static io.winnow.story.Told.article;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class StoriesTest {
  private static final StorySignature ZH =
      article(
          "a",
          "news.example",
          "CrabClaw 引发安全担忧：智能体社交网络是创新还是灾难？",
          "CrabClaw 是一个开源智能体，上周爆红。研究者发现 CrabClaw 的插件可以执行任意命令，提示注入风险很高。");

  private static final StorySignature EN =
      article(
          "b",
          "blog.example",
          "What CrabClaw gets wrong about plugins",
          "Last week CrabClaw went viral. Its plugins run any command, and CrabClaw has no sandbox. 插件 提示注入 风险");

  @Test
  void joinsTwoSourcesAboutOneNameAcrossLanguages() {
    assertThat(stories(List.of(ZH, EN)), is(Set.of(Set.of("a", "b"))));
  }

  @Test
  void namesAStoryAsItsArticlesDoAndIdentifiesItByTheFirst() {
    List<Stories.Membership> told = told(List.of(today(EN), today(ZH)), Set.of());

    assertThat(told, hasSize(2));
    assertThat(told.get(1).label(), is("CrabClaw"));
    assertThat(told.get(1).story(), is("a"));
  }

  @Test
  void needsTwoSources() {
    assertThat(stories(List.of(ZH, copy(ZH, "c", "news.example"))), empty());
  }

  @Test
  void leavesDuplicatesOut() {
    assertThat(told(List.of(today(ZH), today(EN)), Set.of("b")), empty());
  }

  @Test
  void keepsPartsOfOneSeriesTogetherButMakesNoStoryOfThem() {
    StorySignature first = part("p1", "CrabClaw creator (1)");
    StorySignature second = part("p2", "Claws, continued");

    assertThat(stories(List.of(first, second)), empty());
    assertThat(stories(List.of(first, second, ZH, EN)), is(Set.of(Set.of("p1", "p2", "a", "b"))));
  }

  @Test
  void keepsSistersOfOneFamilyApart() {
    assertThat(
        stories(
            List.of(
                sister("a", "NimBot-Depth：让机器人看见深度"),
                sister("b", "NimBot-VLA：机器人的大模型"),
                sister("c", "NimBot-World：机器人的世界模型"))),
        empty());
    assertThat(stories(List.of(sister("a", "QX-5 实测"), sister("b", "QX-5.1 实测"))), empty());
  }

  @Test
  void neverLinksByWhatIsNamedEveryDay() {
    assertThat(stories(List.of(sister("a", "OpenAI 的新计划"), sister("b", "OpenAI 的旧账"))), empty());
    assertThat(stories(List.of(sister("a", "Rust 的一年"), sister("b", "Rust 入门"))), empty());
  }

  @Test
  void doesNotJoinTwoProductsThroughAnArticleThatComparesThem() {
    Set<Set<String>> stories =
        stories(
            List.of(
                sister("a", "QX-5 发布：更快的编码模型"),
                sister("b", "Vela-7 发布：更便宜的编码模型"),
                sister("c", "QX-5 与 Vela-7 对比实测")));

    for (Set<String> story : stories) {
      assertThat(story.containsAll(Set.of("a", "b")), is(false));
    }
  }

  @Test
  void joinsTheOldAndTheNewNameOfOneThing() {
    StorySignature old =
        article(
            "x",
            "forum.example",
            "Crabbot 作者访谈",
            "Crabbot（现已更名为 ShellBot）的作者谈插件。Crabbot 很红，Crabbot 有插件。");
    StorySignature both =
        article(
            "y",
            "site.example",
            "ShellBot 与插件安全",
            "ShellBot（原名 Crabbot）的插件有风险。ShellBot 的作者谈插件，ShellBot 很红。");

    assertThat(stories(List.of(old, both)), is(Set.of(Set.of("x", "y"))));
    assertThat(
        told(List.of(today(old), today(both)), Set.of()).get(0).label().contains(" / "), is(true));
  }

  @Test
  void endsAfterAFortnight() {
    assertThat(stories(List.of(on(ZH, TODAY.minusDays(14)), on(EN, TODAY))), hasSize(1));
    assertThat(stories(List.of(on(ZH, TODAY.minusDays(15)), on(EN, TODAY))), empty());
  }

  @Test
  void doesNotDriftAcrossMonths() {
    List<StorySignature> chain = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      chain.add(on(copy(ZH, "d" + (char) ('a' + i), "s" + i), TODAY.minusDays(7L * i)));
    }

    Map<String, Integer> day = new HashMap<>();
    chain.forEach(article -> day.put(article.id(), article.published()));
    for (Set<String> story : stories(chain)) {
      List<Integer> days = story.stream().map(day::get).sorted().toList();
      assertThat(days.get(days.size() - 1) - days.get(0), lessThan(Stories.MAX_DAYS + 1));
    }
  }

  @Test
  void bringsAnArticleOfTodayToTheStoryOfYesterday() {
    Candidate told = new Candidate(ZH, true, "first", "Crab");
    Candidate alone = new Candidate(ZH, true, null, null);

    assertThat(
        told(List.of(told, today(EN)), Set.of()).toString(),
        is("[" + member("first", "Crab") + "]"));
    assertThat(
        told(List.of(alone, today(EN)), Set.of()).toString(),
        is("[" + member("a", "CrabClaw") + "]"));
  }

  @Test
  void sharesTheSameWhateverTheOrderAndWhetherInOneRunOrInTwo() {
    List<StorySignature> articles =
        List.of(
            ZH,
            EN,
            sister("k", "Vela-7 发布：更便宜的编码模型"),
            sister("l", "Vela-7 实测：更便宜的编码模型"),
            sister("m", "一篇没有名字的文章"));
    Set<Set<String>> once = stories(articles);
    assertThat(once, hasSize(2));
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      List<StorySignature> shuffled = new ArrayList<>(articles);
      Collections.shuffle(shuffled, random);
      assertThat(stories(shuffled), is(once));

      assertThat(stories(shuffled, 1), is(once));
    }
  }

  @Test
  void linksByAPersonOrATeamOnlyWhatSaysLikeThingsOfIt() {
    StorySignature talk =
        article(
            "t",
            "t.example",
            "Torvik denies transfer",
            "Torvik of Harlow denied a transfer on Monday. The striker, said Torvik, stays.");
    StorySignature again =
        article(
            "u",
            "u.example",
            "Torvik rules out transfer",
            "The striker Torvik ruled out a transfer from Harlow. Torvik denied it again.");
    StorySignature other =
        article(
            "v",
            "v.example",
            "Torvik opens museum",
            "Torvik opened a museum of ships yesterday. The old harbour, said Torvik, deserves it.");

    assertThat(stories(List.of(talk, again)), hasSize(1));
    assertThat(stories(List.of(talk, other)), empty());
    assertThat(stories(List.of(again, other)), empty());
  }

  @Test
  void groupsEarlierArticlesAsIfTheyCameToday() {
    List<StorySignature> articles =
        List.of(
            part("p1", "CrabClaw creator (1)"),
            part("p2", "Claws, continued"),
            copy(ZH, "a2", "news.example"),
            ZH,
            EN,
            sister("k", "Vela-7 发布：更便宜的编码模型"),
            sister("l", "Vela-7 实测：更便宜的编码模型"));
    Set<Set<String>> once = stories(articles);
    assertThat(once, is(Set.of(Set.of("p1", "p2", "a", "a2", "b"), Set.of("k", "l"))));
    Random random = new Random(11);
    for (int i = 0; i < 50; i++) {
      List<StorySignature> shuffled = new ArrayList<>(articles);
      Collections.shuffle(shuffled, random);
      assertThat(stories(shuffled, 1 + random.nextInt(articles.size())), is(once));
    }
  }

  /** What the views make of runs of so many articles each. */
  private static Set<Set<String>> stories(List<StorySignature> articles, int perRun) {
    Map<String, String> stories = new TreeMap<>();
    List<Candidate> known = new ArrayList<>();
    List<Evidence> brought = new ArrayList<>();
    for (int from = 0; from < articles.size(); from += perRun) {
      Map<String, Candidate> today = new TreeMap<>();
      articles
          .subList(from, Math.min(articles.size(), from + perRun))
          .forEach(article -> today.put(article.id(), today(article)));
      List<Candidate> all = new ArrayList<>(known);
      all.addAll(today.values());
      for (Stories.Membership told : told(all, Set.of(), List.copyOf(brought))) {
        stories.put(told.id(), told.story());
        stories.put(told.story(), told.story());
        brought.add(Evidence.ofEarlier(told.story(), told.story(), told.label()));
        for (String id : told.earlier()) {
          stories.put(id, told.story());
          brought.add(Evidence.ofEarlier(id, told.story(), told.label()));
        }
        StorySignature signature = Objects.requireNonNull(today.get(told.id())).signature();
        today.put(told.id(), new Candidate(signature, true, told.story(), told.label()));
      }
      today
          .values()
          .forEach(a -> known.add(new Candidate(a.signature(), true, a.story(), a.label())));
    }
    return sets(stories);
  }

  @Test
  void comparesANameInManyArticlesInTimeThatGrowsWithThem() {
    Bucket bucket = new Bucket();
    TermCounts counts = TermCounts.ofSize(TermCounts.sizeFor(30_000));
    List<StorySignature> articles = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      articles.add(copy(EN, "id" + i, "s" + i));
    }
    articles.forEach(counts::add);
    int[] links = new int[1];
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (StorySignature article : articles) {
            bucket.add(1, Posted.of(today(article), counts));
          }
          bucket.link(link -> links[0]++);
        });
    assertThat(bucket.largest(), is(30_000));
    assertThat(links[0], lessThan(Bucket.NEAREST * Bucket.MOST + 1));
  }

  private static String member(String story, String label) {
    return new Stories.Membership("b", story, label, List.of()).toString();
  }

  private static StorySignature sister(String id, String title) {
    return article(id, id + ".example", title, title + "。团队发布了更快的模型，开源，评测领先。");
  }

  private static StorySignature part(String id, String title) {
    return Told.part(id, "video.example", "talk", TODAY, title, "讲者谈插件、风险和智能体。");
  }

  private static StorySignature copy(StorySignature article, String id, String source) {
    return new StorySignature(
        id,
        Signatures.hash(source),
        0,
        article.published(),
        article.firstSeen(),
        article.subjects(),
        article.terms(),
        article.weights());
  }

  private static StorySignature on(StorySignature article, LocalDate day) {
    return new StorySignature(
        article.id(),
        article.source(),
        0,
        (int) day.toEpochDay(),
        article.firstSeen(),
        article.subjects(),
        article.terms(),
        article.weights());
  }

  private static Candidate today(StorySignature article) {
    return Candidate.today(article);
  }

  private static Set<Set<String>> stories(List<StorySignature> articles) {
    Map<String, String> stories = new TreeMap<>();
    told(articles.stream().map(StoriesTest::today).toList(), Set.of())
        .forEach(membership -> stories.put(membership.id(), membership.story()));
    return sets(stories);
  }

  private static Set<Set<String>> sets(Map<String, String> stories) {
    return stories.keySet().stream()
        .collect(Collectors.groupingBy(stories::get, Collectors.toCollection(TreeSet::new)))
        .values()
        .stream()
        .collect(Collectors.toSet());
  }

  private static List<Stories.Membership> told(List<Candidate> articles, Set<String> duplicates) {
    return told(articles, duplicates, List.of());
  }

  private static List<Stories.Membership> told(
      List<Candidate> articles, Set<String> duplicates, List<Evidence> told) {
    TermCounts counts = TermCounts.ofSize(TermCounts.sizeFor(articles.size()));
    articles.forEach(article -> counts.add(article.signature()));
    Bucket bucket = new Bucket();
    for (Candidate article : articles) {
      Posted posted = Posted.of(article, counts);
      for (int place : posted.places()) {
        bucket.add(place, posted);
      }
    }
    List<StoryLink> links = new ArrayList<>();
    bucket.link(links::add);
    return Stories.of(links, duplicates, told);
  }
}
