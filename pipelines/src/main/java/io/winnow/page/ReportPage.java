package io.winnow.page;

import io.winnow.page.MarkdownWriter.Image;
import java.util.List;

/**
 * The text of a run's report: first whether all is well, then what became of what, then what is
 * worth a look. A chapter without anything to say is not there.
 */
final class ReportPage {
  /** Enough of an id to name it among millions. */
  private static final int SHORT_ID = 10;

  private final RunFacts facts;
  private final List<String> refusals;

  ReportPage(RunFacts facts, List<String> refusals) {
    this.facts = facts;
    this.refusals = List.copyOf(refusals);
  }

  String render(List<Image> charts) {
    MarkdownWriter page = new MarkdownWriter(new Anchors());
    VerdictChapter.write(page, facts, refusals);
    FlowChapter.write(page, facts, refusals.isEmpty());
    BeforeChapter.write(page, facts);
    if (!charts.isEmpty()) {
      page.heading(2, Inline.text("Charts"));
      page.images(charts);
    }
    RejectsChapter.write(page, facts.samples());
    PairsChapter.write(page, facts.pairs());
    RecallChapter.write(page, facts.recall());
    DroppedChapter.write(page, facts);
    TermsChapter.write(page, facts.unknownTerms());
    StoriesChapter.write(page, facts.stories());
    FilesChapter.write(page, facts);
    TimeChapter.write(page, facts.timings());
    return page.page();
  }

  static Inline id(String id) {
    return Inline.code(shortId(id));
  }

  /** As much of an id as a report shows. */
  static String shortId(String id) {
    return id.substring(0, Math.min(SHORT_ID, id.length()));
  }
}
