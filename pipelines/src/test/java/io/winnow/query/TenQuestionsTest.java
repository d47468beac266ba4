package io.winnow.query;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.winnow.publish.LocalOutput;
import io.winnow.publish.PublishedRuns;
import io.winnow.publish.SampleOutput;
import io.winnow.run.RunInfo;
import io.winnow.schema.Article;
import io.winnow.schema.DroppedSpan;
import io.winnow.schema.Duplicate;
import io.winnow.schema.Reject;
import io.winnow.schema.ScoredTag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The questions of the README, as they stand there, over three small runs. */
class TenQuestionsTest {
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 20);
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 9);
  private static final LocalDate LAST = LocalDate.of(2026, 2, 16);

  private static @TempDir Path folder;
  private static LocalOutput output;
  private static List<String> questions;

  @BeforeAll
  static void publish() throws Exception {
    output = LocalOutput.at(folder.resolve("out"));
    RunInfo first = new RunInfo("first", JANUARY, 1);
    SampleOutput.publish(
        output,
        first,
        List.of(
            article(first, "a1", "tea.example", "Spring tea", "tea", 100).build(),
            article(first, "a2", "river.example", "A ferry", "boats", 300)
                .setPublished(null)
                .setTitleOrigin("derived")
                .build()),
        List.of(),
        List.of());
    RunInfo second = new RunInfo("second", FEBRUARY, 2);
    SampleOutput.publish(
        output,
        second,
        List.of(
            article(second, "b1", "tea.example", "Black tea", "tea", 200)
                .setUrl("https://tea.example/kettle-pitch")
                .setDroppedSpans(List.of(new DroppedSpan("promo", 9, 15, "Buy me")))
                .build()),
        List.of(copy(second, "b2", "a2", "first")),
        List.of());
    RunInfo last = new RunInfo("last", LAST, 3);
    SampleOutput.publish(
        output,
        last,
        List.of(
            story(article(last, "c1", "river.example", "Bridge shut", "boats", 50)),
            story(article(last, "c2", "hill.example", "Bridge closed", "tea", 60)),
            story(article(last, "c3", "mill.example", "桥封了", "tea", 70).setLang("zh"))),
        List.of(copy(last, "c4", "a2", "first"), copy(last, "c5", "b1", "second")),
        List.of(reject(last, "c6", "水壶"), reject(last, "c7", null)));
    String readme = Files.readString(Path.of("..", "README.md"));
    String chapter = readme.substring(readme.indexOf("## Ten questions"));
    String block = chapter.substring(chapter.indexOf("```sql\n") + 7);
    questions = Arrays.asList(block.substring(0, block.indexOf("```")).strip().split(";\\s*"));
  }

  @Test
  void areTen() {
    assertThat(questions, hasSize(10));
    for (int i = 0; i < questions.size(); i++) {
      assertThat(questions.get(i).startsWith("-- " + (i + 1) + ". "), equalTo(true));
    }
  }

  @Test
  void countsTheArticlesOfTheLastWeekBySite() throws Exception {
    assertAnswer(
        1,
        """
        {"site":"hill.example","articles":1}
        {"site":"mill.example","articles":1}
        {"site":"river.example","articles":1}
        """);
  }

  @Test
  void tellsWhyAnArticleIsMissing() throws Exception {
    assertAnswer(
        2,
        """
        {"became":"article","why":null,"run_id":"second","source_uri":"second.jsonl","start_line":null,"title":"Black tea"}
        {"became":"duplicate","why":"near copy of b1 in run second, similarity 0.9","run_id":"last","source_uri":"last.jsonl","start_line":null,"title":"水壶是乐器"}
        {"became":"reject","why":"too-short: few sentences, 4.0 against 20.0","run_id":"last","source_uri":"last.jsonl","start_line":null,"title":"水壶"}
        """);
  }

  @Test
  void tellsWhatWasDropped() throws Exception {
    assertAnswer(
        3,
        """
        {"title":"Black tea","rule":"promo","from_char":9,"to_char":15,"excerpt":"Buy me"}
        """);
  }

  @Test
  void listsStoriesOfThreeSources() throws Exception {
    assertAnswer(
        4,
        """
        {"label":"Bridge","sources":3,"articles":3,"first_day":"2026-02-16","last_day":"2026-02-16","names":["hill.example","mill.example","river.example"]}
        """);
  }

  @Test
  void comparesTheLastRunWithTheOneBefore() throws Exception {
    assertAnswer(
        5,
        """
        {"run_id":"last","date":"2026-02-16","articles":3,"more":2,"duplicates":2,"rejects":2,"sources_read":1,"sources_unreadable":0}
        {"run_id":"second","date":"2026-02-09","articles":1,"more":-1,"duplicates":1,"rejects":0,"sources_read":1,"sources_unreadable":0}
        """);
  }

  @Test
  void listsNewSites() throws Exception {
    assertAnswer(
        6,
        """
        {"site":"hill.example","new_articles":1}
        {"site":"mill.example","new_articles":1}
        """);
  }

  @Test
  void listsTheMostCopied() throws Exception {
    assertAnswer(
        7,
        """
        {"cluster_size":3,"site":"river.example","title":"A ferry","copies":["last.jsonl","second.jsonl"]}
        {"cluster_size":2,"site":"tea.example","title":"Black tea","copies":["https://copy.example/kettle-pitch"]}
        """);
  }

  @Test
  void measuresTheSources() throws Exception {
    assertAnswer(
        8,
        """
        {"source":"river.example","lang":"en","articles":2,"median_chars":175,"derived_titles":1,"undated":1}
        {"source":"tea.example","lang":"en","articles":2,"median_chars":150,"derived_titles":0,"undated":0}
        {"source":"hill.example","lang":"en","articles":1,"median_chars":60,"derived_titles":0,"undated":0}
        {"source":"mill.example","lang":"zh","articles":1,"median_chars":70,"derived_titles":0,"undated":0}
        """);
  }

  @Test
  void findsRisingTags() throws Exception {
    assertAnswer(
        9,
        """
        {"tag":"tea","this_month":3,"month_before":1}
        """);
  }

  @Test
  void groupsRejects() throws Exception {
    assertAnswer(
        10,
        """
        {"reason":"too-short","source_uri":"last.jsonl","rejects":2,"for_example":"few sentences"}
        """);
  }

  /** Here, and in a DuckDB of one's own with the views that {@code files} prints. */
  private static void assertAnswer(int number, String rows) throws Exception {
    String sql = questions.get(number - 1);
    StringBuilder answer = new StringBuilder();
    new Query(output).run(sql, QueryFormat.JSONL, 80, answer);

    assertThat(answer.toString(), equalTo(rows));
    assertThat(plainly(sql), equalTo(rows));
  }

  private static String plainly(String sql) throws Exception {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute(FileList.duckDbViews(PublishedRuns.read(output).all()));
      StringBuilder out = new StringBuilder();
      RowWriter writer = QueryFormat.JSONL.writer(out, 80);
      try (ResultSet rows = statement.executeQuery(sql)) {
        int columns = rows.getMetaData().getColumnCount();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          names.add(rows.getMetaData().getColumnName(i));
        }
        writer.columns(names);
        while (rows.next()) {
          List<Value> values = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            values.add(Value.of(rows.getObject(i)));
          }
          writer.row(values);
        }
      }
      return out.toString();
    }
  }

  private static Article.Builder article(
      RunInfo run, String id, String site, String title, String tag, int chars) {
    return Article.newBuilder()
        .setRunId(run.id())
        .setId(id)
        .setFirstSeen(run.date())
        .setSourceUri(run.id() + ".jsonl")
        .setSourceFormat("jsonl")
        .setSourceOrdinal(id.charAt(1))
        .setLines(1)
        .setCharset("UTF-8")
        .setCharsetConfidence(1)
        .setSplitDetector("jsonl")
        .setSplitScore(1)
        .setUrl("https://" + site + "/" + id)
        .setUrlRole("self")
        .setSite(site)
        .setTitle(title)
        .setTitleOrigin("given")
        .setPublished(run.date())
        .setPublishedOrigin("given")
        .setLang("en")
        .setKind("news")
        .setText(title)
        .setChars(chars)
        .setTags(List.of(new ScoredTag(tag, 0.5)))
        .setSummary(List.of(title))
        .setClusterId(id)
        .setClusterSize(1);
  }

  private static Article story(Article.Builder article) {
    return article.setStoryId("c1").setStoryLabel("Bridge").build();
  }

  private static Duplicate copy(RunInfo run, String id, String original, String originalRun) {
    boolean kettle = original.equals("b1");
    return Duplicate.newBuilder()
        .setRunId(run.id())
        .setId(id)
        .setFirstSeen(run.date())
        .setSourceUri(run.id() + ".jsonl")
        .setSourceFormat("jsonl")
        .setSourceOrdinal(id.charAt(1))
        .setLines(1)
        .setUrl(kettle ? "https://copy.example/kettle-pitch" : null)
        .setTitle(kettle ? "水壶是乐器" : "Ferry")
        .setLang("en")
        .setDuplicateOf(original)
        .setDuplicateOfRun(originalRun)
        .setClusterId(original)
        .setMethod("near")
        .setSimilarity(0.9)
        .setText("copied")
        .build();
  }

  private static Reject reject(RunInfo run, String id, @Nullable String title) {
    return Reject.newBuilder()
        .setRunId(run.id())
        .setId(id)
        .setFirstSeen(run.date())
        .setSourceUri(run.id() + ".jsonl")
        .setSourceFormat("jsonl")
        .setSourceOrdinal(id.charAt(1))
        .setLines(1)
        .setTitle(title)
        .setStage("clean")
        .setReason("too-short")
        .setDetail("few sentences")
        .setMeasured(4.0)
        .setThreshold(20.0)
        .setOriginal("short")
        .setOriginalBytes(5)
        .setOriginalSha256("0")
        .build();
  }
}
