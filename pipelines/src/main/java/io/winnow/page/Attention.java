package io.winnow.page;

import static io.winnow.page.Figures.count;

import io.winnow.page.RunFacts.Before;
import io.winnow.page.RunFacts.Flow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a run an operator should look at, each with what to do. The limits are such that a run
 * like those before it says nothing; few pieces prove nothing.
 */
final class Attention {
  private static final int FEW = 5;
  private static final int LEAST_PIECES = 20;
  private static final double JUMP = 0.1;
  private static final double HALF = 0.5;
  private static final double GOOD_RECALL = 0.9;

  private final RunFacts facts;
  private final Flow flow;
  private final List<Inline> troubles = new ArrayList<>();

  private Attention(RunFacts facts) {
    this.facts = facts;
    this.flow = facts.flow();
  }

  static List<Inline> of(RunFacts facts) {
    Attention all = new Attention(facts);
    all.balance();
    all.files();
    all.rejects();
    all.size();
    all.models();
    all.recall();
    return List.copyOf(all.troubles);
  }

  private void balance() {
    if (!flow.piecesAddUp() || !flow.linesAddUp()) {
      add("The counts do not add up. That is a defect of Winnow: keep the input, and report it.");
    }
  }

  private void files() {
    RunFacts.Troubled unreadable = facts.input().unreadableFiles();
    if (unreadable.count() > 0) {
      add(
          count(unreadable.count(), "file", "files") + " could not be read: {}. {} says why.",
          names(unreadable),
          Inline.code("./winnow inspect FILE"));
    }
    RunFacts.Troubled barren = facts.input().barrenFiles();
    if (barren.count() > 0) {
      add(
          count(barren.count(), "file was read and gave", "files were read and gave")
              + " neither an article nor a duplicate: {}. {} shows what becomes of its pieces; {} spares"
              + " those that are refused for their quality.",
          names(barren),
          Inline.code("./winnow inspect FILE"),
          Inline.code("--quality=none"));
    }
  }

  private void rejects() {
    Before before = comparable();
    double share = share(flow.rejects(), flow.split());
    double last = before == null ? 0 : share(before.rejects(), before.split());
    boolean jumped = before != null && before.split() > 0 && share - last >= JUMP;
    if (flow.rejects() < FEW || (!jumped && share <= HALF)) {
      return;
    }
    add(
        Figures.percent(share)
            + " of the pieces are rejects"
            + (before == null
                ? ""
                : ", after " + Figures.percent(last) + " in run " + before.runId())
            + mostOf(before)
            + ". {} has examples; {} would refuse such a run.",
        Inline.text("Rejects worth a look").toAnchor("rejects-worth-a-look"),
        Inline.code("--maxRejects=SHARE"));
  }

  private String mostOf(@Nullable Before before) {
    if (facts.rejects().isEmpty()) {
      return "";
    }
    Tally.Count most =
        before == null
            ? facts.rejects().counts().get(0)
            : facts.rejects().growthSince(before.reasons()).counts().get(0);
    return ", most of them " + most.name();
  }

  private void size() {
    Before before = comparable();
    if (before == null) {
      return;
    }
    long files = facts.input().files();
    long read = files - facts.input().unchanged() - facts.input().unreadable();
    if (before.files() >= FEW && files < before.files() * HALF) {
      add(
          "Only "
              + count(files, "file is", "files are")
              + " there, after "
              + count(before.files())
              + " in run "
              + before.runId()
              + ". Is a folder missing from {}? {} would refuse such a run.",
          Inline.code("--input"),
          Inline.code("--maxDrop=SHARE"));
    } else if (before.split() >= LEAST_PIECES
        && read >= before.read() * HALF
        && flow.split() < before.split() * HALF) {
      add(
          count(read, "file", "files")
              + " gave only "
              + count(flow.split(), "piece", "pieces")
              + "; run "
              + before.runId()
              + " had "
              + count(before.split())
              + " from "
              + count(before.read())
              + ". Are exports cut short? {} would refuse such a run.",
          Inline.code("--maxDrop=SHARE"));
    }
  }

  private void models() {
    RunFacts.ByModel summaries = facts.byModel();
    if (summaries != null && summaries.kept().total() > summaries.taken()) {
      add(
          "The model's summary was taken for only "
              + count(summaries.taken())
              + " of "
              + count(summaries.taken() + summaries.kept().total(), "article", "articles")
              + " ("
              + Figures.named(summaries.kept())
              + "); the others keep their extractive one. See {}.",
          Inline.code("docs/llm.md"));
    }
    RunFacts.SectionsByModel sections = facts.sectionsByModel();
    if (sections != null && sections.unsure() > flow.published() * HALF) {
      add(
          "The section model is unsure of "
              + count(sections.unsure())
              + " of "
              + count(flow.published(), "article", "articles")
              + ": it does not fit these sources. {} learns one from rows of them.",
          Inline.code("./winnow train"));
    }
  }

  private void recall() {
    var recall = facts.recall();
    if (recall != null && recall.truePairs() >= FEW && recall.high() < GOOD_RECALL) {
      add(
          "Of "
              + count(recall.truePairs(), "true pair", "true pairs")
              + " in a sample only "
              + count(recall.found())
              + " were found: see {}.",
          Inline.text("Missed duplicates, estimated").toAnchor("missed-duplicates-estimated"));
    }
  }

  private @Nullable Before comparable() {
    Before before = facts.before();
    return before != null && before.sameInput() ? before : null;
  }

  private void add(String template, Inline... parts) {
    troubles.add(Inline.fill(template, List.of(parts)));
  }

  private static Inline names(RunFacts.Troubled files) {
    Inline first =
        Inline.joined(", ", files.first().stream().map(name -> Inline.code(name)).toList());
    long more = files.count() - files.first().size();
    return more == 0 ? first : first.then(Inline.words(" and " + count(more) + " more"));
  }

  private static double share(long part, long all) {
    return all == 0 ? 0 : (double) part / all;
  }
}
