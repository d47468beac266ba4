package io.winnow.page;

import io.winnow.publish.ChangedRuns;
import io.winnow.publish.Manifest.Page;
import io.winnow.publish.Pages;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
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
  private final Collection<String> ids;

  /**
   * @param before the run with the pages that it has
   * @param ids of the pieces
   */
  public StruckPages(PublishedRun before, Collection<String> ids) {
    this.before = before;
    this.ids = ids;
  }

  /** Whether a line of the report names one of them. */
  public boolean isNeeded() throws IOException {
    return before.manifest().hasPage(REPORT) && read(REPORT).lines().anyMatch(this::isStruck);
  }

  @Override
  public void report(PublishedRun staged, PublishedRuns published, Path folder) throws IOException {
    for (Page page : before.manifest().pages()) {
      Path file = folder.resolve(page.path());
      Files.createDirectories(file.getParent());
      try (InputStream in = open(page.path())) {
        Files.copy(in, file);
      }
    }
    Files.writeString(
        folder.resolve(REPORT),
        read(REPORT)
            .lines()
            .filter(line -> !isStruck(line))
            .collect(Collectors.joining("\n", "", "\n")));
    if (before.manifest().hasPage(ReportHtml.FILE)) {
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

  private String read(String path) throws IOException {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private InputStream open(String path) throws IOException {
    return Channels.newInputStream(before.output().open(before.folder() + "/" + path));
  }
}
