package io.winnow.page;

import io.winnow.publish.Manifest;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps what is made of the digests in Markdown: their HTML pages, the index and the feeds. All of
 * it can be made again from the folder and the manifests.
 */
final class DigestSite implements DigestIndex.Facts {
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
        boolean isThere = names.contains(DigestLinks.html(name));
        if (isThere || form.html()) {
          pages.add(name);
        }
        if (!isThere && form.html()) {
          stale.add(period.get());
        }
      }
    }
    boolean indexed = form.html() || names.contains(DigestLinks.INDEX);
    DigestLinks links = new DigestLinks(digests, pages, indexed, runs);
    List<String> written = writePages(links, stale);
    writeIndex(links);
    new DigestFeeds(folder, links, this::covered).write(form.site());
    return written;
  }

  private List<String> writePages(DigestLinks links, Set<Period> stale) throws IOException {
    List<String> written = new ArrayList<>();
    for (String name : links.pages()) {
      if (stale.contains(Period.ofFileName(name).orElseThrow())) {
        Edition edition = Period.editionOf(name);
        String page =
            new HtmlDocument(edition.lang(), edition.say("html.skip"), links.related(name))
                .of(folder.read(name), links);
        written.add(folder.write(DigestLinks.html(name), page));
      }
    }
    return written;
  }

  private void writeIndex(DigestLinks links) throws IOException {
    String index = DigestIndex.render(links.digests(), this);
    folder.write(DigestIndex.FILE, index);
    if (links.indexed()) {
      String page =
          new HtmlDocument("zh", Edition.ZH.say("html.skip"), DigestLinks.feeds()).of(index, links);
      folder.write(DigestLinks.INDEX, page);
    }
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
}
