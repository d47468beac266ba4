package io.winnow.page;

import io.winnow.page.HtmlDocument.Related;
import io.winnow.publish.PublishedRuns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is made of the digests in Markdown: their HTML pages, the index and the feeds. All of
 * it can be made again from the folder and the manifests.
 */
final class DigestSite {
  private static final String MARKDOWN = ".md";
  private static final String HTML = ".html";
  private static final String INDEX_HTML = "index.html";
  private static final String REPORT = "/report.md";

  private final DigestFolder folder;
  private final DigestForm form;
  private final PublishedRuns runs;

  DigestSite(DigestFolder folder, DigestForm form, PublishedRuns runs) {
    this.folder = folder;
    this.form = form;
    this.runs = runs;
  }

  /**
   * Makes everything that depends on the digests.
   *
   * @param rendered digests whose Markdown was just written
   * @return paths of the HTML pages of digests that were written, below the output
   */
  List<String> refresh(Set<Period> rendered) throws IOException {
    Set<String> names = folder.names();
    Set<String> digests = new TreeSet<>();
    Set<String> pages = new TreeSet<>();
    Set<Period> stale = new HashSet<>(rendered);
    for (String name : names) {
      Optional<Period> period = Period.ofFileName(name);
      if (period.isPresent()) {
        digests.add(name);
        boolean isThere = names.contains(html(name));
        if (isThere || form.html()) {
          pages.add(name);
        }
        if (!isThere && form.html()) {
          stale.add(period.get());
        }
      }
    }
    boolean isSite = form.html() || names.contains(INDEX_HTML);
    List<String> written = new ArrayList<>();
    for (String name : pages) {
      if (stale.contains(Period.ofFileName(name).orElseThrow())) {
        written.add(folder.write(html(name), page(name, digests, pages, isSite)));
      }
    }
    String index = DigestIndex.render(digests);
    folder.write(DigestIndex.FILE, index);
    if (isSite) {
      folder.write(INDEX_HTML, indexPage(index, pages));
    }
    return written;
  }

  private String page(String name, Set<String> digests, Set<String> pages, boolean isSite)
      throws IOException {
    Edition edition = Period.editionOf(name);
    List<Related> related = new ArrayList<>();
    for (Edition other : Edition.values()) {
      String digest = Period.ofFileName(name).orElseThrow().fileName(other);
      if (other != edition && digests.contains(digest)) {
        boolean html = pages.contains(digest);
        related.add(
            new Related(
                "alternate",
                html ? "text/html" : "text/markdown",
                other.lang(),
                other.say("language"),
                html ? html(digest) : digest));
      }
    }
    related.add(new Related("alternate", "text/markdown", null, "Markdown", name));
    return new HtmlDocument(edition.lang(), edition.say("html.skip"), related)
        .of(folder.read(name), targets(pages, isSite));
  }

  private String indexPage(String index, Set<String> pages) {
    return new HtmlDocument("zh", Edition.ZH.say("html.skip"), List.of())
        .of(index, targets(pages, true));
  }

  private Targets targets(Set<String> pages, boolean isSite) {
    return path -> {
      if (pages.contains(path)) {
        return html(path);
      }
      if (path.equals(DigestIndex.FILE)) {
        return isSite ? INDEX_HTML : path;
      }
      return report(path).orElse(path);
    };
  }

  /** The report as a page, where the run was published with one. */
  private Optional<@Nullable String> report(String path) {
    String start = "../run=";
    if (!path.startsWith(start) || !path.endsWith(REPORT)) {
      return Optional.empty();
    }
    String runId = path.substring(start.length(), path.length() - REPORT.length());
    return runs.find(runId)
        .filter(run -> run.manifest().hasPage(ReportHtml.FILE))
        .map(run -> html(path));
  }

  private static String html(String markdown) {
    return markdown.substring(0, markdown.length() - MARKDOWN.length()) + HTML;
  }
}
