package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.winnow.page.RunFacts.Timings;
import io.winnow.schema.Article;
import io.winnow.schema.LedgerEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NodeList;

class RunReportTest {
  @TempDir Path folder;

  @Test
  void theReportOfASmallRun() throws IOException {
    Golden.assertEqual("report.md", report(Rows.facts(false)));
  }

  @Test
  void theFactsDoNotDependOnTheOrderOfTheRows() {
    assertThat(Rows.facts(true), equalTo(Rows.facts(false)));
  }

  @Test
  void everyChartThatIsShownIsThereAndWellFormed() throws Exception {
    String report = report(Rows.facts(false));
    List<String> shown = Gfm.all(report, Image.class).stream().map(Image::getDestination).toList();
    assertThat(
        shown,
        containsInAnyOrder(
            "report/days.svg",
            "report/sources.svg",
            "report/sections.svg",
            "report/languages.svg",
            "report/busy.svg",
            "report/lengths.svg",
            "report/similarity.svg",
            "report/rejects.svg"));
    for (String file : shown) {
      Path svg = folder.resolve(file);
      DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
      assertThat(Files.size(svg), lessThan(8_000L));
    }
  }

  @Test
  void theBytesAreTheSameTwiceAndInAnyLocale() throws IOException {
    Map<String, String> once = files(Rows.facts(false));
    assertThat(files(Rows.facts(true)), equalTo(once));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
      assertThat(files(Rows.facts(false)), equalTo(once));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private Map<String, String> files(RunFacts facts) throws IOException {
    RunReport.write(folder, facts, SectionLabels.PLAIN);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void aRefusedRunSaysWhyFirst() throws IOException {
    List<String> why = List.of("41 % of pieces are rejects, more than --maxRejects=10 %");
    RunReport.write(folder, Rows.facts(false), SectionLabels.PLAIN, why);
    assertThat(
        Files.readString(folder.resolve("report.md")),
        startsWith(
            """
            # Run r20260216 · refused

            **Refused: nothing of this run was published.**

            - 41 % of pieces are rejects, more than --maxRejects=10 %

            ## What became of it
            """));
  }

  @Test
  void longTablesAreFoldedAndFoldsAreClosed() throws IOException {
    String report = report(Rows.facts(false));
    assertThat(report, containsString("<details><summary>12 more pairs</summary>"));
    assertThat(
        Gfm.all(report, HtmlBlock.class).stream()
            .map(html -> OwnHtml.of(html.getLiteral()))
            .toList(),
        equalTo(List.of(OwnHtml.OPEN_FOLD, OwnHtml.CLOSE_FOLD)));
  }

  @Test
  void everyRowOfATableHasTheCellsOfItsHeader() throws IOException {
    List<TableRow> rows = Gfm.all(report(Rows.facts(false)), TableRow.class);
    assertThat(rows.size(), greaterThan(30));
    for (TableRow row : rows) {
      Node table = row.getParent().getParent();
      assertThat(cells(row), is(cells(table.getFirstChild().getFirstChild())));
    }
  }

  @Test
  void saysWhenTheCountsDoNotAddUp() throws IOException {
    RunFactsCollector collector = new RunFactsCollector(Rows.RUN, null);
    collector.add(LedgerEntry.newBuilder(Rows.ledger().get(0)).setPublished(29).build());
    String report = report(collector.facts(null, Timings.NONE));
    assertThat(report, containsString("| **29** ✗ does not add up |"));
    assertThat(report, containsString("- The counts do not add up."));
    assertThat(report, containsString("| **850** ✓ |"));
  }

  @Test
  void anEmptyRunHasAReport() throws IOException {
    String report = report(new RunFactsCollector(Rows.RUN, null).facts(null, Timings.NONE));
    assertThat(
        report,
        containsString("**Published 0 articles from 0 files.** There was nothing to read."));
    assertThat(report, containsString("| input |  |  | 0 files; 0 B |"));
    assertThat(report, containsString("| **0** ✓ | **0** ✓ |"));
    assertThat(report, not(containsString("![")));
    assertThat(Gfm.all(report, Heading.class), hasSize(2));
  }

  @Test
  void tellsTheLargestStories() throws IOException {
    RunFactsCollector collector = new RunFactsCollector(Rows.RUN, null);
    for (int story = 0; story < 12; story++) {
      for (int i = 0; i < 2 + story; i++) {
        collector.add(
            told("s" + story, "Crab " + story, "id%02d-%02d-long".formatted(story, i), i));
      }
    }
    collector.add(Articles.article("alone", "en", "Alone", "Nobody else tells this.").build());

    String report = report(collector.facts(null, Timings.NONE));
    assertThat(report, containsString("## Stories"));
    assertThat(report, containsString("12 stories of 90 articles of this run"));
    assertThat(
        report, containsString("| Crab 11 | 13 | 3 | `id11-00-lo` `id11-01-lo` `id11-02-lo` |"));
    assertThat(report, containsString("| Crab 2 | 4 | 3 |"));
    assertThat(report, not(containsString("| Crab 1 |")));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aStoryShowsAnyLabelAsText(String label) throws IOException {
    RunFactsCollector collector = new RunFactsCollector(Rows.RUN, null);
    collector.add(told("s", label, "a", 0));
    collector.add(told("s", label, "b", 1));
    String report = report(collector.facts(null, Timings.NONE));

    for (Image image : Gfm.all(report, Image.class)) {
      assertThat(image.getDestination(), startsWith("report/"));
    }
    assertThat(Gfm.all(report, HtmlInline.class), empty());
    for (TableRow row : Gfm.all(report, TableRow.class)) {
      assertThat(
          cells(row), is(cells(row.getParent().getParent().getFirstChild().getFirstChild())));
    }
  }

  private static Article told(String story, String label, String id, int source) {
    return Articles.at(
            "https://s" + source % 3 + ".example/" + id,
            Articles.article(id, "en", "Title", "A sentence of it."))
        .setStoryId(story)
        .setStoryLabel(label)
        .build();
  }

  static Stream<String> hostile() {
    return HostileStrings.all();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aChartShowsAnyNameAsText(String name) throws Exception {
    RunFactsCollector collector = new RunFactsCollector(Rows.RUN, null);
    collector.add(of(name, "a"));
    collector.add(of(name, "b"));
    collector.add(of("other", "c"));
    RunFacts facts = collector.facts(null, Timings.NONE);
    String svg =
        RunCharts.of(facts, SectionLabels.PLAIN).stream()
            .filter(chart -> chart.file().equals("sources.svg"))
            .findFirst()
            .orElseThrow()
            .svg();
    Path file = Files.writeString(folder.resolve("x.svg"), svg);
    var drawn = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    NodeList all = drawn.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      assertThat(
          all.item(i).getNodeName(),
          is(in(List.of("svg", "title", "desc", "style", "rect", "text"))));
    }
    assertThat(
        drawn.getElementsByTagName("desc").item(0).getTextContent(),
        containsString(MarkdownEscaper.plain(name, 80) + ": 2"));
  }

  private static Article of(String site, String id) {
    return Article.newBuilder(Articles.article(id, "en", "Title", "A sentence of it.").build())
        .setSite(site)
        .build();
  }

  private String report(RunFacts facts) throws IOException {
    RunReport.write(folder, facts, SectionLabels.PLAIN);
    return Files.readString(folder.resolve("report.md"));
  }

  private static int cells(Node row) {
    int cells = 0;
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      cells++;
    }
    return cells;
  }
}
