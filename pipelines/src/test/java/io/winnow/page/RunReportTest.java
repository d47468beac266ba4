package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.winnow.page.RunFacts.Timings;
import io.winnow.schema.LedgerEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
            "report/sections.svg",
            "report/sources.svg",
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
    assertThat(report, containsString("| **29** = 33 − 2 − 1 ✗ does not add up |"));
    assertThat(report, containsString("25 between pieces ✓ |"));
  }

  @Test
  void anEmptyRunHasAReport() throws IOException {
    String report = report(new RunFactsCollector(Rows.RUN, null).facts(null, Timings.NONE));
    assertThat(report, containsString("| input | 0 files, 0 B; 0 unchanged, 0 unreadable |"));
    assertThat(report, containsString("| **published** | **0** = 0 − 0 − 0 ✓ |"));
    assertThat(report, containsString("the first run here"));
    assertThat(report, not(containsString("![")));
    assertThat(report, not(containsString("##")));
  }

  static Stream<String> hostile() {
    return HostileStrings.all();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aChartShowsAnyNameAsText(String name) throws Exception {
    Tally tally = new Tally(List.of(new Tally.Count(name, 3), new Tally.Count("b", 1)));
    Path file = Files.writeString(folder.resolve("x.svg"), Charts.bars(name, tally, 5));
    var svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    assertThat(svg.getElementsByTagName("script").getLength(), is(0));
    assertThat(
        svg.getElementsByTagName("title").item(1).getTextContent(),
        equalTo(MarkdownEscaper.plain(name, 200) + ": 3"));
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
