package io.winnow.page;

import io.winnow.page.HtmlDocument.Related;
import io.winnow.publish.Manifest;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is made of the digests in Markdown: their HTML pages, the index and the feeds. All of
 * it can be made again from the folder and the manifests.
 */
final class DigestSite implements DigestIndex.Facts {
  private static final String MARKDOWN = ".md";
  private static final String HTML = ".html";
  private static final String INDEX_HTML = "index.html";
  private static final String SITE = ".site";
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
    String index = DigestIndex.render(digests, this);
    folder.write(DigestIndex.FILE, index);
    if (isSite) {
      folder.write(INDEX_HTML, indexPage(index, pages));
    }
    URI site = site(names);
    for (Edition edition : Edition.values()) {
      folder.write(DigestFeed.fileName(edition), feed(edition, site, digests, pages, isSite));
    }
    return written;
  }

  @Override
  public DigestText text(String file) throws IOException {
    return new DigestText(file, folder.read(file));
  }

  @Override
  public OptionalLong articles(Period period) {
    List<Manifest> covered = covered(period);
    return covered.isEmpty() || period.by() == Period.By.PUBLISHED
        ? OptionalLong.empty()
        : OptionalLong.of(
            covered.stream().mapToLong(run -> run.count(Dataset.ARTICLES.name())).sum());
  }

  /** The runs that may have articles of the period; any may have published one of its days. */
  private List<Manifest> covered(Period period) {
    return runs.all().stream()
        .map(PublishedRun::manifest)
        .filter(
            run ->
                period.by() == Period.By.PUBLISHED
                    || period.coversRun(run.runId(), run.logicalDate()))
        .toList();
  }

  /** Where the folder is served: as given, or as it was given before. */
  private @Nullable URI site(Set<String> names) throws IOException {
    URI given = form.site();
    if (given != null) {
      folder.write(SITE, given + "\n");
      return given;
    }
    return names.contains(SITE) ? URI.create(folder.read(SITE).strip()) : null;
  }

  private String feed(
      Edition edition, @Nullable URI site, Set<String> digests, Set<String> pages, boolean isSite)
      throws IOException {
    DigestFeed feed = new DigestFeed(edition, site);
    Targets files = targets(pages, isSite);
    List<DigestFeed.Entry> entries = new ArrayList<>();
    List<String> newest =
        digests.stream()
            .filter(name -> Period.editionOf(name) == edition)
            .sorted(Comparator.comparing(this::updated).reversed().thenComparing(byPeriod()))
            .limit(DigestFeed.MAX_ENTRIES)
            .toList();
    for (String name : newest) {
      String page = pages.contains(name) ? html(name) : name;
      DigestText digest = text(name);
      String title = digest.title();
      String html = digest.html(new FeedTargets(feed, files, page));
      String lasting = name.substring(0, name.length() - MARKDOWN.length());
      entries.add(new DigestFeed.Entry(lasting, page, title, updated(name), html));
    }
    return feed.write(isSite ? INDEX_HTML : DigestIndex.FILE, entries);
  }

  private static Comparator<String> byPeriod() {
    return Comparator.comparing(
        name -> Period.ofFileName(name).orElseThrow(), DigestIndex.newestFirst());
  }

  /** When the last of the runs that it covers was ready; its last day where none is left. */
  private Instant updated(String name) {
    Period period = Period.ofFileName(name).orElseThrow();
    LocalDate last = period.last();
    return covered(period).stream()
        .map(run -> Instant.parse(run.finished()))
        .max(Comparator.naturalOrder())
        .orElse(last == null ? Instant.EPOCH : last.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  /** Links of a digest as they are followed from a feed. */
  private record FeedTargets(DigestFeed feed, Targets files, String page) implements Targets {
    @Override
    public @Nullable String file(String path) {
      String file = files.file(path);
      return file == null ? null : feed.address(file);
    }

    @Override
    public String anchor(String anchor) {
      return feed.address(page) + anchor;
    }
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
    related.add(feedLink(edition));
    return new HtmlDocument(edition.lang(), edition.say("html.skip"), related)
        .of(folder.read(name), targets(pages, isSite));
  }

  private String indexPage(String index, Set<String> pages) {
    List<Related> feeds = Arrays.stream(Edition.values()).map(DigestSite::feedLink).toList();
    return new HtmlDocument("zh", Edition.ZH.say("html.skip"), feeds)
        .of(index, targets(pages, true));
  }

  private static Related feedLink(Edition edition) {
    return new Related(
        "alternate",
        "application/atom+xml",
        edition.lang(),
        edition.say("feed.title"),
        DigestFeed.fileName(edition));
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
