package io.winnow.page;

import io.winnow.publish.ChangedRuns;
import io.winnow.publish.PackedPages;
import io.winnow.publish.Pages;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The pages that a run has, without the lines of its report that name certain pieces: what a later
 * run compared with them.
 */
public final class StruckPages implements Pages {
  private static final String REPORT = "report.md";

  private final PublishedRun before;
  private final PackedPages reports;
  private final Collection<String> ids;

  /**
   * @param before the run with the pages that it has
   * @param reports of all runs; to be closed by the caller
   * @param ids of the pieces
   */
  public StruckPages(PublishedRun before, PackedPages reports, Collection<String> ids) {
    this.before = before;
    this.reports = reports;
    this.ids = ids;
  }

  /** Whether a line of the report names one of them. */
  public boolean isNeeded() throws IOException {
    boolean[] needed = {false};
    reports.forEach(
        before,
        (path, in) ->
            needed[0] |= path.equals(REPORT) && text(in).lines().anyMatch(this::isStruck));
    return needed[0];
  }

  @Override
  public void report(PublishedRun staged, PublishedRuns published, Path folder) throws IOException {
    reports.forEach(
        before,
        (path, in) -> {
          Path file = folder.resolve(path);
          Files.createDirectories(file.getParent());
          if (path.equals(REPORT)) {
            Files.writeString(file, struck(text(in)));
          } else {
            Files.copy(in, file);
          }
        });
    if (Files.exists(folder.resolve(ReportHtml.FILE))) {
      ReportHtml.write(folder);
    }
  }

  @Override
  public void views(PublishedRuns published, ChangedRuns changes) {
    throw new UnsupportedOperationException("only reports are struck");
  }

  private boolean isStruck(String line) {
    return ids.stream().anyMatch(id -> line.contains(ReportPage.shortId(id)));
  }

  private String struck(String report) {
    return report
        .lines()
        .filter(line -> !isStruck(line))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
