package io.winnow.clean;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import io.winnow.schema.Piece;
import java.util.List;
import net.dankito.readability4j.Readability4J;

/** The extractors that are compared: each takes the decoded page and gives the article's text. */
enum Extractors {
  /** Main content and the page's own metadata. */
  WINNOW {
    private final CleanSpec spec = CleanSpec.defaults();

    @Override
    String text(Piece page) {
      try {
        RawText raw = RawText.mended(page.getText(), List.of());
        Page read = HtmlPage.read(raw, url(page), SplitFiles.RUN.date(), false, spec);
        return read.text().text();
      } catch (OverCapException e) {
        return "";
      }
    }
  },

  /** All that the step does with a page: repair, boilerplate, language, kind, links as well. */
  WINNOW_CLEAN {
    private final ArticleCleaner cleaner = new ArticleCleaner(CleanSpec.defaults(), SplitFiles.RUN);

    @Override
    String text(Piece page) {
      return cleaner.clean(page) instanceof Cleaned.Kept kept
          ? kept.draft().getArticle().getText()
          : "";
    }
  },

  READABILITY4J {
    @Override
    String text(Piece page) {
      try {
        String text = new Readability4J(url(page), page.getText()).parse().getTextContent();
        return text == null ? "" : text;
      } catch (IllegalStateException e) {
        // On some pages it finds a candidate without a parent, and gives up.
        return "";
      }
    }
  },

  BOILERPIPE {
    @Override
    String text(Piece page) {
      try {
        return ArticleExtractor.INSTANCE.getText(page.getText());
      } catch (BoilerpipeProcessingException e) {
        throw new IllegalStateException(page.getSourceUri(), e);
      }
    }
  };

  abstract String text(Piece page);

  private static String url(Piece page) {
    return page.getUrl() == null ? "https://example.org/" : page.getUrl();
  }
}
