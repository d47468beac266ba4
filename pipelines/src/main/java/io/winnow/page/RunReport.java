package io.winnow.page;

import io.winnow.page.MarkdownWriter.Image;
import io.winnow.page.RunCharts.Chart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what an operator reads in a minute after a run: the verdict, the counts as a flow, what
 * was dropped and why, and the cases where a decision was closest.
 */
public final class RunReport {
  private RunReport() {}

  /**
   * Writes {@code report.md} and its charts, {@code report/*.svg}, into the folder of a run that
   * nobody reads yet.
   */
  public static void write(Path runFolder, RunFacts facts, SectionLabels labels)
      throws IOException {
    write(runFolder, facts, labels, List.of());
  }

  /**
   * The same.
   *
   * @param refusals why the run was refused, a line each; empty when it is to be published
   */
  static void write(Path runFolder, RunFacts facts, SectionLabels labels, List<String> refusals)
      throws IOException {
    Path folder = Files.createDirectories(runFolder.resolve("report"));
    List<Chart> charts = RunCharts.of(facts, labels);
    for (Chart chart : charts) {
      Files.writeString(folder.resolve(chart.file()), chart.svg());
    }
    List<Image> images =
        charts.stream()
            .map(chart -> new Image(Inline.text(chart.title()), "report/" + chart.file()))
            .toList();
    Files.writeString(
        runFolder.resolve("report.md"), new ReportPage(facts, refusals).render(images));
  }
}
