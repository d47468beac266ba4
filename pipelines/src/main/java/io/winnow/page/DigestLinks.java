package io.winnow.page;

import io.winnow.page.HtmlDocument.Related;
import io.winnow.publish.PublishedRuns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Where the links between digests lead once they are HTML: to the HTML page where there is one,
 * else to the Markdown.
 *
 * @param digests files of digests in Markdown
 * @param pages those of them that have a page
 * @param indexed whether the index has one
 * @param runs whose reports may have one
 */
record DigestLinks(Set<String> digests, Set<String> pages, boolean indexed, PublishedRuns runs)
    implements Targets {
  static final String INDEX = "index.html";
  private static final String MARKDOWN = ".md";
  private static final String HTML = ".html";
  private static final String RUN = "../run=";
  private static final String REPORT = "/report.md";

  @Override
  public String file(String path) {
    if (path.equals(DigestIndex.FILE)) {
      return index();
    }
    return pages.contains(path) || hasReportPage(path) ? html(path) : path;
  }

  String index() {
    return indexed ? INDEX : DigestIndex.FILE;
  }

  /** The name of the page that belongs to a file in Markdown. */
  static String html(String markdown) {
    return stem(markdown) + HTML;
  }

  /** The name of a file in Markdown without its ending. */
  static String stem(String markdown) {
    return markdown.substring(0, markdown.length() - MARKDOWN.length());
  }

  /** The other forms of a digest. */
  List<Related> related(String digest) {
    Edition edition = Period.editionOf(digest);
    List<Related> related = new ArrayList<>();
    for (Edition other : Edition.values()) {
      String twin = Period.ofFileName(digest).orElseThrow().fileName(other);
      if (other != edition && digests.contains(twin)) {
        String type = pages.contains(twin) ? "text/html" : "text/markdown";
        String name = other.say("language");
        related.add(new Related("alternate", type, other.lang(), name, file(twin)));
      }
    }
    related.add(new Related("alternate", "text/markdown", null, "Markdown", digest));
    related.add(feed(edition));
    return related;
  }

  static List<Related> feeds() {
    return Arrays.stream(Edition.values()).map(DigestLinks::feed).toList();
  }

  private static Related feed(Edition edition) {
    return new Related(
        "alternate",
        "application/atom+xml",
        edition.lang(),
        edition.say("feed.title"),
        DigestFeed.fileName(edition));
  }

  private boolean hasReportPage(String path) {
    if (!path.startsWith(RUN) || !path.endsWith(REPORT)) {
      return false;
    }
    String runId = path.substring(RUN.length(), path.length() - REPORT.length());
    return runs.find(runId).filter(run -> run.manifest().hasPage(ReportHtml.FILE)).isPresent();
  }
}
