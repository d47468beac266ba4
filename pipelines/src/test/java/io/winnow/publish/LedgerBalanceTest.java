package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.publish.PublishException.RunRefused;
import io.winnow.schema.LedgerEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerBalanceTest {
  private static final Tally TWO = new Tally(2, 20);
  private static final Tally ONE = new Tally(1, 5);
  private static final Tally REST = new Tally(1, 1);

  private final LedgerEntry part = SampleRun.of("r1").ledger("a.txt");

  @Test
  void fillsInWhatTheFilesHold() throws RunRefused {
    LedgerEntry row =
        balance(Map.of("a.txt", TWO), Map.of("a.txt", ONE), Map.of("a.txt", REST))
            .complete(List.of(part), List.of("a.txt"))
            .get(0);

    assertThat(row.getPublished(), equalTo(2));
    assertThat(row.getDuplicates(), equalTo(1));
    assertThat(row.getRejects(), equalTo(1));
    assertThat(row.getLinesPublished(), equalTo(20));
    assertThat(row.getLinesDuplicates(), equalTo(5));
    assertThat(row.getLinesRejects(), equalTo(1));
  }

  @Test
  void refusesALostPiece() {
    assertThat(
        refusal(
            balance(Map.of("a.txt", TWO), Map.of("a.txt", ONE), Map.of()), List.of(part), "a.txt"),
        containsString("a.txt: 4 pieces were split, but 2 articles + 1 duplicates + 0 rejects"));
  }

  @Test
  void refusesADoubledPiece() {
    assertThat(
        refusal(
            balance(
                Map.of("a.txt", TWO.plus(new Tally(1, 0))),
                Map.of("a.txt", ONE),
                Map.of("a.txt", REST)),
            List.of(part),
            "a.txt"),
        containsString("4 pieces were split, but 3 articles"));
  }

  @Test
  void refusesALostLine() {
    assertThat(
        refusal(
            balance(Map.of("a.txt", new Tally(2, 19)), Map.of("a.txt", ONE), Map.of("a.txt", REST)),
            List.of(part),
            "a.txt"),
        containsString("a.txt: 28 lines were read, but 2 in frames + 19 in articles"));
  }

  @Test
  void refusesRowsOfASourceThatNobodyRead() {
    assertThat(
        refusal(
            balance(
                Map.of("a.txt", TWO, "b.txt", ONE), Map.of("a.txt", ONE), Map.of("a.txt", REST)),
            List.of(part),
            "a.txt"),
        containsString("b.txt: rows were written, but it is not in the ledger"));
  }

  @Test
  void refusesAMatchedFileThatIsNotInTheLedger() {
    assertThat(
        refusal(
            balance(Map.of("a.txt", TWO), Map.of("a.txt", ONE), Map.of("a.txt", REST)),
            List.of(part),
            "a.txt",
            "b.txt"),
        containsString("b.txt: the file was matched, but it is not in the ledger"));
  }

  @Test
  void findsAFileInTheLedgerByItsMembers() throws RunRefused {
    LedgerEntry member =
        LedgerEntry.newBuilder(part)
            .setSourceUri("a.zip!/in.zip!/b.txt")
            .setContainer("a.zip!/in.zip")
            .setSplit(0)
            .setLines(2)
            .build();

    assertThat(
        balance(Map.of(), Map.of(), Map.of()).complete(List.of(member), List.of("a.zip")).size(),
        equalTo(1));
  }

  @Test
  void joinsTheWindowsOfOneSource() throws RunRefused {
    LedgerEntry first =
        LedgerEntry.newBuilder(part).setBytes(10).setSha256("half").setSplit(1).setLines(8).build();
    LedgerEntry last =
        LedgerEntry.newBuilder(part).setSplit(3).setLines(20).setLinesFrame(0).build();

    List<LedgerEntry> ledger =
        balance(Map.of("a.txt", TWO), Map.of("a.txt", ONE), Map.of("a.txt", REST))
            .complete(List.of(last, first), List.of());

    assertThat(ledger.stream().map(LedgerEntry::getSplit).toList(), contains(4));
    assertThat(ledger.get(0).getLines(), equalTo(28));
    assertThat(ledger.get(0).getSha256(), equalTo(part.getSha256()));
  }

  @Test
  void callsASourceReadWhenOnlyItsLastWindowWasNot() throws RunRefused {
    LedgerEntry tail =
        LedgerEntry.newBuilder(part)
            .setBytes(2000)
            .setStatus("unreadable")
            .setDetector(null)
            .setSplit(0)
            .setLines(0)
            .setLinesFrame(0)
            .build();

    LedgerEntry row =
        balance(Map.of("a.txt", TWO), Map.of("a.txt", ONE), Map.of("a.txt", REST))
            .complete(List.of(tail, part), List.of())
            .get(0);

    assertThat(row.getStatus(), equalTo("read"));
    assertThat(row.getDetector(), equalTo("stream"));
    assertThat(row.getBytes(), equalTo(2000L));
  }

  @Test
  void namesTheFirstProblemsAndCountsTheRest() {
    List<LedgerEntry> parts =
        java.util.stream.IntStream.range(10, 35)
            .mapToObj(
                i -> LedgerEntry.newBuilder(part).setSourceUri("s" + i).setLinesFrame(28).build())
            .toList();

    assertThat(
        refusal(balance(Map.of(), Map.of(), Map.of()), parts),
        allOf(containsString("s10: 4 pieces"), containsString("and 15 more")));
  }

  private static LedgerBalance balance(
      Map<String, Tally> articles, Map<String, Tally> duplicates, Map<String, Tally> rejects) {
    return new LedgerBalance(articles, duplicates, rejects);
  }

  private static String refusal(LedgerBalance balance, List<LedgerEntry> parts, String... inputs) {
    RunRefused refused =
        assertThrows(RunRefused.class, () -> balance.complete(parts, List.of(inputs)));
    assertThat(refused.exitCode(), equalTo(4));
    return refused.getMessage();
  }
}
