package io.winnow.clean;

import io.winnow.privacy.MaskTally;
import io.winnow.privacy.MaskedRecords;
import io.winnow.privacy.PersonalDataMasker;
import io.winnow.quality.Quality;
import io.winnow.quality.Signals;
import io.winnow.quality.Subject;
import io.winnow.reject.RejectReason;
import io.winnow.reject.Rejects;
import io.winnow.reject.Stop;
import io.winnow.run.RunInfo;
import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import io.winnow.schema.Signal;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a piece into an article: its text without markup and boilerplate, and what it says about
 * itself.
 *
 * <p>Every piece is kept or dropped, exactly once. What a layer removes from a kept one is logged
 * in {@code dropped_spans}. The result depends on the piece, the spec and the run's date alone.
 */
public final class ArticleCleaner implements Serializable {
  private static final long serialVersionUID = 1;

  private final CleanSpec spec;
  private final RunInfo run;
  private final PersonalDataMasker masker;

  public ArticleCleaner(CleanSpec spec, RunInfo run) {
    this(spec, run, PersonalDataMasker.NONE);
  }

  /** The same; what cleaning brings to light leaves it masked. */
  public ArticleCleaner(CleanSpec spec, RunInfo run, PersonalDataMasker masker) {
    this.spec = spec;
    this.run = run;
    this.masker = masker;
  }

  /** The article of one piece, or why there is none. */
  public Cleaned clean(Piece split) {
    MendedPiece mended = MendedPiece.of(split);
    Piece piece = mended.piece();
    Page page;
    try {
      page = Page.of(piece, mended.raw(), run.date(), spec);
    } catch (OverCapException overCap) {
      return new Cleaned.Dropped(Rejects.of(run, piece, "clean", overCap.stop()));
    }
    PageFacts facts = page.facts();
    Manuscript repaired = UnicodeRepair.repair(page.text());
    if (piece.getMedia().equals("markdown") && !spec.keepBoilerplate()) {
      repaired = RunningLines.drop(repaired);
    }
    Manuscript joined = PageBreaks.join(repaired, PageBreaks.Source.of(piece.getMedia()));
    if (joined.lines().isEmpty()) {
      return dropped(piece, RejectReason.NO_TEXT);
    }
    Masthead masthead = Masthead.of(piece, facts, run.date(), joined);
    Manuscript body = masthead.rest();
    Manuscript kept = spec.keepBoilerplate() ? body : Boilerplate.drop(spec.rules(), body);
    if (kept.lines().isEmpty()) {
      return dropped(piece, RejectReason.ONLY_BOILERPLATE);
    }
    Draft.Builder draft = new DraftBuilder(piece, run, facts, masthead).of(joined, kept);
    return judged(piece, draft, kept, page);
  }

  /** The draft with what was measured of it, unless that says that it is no article. */
  private Cleaned judged(Piece piece, Draft.Builder draft, Manuscript kept, Page page) {
    Article.Builder article = draft.getArticleBuilder();
    Quality quality = new Quality(spec.quality());
    Signals signals =
        quality.measure(article.getText(), article.getTitle(), linkMass(kept), page.evidence());
    Subject subject = new Subject(article.getLang(), article.getKind(), page.evidence() != null);
    Optional<Stop> stop = quality.judge(signals, subject);
    if (stop.isPresent()) {
      Reject reject = Rejects.of(run, piece, "clean", stop.get());
      return new Cleaned.Dropped(
          Rejects.measured(reject, signals.rows(), subject.lang(), subject.kind()));
    }
    List<Signal> all = new ArrayList<>(article.getQuality());
    all.addAll(signals.rows());
    article.setQuality(all);
    return new Cleaned.Kept(draft.build());
  }

  private static double linkMass(Manuscript kept) {
    return kept.links().stream()
        .filter(link -> !link.image() && link.text() != null)
        .mapToInt(link -> HtmlBlock.mass(link.text()))
        .sum();
  }

  /**
   * The outcomes for all pieces of one dump, in their order. Parts of a series are told from
   * neighbours that share their address.
   */
  public List<Cleaned> cleanAll(List<Piece> pieces) {
    return cleanAll(pieces, new MaskTally());
  }

  /**
   * The same.
   *
   * @param tally counts what is masked
   */
  public List<Cleaned> cleanAll(List<Piece> pieces, MaskTally tally) {
    List<Cleaned> cleaned = new ArrayList<>(pieces.size());
    pieces.forEach(piece -> cleaned.add(masked(clean(piece), tally)));
    return SeriesParts.complete(cleaned);
  }

  private Cleaned masked(Cleaned cleaned, MaskTally tally) {
    if (cleaned instanceof Cleaned.Kept kept) {
      return new Cleaned.Kept(MaskedDraft.of(kept.draft(), masker, tally));
    }
    Cleaned.Dropped dropped = (Cleaned.Dropped) cleaned;
    return new Cleaned.Dropped(MaskedRecords.of(dropped.reject(), masker, tally));
  }

  private Cleaned dropped(Piece piece, RejectReason reason) {
    return new Cleaned.Dropped(Rejects.of(run, piece, "clean", reason, null));
  }
}
