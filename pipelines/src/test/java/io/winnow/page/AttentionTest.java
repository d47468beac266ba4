package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.winnow.page.RunFacts.Before;
import io.winnow.page.RunFacts.ByModel;
import io.winnow.page.RunFacts.Timings;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Reject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttentionTest {
  private final RunFactsCollector run = new RunFactsCollector(Rows.RUN, null);

  @Test
  void aRunLikeTheOneBeforeNeedsNone() {
    file("a.md", "read", 40, 37, 3);
    rejects(3, "no-text");
    file("b.md", "unchanged", 0, 0, 0);
    assertThat(troubles(null), empty());
    assertThat(troubles(before(2, 1, 50, 2, true)), empty());
  }

  @Test
  void filesThatCouldNotBeReadAreNamed() {
    file("ok.md", "read", 40, 40, 0);
    for (int i = 0; i < 7; i++) {
      file("broken-" + i + ".zip", "unreadable", 1, 0, 1);
    }
    rejects(7, "corrupt");
    assertThat(
        troubles(null),
        contains(
            "7 files could not be read: broken-0.zip, broken-1.zip, broken-2.zip, broken-3.zip, broken-4.zip and 2"
                + " more. ./winnow inspect FILE says why."));
  }

  @Test
  void aFileOfRejectsOnlyIsNamedAndOneOfDuplicatesIsNot() {
    file("menu.html", "read", 1, 0, 1);
    file("again.md", "read", 5, 0, 0);
    file("empty-of-new.md", "unchanged", 0, 0, 0);
    rejects(1, "index-page");
    assertThat(
        troubles(null),
        contains(
            startsWith(
                "1 file was read and gave neither an article nor a duplicate: menu.html. ./winnow")));
  }

  @Test
  void aJumpOfRejectsIsTold() {
    file("a.md", "read", 100, 80, 20);
    rejects(4, "no-text");
    rejects(16, "cookie-wall");
    String told =
        "20 % of the pieces are rejects, after 2 % in run before, most of them cookie-wall."
            + " Rejects worth a look has examples; --maxRejects=SHARE would refuse such a run.";
    assertThat(troubles(before(1, 1, 100, 2, true)), contains(told));
    assertThat(troubles(before(1, 1, 100, 12, true)), empty());
    assertThat(troubles(before(1, 1, 100, 2, false)), empty());
    assertThat(troubles(null), empty());
  }

  @Test
  void anInputThatShrankIsTold() {
    file("a.md", "read", 10, 10, 0);
    assertThat(
        troubles(before(12, 1, 10, 0, true)),
        contains(
            allOf(
                startsWith("Only 1 file is there, after 12 in run before."),
                containsString("--maxDrop=SHARE"))));
    assertThat(
        troubles(before(2, 2, 400, 0, true)),
        contains(
            startsWith("1 file gave only 10 pieces; run before had 400 from 2. Are exports cut")));
    assertThat(troubles(before(4, 4, 400, 0, true)), empty());
    assertThat(troubles(before(12, 2, 400, 0, false)), empty());
  }

  @Test
  void modelsThatDoNotFitAreTold() {
    file("a.md", "read", 40, 40, 0);
    run.addByModel(
        new ByModel(3, Tally.of(java.util.stream.Stream.of("a", "a", "b", "c")), 0, 7, 0, 9));
    assertThat(
        troubles(null),
        hasItem(
            startsWith("The model's summary was taken for only 3 of 7 articles (a 2, b 1, c 1)")));
  }

  private List<String> troubles(@Nullable Before before) {
    return Attention.of(run.facts(before, Timings.NONE)).stream().map(Inline::plain).toList();
  }

  private static Before before(long files, long read, long split, long rejects, boolean same) {
    return new Before(
        "before",
        LocalDate.parse("2026-02-09"),
        same,
        files,
        read,
        split,
        split - rejects,
        0,
        rejects,
        Tally.NONE,
        Tally.NONE);
  }

  private void file(String uri, String status, int split, int published, int rejects) {
    run.add(
        LedgerEntry.newBuilder(Rows.ledger().get(0))
            .setSourceUri(uri)
            .setStatus(status)
            .setSplit(split)
            .setPublished(published)
            .setRejects(rejects)
            .setDuplicates(split - published - rejects)
            .setLines(split)
            .setLinesPublished(published)
            .setLinesRejects(rejects)
            .setLinesDuplicates(split - published - rejects)
            .setLinesFrame(0)
            .build());
  }

  private void rejects(int count, String reason) {
    for (int i = 0; i < count; i++) {
      run.add(Reject.newBuilder(Rows.rejects().get(0)).setReason(reason).build());
    }
  }
}
