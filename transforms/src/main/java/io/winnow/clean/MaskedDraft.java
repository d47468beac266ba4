package io.winnow.clean;

import io.winnow.privacy.MaskTally;
import io.winnow.privacy.PersonalDataMasker;
import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.schema.DroppedSpan;
import io.winnow.schema.Link;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Masks what only cleaning brought to light: addresses that HTML, JSON-LD or a broken line had
 * hidden when the raw piece was masked. Lines stay lines, so their ranges in the piece stay right.
 */
final class MaskedDraft {
  private final PersonalDataMasker masker;
  private final MaskTally tally;

  private MaskedDraft(PersonalDataMasker masker, MaskTally tally) {
    this.masker = masker;
    this.tally = tally;
  }

  static Draft of(Draft draft, PersonalDataMasker masker, MaskTally tally) {
    return masker.isOn() ? new MaskedDraft(masker, tally).of(draft) : draft;
  }

  private Draft of(Draft draft) {
    Article article = draft.getArticle();
    Article.Builder masked =
        Article.newBuilder(article)
            .setSourceId(masked(article.getSourceId()))
            .setSourcePath(article.getSourcePath().stream().map(masker::mask).toList())
            .setPublication(masked(article.getPublication()))
            .setIssue(masked(article.getIssue()))
            .setUrl(masked(article.getUrl()))
            .setSite(masked(article.getSite()))
            .setTitle(masker.mask(article.getTitle(), tally))
            .setTitleRaw(masked(article.getTitleRaw()))
            .setAuthors(article.getAuthors().stream().map(a -> masker.mask(a, tally)).toList())
            .setPublishedRaw(masked(article.getPublishedRaw()))
            .setSeries(masked(article.getSeries()))
            .setEditorNote(masked(article.getEditorNote()))
            .setLinks(links(article.getLinks()))
            .setDroppedSpans(dropped(article.getDroppedSpans()));
    String text = masker.mask(article.getText(), tally);
    Article finished =
        text.equals(article.getText())
            ? masked.build()
            : ArticleText.finish(masked, text, draft.getDeclaredLang());
    return Draft.newBuilder(draft)
        .setArticle(finished)
        .setLearningSite(masked(draft.getLearningSite()))
        .build();
  }

  private List<Link> links(List<Link> links) {
    List<Link> masked = new ArrayList<>(links.size());
    for (Link link : links) {
      masked.add(
          Link.newBuilder(link)
              .setUrl(masker.mask(link.getUrl(), tally))
              .setText(masked(link.getText()))
              .build());
    }
    return masked;
  }

  private List<DroppedSpan> dropped(List<DroppedSpan> spans) {
    List<DroppedSpan> masked = new ArrayList<>(spans.size());
    for (DroppedSpan span : spans) {
      masked.add(
          DroppedSpan.newBuilder(span)
              .setExcerpt(masker.maskHtml(span.getExcerpt(), tally))
              .build());
    }
    return masked;
  }

  private @Nullable String masked(@Nullable String field) {
    return masker.maskIfPresent(field, tally);
  }
}
