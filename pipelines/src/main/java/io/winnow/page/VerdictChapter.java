package io.winnow.page;

import static io.winnow.page.Figures.count;

import io.winnow.page.RunFacts.Flow;
import java.util.List;

/** Says in a sentence whether all is well, and else what is not and what to do about it. */
final class VerdictChapter {
  private VerdictChapter() {}

  static void write(MarkdownWriter page, RunFacts facts, List<String> refusals) {
    String state = refusals.isEmpty() ? "published" : "refused";
    page.heading(1, Inline.text("Run " + facts.run().id() + " · " + state));
    List<Inline> troubles = Attention.of(facts);
    if (!refusals.isEmpty()) {
      page.paragraph(Inline.text("Refused: nothing of this run was published.").bold());
      page.bullets(refusals.stream().map(Inline::text).toList());
      if (!troubles.isEmpty()) {
        page.paragraph(Inline.text("What may be behind it:"));
      }
    } else if (troubles.isEmpty()) {
      page.paragraph(
          Inline.text(outcome(facts) + ".").bold().then(Inline.words(" " + allIsWell(facts))));
    } else {
      page.paragraph(
          Inline.text(
                  outcome(facts)
                      + "; "
                      + count(troubles.size(), "thing needs", "things need")
                      + " a look:")
              .bold());
    }
    page.bullets(troubles);
  }

  private static String outcome(RunFacts facts) {
    return "Published "
        + count(facts.flow().published(), "article", "articles")
        + " from "
        + count(facts.input().read(), "file", "files");
  }

  private static String allIsWell(RunFacts facts) {
    Flow flow = facts.flow();
    if (flow.split() == 0) {
      return facts.input().unchanged() > 0
          ? "Nothing is new: all files were read by earlier runs."
          : "There was nothing to read.";
    }
    return "Nothing needs a look: every file could be read, every piece and every line is accounted"
        + " for.";
  }
}
