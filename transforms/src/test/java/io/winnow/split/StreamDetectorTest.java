package io.winnow.split;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.winnow.read.Dump;
import io.winnow.read.DumpText;
import io.winnow.read.SourceFormat;
import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamDetectorTest {
  private static final Dump STREAM = Dumps.sample(SourceFormat.TEXT, "stream.txt");
  private static final SplitDump SPLIT = new Splitter(Dumps.RUN).split(STREAM);

  @Test
  void cutsWherePostsMeetWithoutAnyDelimiter() {
    assertThat(SPLIT.ledger().getDetector(), is("stream"));
    assertThat(
        SPLIT.pieces().stream().map(piece -> head(piece.getText())).toList(),
        contains("by muy", "摘要:一块豆", "本文永久链接", "The Li", "See th", "本文永久链接", "See th"));
  }

  @Test
  void keepsTheWholePageTogetherUpToItsCopyrightOrPrompt() {
    List<String> lastLines =
        SPLIT.pieces().stream()
            .map(piece -> piece.getText().lines().reduce((before, last) -> last).orElseThrow())
            .map(StreamDetectorTest::head)
            .toList();
    assertThat(
        lastLines, contains("(本篇完)", "Prompt", "© 2026", "Well, ", "Sorry ", "© 2026", "Sorry "));
  }

  @Test
  void rejectsATitleWhosePostIsNotThere() {
    Reject orphan = SPLIT.rejects().get(0);
    assertThat(orphan.getReason(), is("not-an-article"));
    assertThat(orphan.getDetail(), is("orphan-title"));
    assertThat(orphan.getStartLine(), is(1));
    assertThat(orphan.getEndLine(), is(1));
  }

  @Test
  void keepsTwoCopiesOfAPostApartById() {
    Piece first = SPLIT.pieces().get(4);
    Piece copy = SPLIT.pieces().get(6);
    assertThat(copy.getText(), is(first.getText()));
    assertThat(copy.getId(), not(is(first.getId())));
  }

  @Test
  void leavesEveryPostOfTheStreamWholeWhenItComesAlone() {
    for (Piece piece : SPLIT.pieces()) {
      SplitDump alone = new Splitter(Dumps.RUN).split(Dumps.of(SourceFormat.TEXT, piece.getText()));
      assertThat(piece.getText(), alone.ledger().getDetector(), is("single"));
    }
  }

  @Test
  void saysWhyItCut() {
    Proposal best = new Splitter(Dumps.RUN).explain(STREAM).get(0);
    List<String> cues = best.layout().parts().get(3).cues().stream().map(Cue::name).toList();
    assertThat(cues, hasItem("head-block"));
    assertThat(cues, hasItem("tail-block-ends"));
  }

  @Test
  void cutsTheSameWithWindowsLineEnds() {
    String crlf = STREAM.text().text().replace("\n", "\r\n");
    SplitDump split =
        new Splitter(Dumps.RUN)
            .split(Dumps.of("dump.txt", SourceFormat.TEXT, DumpText.ofUtf8(crlf)));
    assertThat(
        split.pieces().stream().map(Piece::getStartLine).toList(),
        is(SPLIT.pieces().stream().map(Piece::getStartLine).toList()));
  }

  private static String head(String text) {
    return text.substring(0, Math.min(6, text.length()));
  }
}
