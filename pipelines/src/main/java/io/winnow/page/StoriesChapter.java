package io.winnow.page;

import static io.winnow.page.Figures.count;

import io.winnow.page.ReportTable.Column;
import java.util.List;

/** Shows what several sources of the run tell. */
final class StoriesChapter {
  private static final int MAX_LABEL = 80;
  private static final int SHOWN = 5;

  private StoriesChapter() {}

  static void write(MarkdownWriter page, RunFacts.Stories stories) {
    if (stories.largest().isEmpty()) {
      return;
    }
    page.heading(2, Inline.text("Stories"));
    page.paragraph(
        Inline.fill(
            count(stories.count(), "story", "stories")
                + " of "
                + count(stories.articles())
                + " articles of this run; those of most articles, with the first of their ids. {} after one of"
                + " them tells the whole story, earlier runs and all.",
            List.of(Inline.code("./winnow explain --output=DIR"))));
    ReportTable table =
        new ReportTable(
            Column.text("story"),
            Column.number("articles"),
            Column.number("sources"),
            Column.text("ids"));
    for (RunFacts.Story story : stories.largest()) {
      table.row(
          Inline.text(story.label(), MAX_LABEL),
          Inline.text(count(story.articles())),
          Inline.text(count(story.sources())),
          Inline.joined(" ", story.ids().stream().map(ReportPage::id).toList()));
    }
    table.write(page, SHOWN, "stories");
  }
}
