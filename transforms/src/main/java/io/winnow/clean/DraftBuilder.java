package io.winnow.clean;

import io.winnow.run.RunInfo;
import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.schema.DroppedSpan;
import io.winnow.schema.Piece;
import io.winnow.schema.Signal;
import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fills the columns of an article from everything that was found. Where several places speak, what
 * Split saw in the structure of the dump goes before what the page declares, and that before what
 * the text prints.
 */
final class DraftBuilder {
  private static final int MAX_SITE = 80;

  /** Signal: characters that came back when lines in a wrong charset were mended. */
  private static final String MENDED = "repaired_chars";

  private final Piece piece;
  private final RunInfo run;
  private final PageFacts facts;
  private final Masthead masthead;

  DraftBuilder(Piece piece, RunInfo run, PageFacts facts, Masthead masthead) {
    this.piece = piece;
    this.run = run;
    this.facts = facts;
    this.masthead = masthead;
  }

  /**
   * The draft, with an article that is not built yet.
   *
   * @param whole the text before anything was taken out
   * @param kept the text of the article
   */
  Draft.Builder of(Manuscript whole, Manuscript kept) {
    String text = kept.text();
    Article.Builder article = place();
    address(article, kept);
    title(article, text);
    published(article);
    String publication = publication();
    article
        .setPublication(publication)
        .setIssue(piece.getIssue())
        .setAuthors(authors())
        .setKind(ArticleKind.of(piece, whole, article.getTitle(), facts.type()))
        .setEditorNote(masthead.note().orElse(null))
        .setDroppedSpans(dropped(kept))
        .setQuality(quality(kept.raw()));
    ArticleText.set(article, text, piece.getLang());
    return ranges(kept)
        .setArticleBuilder(article)
        .setDeclaredLang(piece.getLang())
        .setLearningSite(learningSite(article, publication));
  }

  private static List<DroppedSpan> dropped(Manuscript kept) {
    List<DroppedSpan> dropped = new ArrayList<>(kept.raw().garbled());
    dropped.addAll(kept.dropped());
    return dropped;
  }

  private static List<Signal> quality(RawText raw) {
    int mended = raw.mendedChars();
    return mended == 0 ? List.of() : List.of(new Signal(MENDED, (double) mended));
  }

  private Article.Builder place() {
    return Article.newBuilder()
        .setRunId(run.id())
        .setFirstSeen(run.date())
        .setId(piece.getId())
        .setSourceUri(piece.getSourceUri())
        .setSourceFormat(piece.getSourceFormat())
        .setSourceId(piece.getSourceId())
        .setSourceOrdinal(piece.getSourceOrdinal())
        .setStartLine(piece.getStartLine())
        .setEndLine(piece.getEndLine())
        .setStartOffset(piece.getStartOffset())
        .setEndOffset(piece.getEndOffset())
        .setLines(piece.getLines())
        .setSourcePath(piece.getSourcePath())
        .setCharset(piece.getCharset())
        .setCharsetConfidence(piece.getCharsetConfidence())
        .setSplitDetector(piece.getSplitDetector())
        .setSplitScore(piece.getSplitScore())
        .setSplitCues(piece.getSplitCues());
  }

  private void address(Article.Builder article, Manuscript kept) {
    Optional<String> given = canonical(piece.getUrl());
    Optional<String> own =
        given.isPresent()
            ? given
            : canonical(facts.url()).or(() -> canonical(masthead.permalink().orElse(null)));
    boolean about = given.isPresent() && "subject".equals(piece.getUrlRole());
    Optional<String> subject =
        about
            ? given
            : own.isPresent() ? Optional.empty() : canonical(masthead.subject().orElse(null));
    String url = subject.or(() -> own).orElse(null);
    article
        .setUrl(url)
        .setUrlRole(url == null ? null : subject.isPresent() ? "subject" : "self")
        .setSite(url == null ? null : CanonicalUrl.site(url).orElse(null))
        .setLinks(LinkRoles.of(kept, subject.isPresent() ? null : url, subject.orElse(null)));
  }

  private void title(Article.Builder article, String text) {
    String raw =
        piece.getTitle() != null
            ? piece.getTitle()
            : facts.title() != null ? facts.title() : masthead.titleLine().orElse(null);
    String title = raw == null ? "" : Titles.tidy(raw);
    if (title.isEmpty()) {
      article
          .setTitle(Titles.derived(text, article.getUrl()))
          .setTitleOrigin("derived")
          .setTitleRaw(null);
      return;
    }
    article.setTitleOrigin("given").setTitleRaw(masthead.titleLine().orElse(raw)).setTitle(title);
    SeriesParts.mark(article, title);
  }

  private void published(Article.Builder article) {
    if (piece.getPublished() != null) {
      article
          .setPublished(piece.getPublished())
          .setPublishedOrigin(piece.getPublishedOrigin())
          .setPublishedRaw(piece.getPublishedRaw());
      return;
    }
    Dateline printed =
        facts.published() != null ? facts.published() : masthead.dateline().orElse(null);
    if (printed != null) {
      article
          .setPublished(printed.day())
          .setPublishedOrigin("given")
          .setPublishedRaw(printed.raw());
    } else if ("self".equals(article.getUrlRole())) {
      UrlDate.of(article.getUrl(), run.date())
          .ifPresent(
              date ->
                  article
                      .setPublished(date.day())
                      .setPublishedOrigin("url")
                      .setPublishedRaw(date.raw()));
    }
  }

  private List<String> authors() {
    if (!piece.getAuthors().isEmpty()) {
      return piece.getAuthors();
    }
    return facts.authors().isEmpty() ? masthead.authors() : facts.authors();
  }

  private @Nullable String publication() {
    if (piece.getPublication() != null) {
      return piece.getPublication();
    }
    return facts.publication() != null ? facts.publication() : masthead.channel().orElse(null);
  }

  /** Host of its own address, else its channel or magazine, else its first author. */
  private static @Nullable String learningSite(
      Article.Builder article, @Nullable String publication) {
    String site = "self".equals(article.getUrlRole()) ? article.getSite() : publication;
    if (site == null && !article.getAuthors().isEmpty()) {
      site = article.getAuthors().get(0);
    }
    return site == null ? null : Scripts.head(site, MAX_SITE);
  }

  /** The raw range of every line of the text; blank lines lie behind the line before them. */
  private static Draft.Builder ranges(Manuscript text) {
    List<Integer> from = new ArrayList<>();
    List<Integer> to = new ArrayList<>();
    int before = 0;
    for (Line line : text.lines()) {
      if (!from.isEmpty() && !line.glued()) {
        from.add(before);
        to.add(before);
      }
      from.add(text.raw().codePoint(line.from()));
      before = text.raw().codePoint(line.to());
      to.add(before);
    }
    return Draft.newBuilder().setRawFrom(from).setRawTo(to);
  }

  private static Optional<String> canonical(@Nullable String url) {
    return url == null ? Optional.empty() : CanonicalUrl.of(url);
  }
}
