package io.winnow.reject;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.winnow.run.RunInfo;
import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RejectsTest {
  private static final RunInfo RUN = new RunInfo("r1", LocalDate.of(2026, 3, 1), 1);

  @Test
  void keepsThePlaceAndTheOriginalOfAPiece() {
    Reject reject = reject("封面\n");
    assertThat(reject.getRunId(), is("r1"));
    assertThat(reject.getFirstSeen(), is(RUN.date()));
    assertThat(reject.getId(), is("0123"));
    assertThat(reject.getStartLine(), is(3));
    assertThat(reject.getEndLine(), is(4));
    assertThat(reject.getLines(), is(1));
    assertThat(reject.getStage(), is("split"));
    assertThat(reject.getReason(), is("not-an-article"));
    assertThat(reject.getDetail(), is("cover"));
    assertThat(reject.getOriginal(), is("封面\n"));
    assertThat(reject.getOriginalBytes(), is(7L));
  }

  @Test
  void cutsALongOriginalBetweenCharactersAndCountsAllOfIt() {
    String text = "水".repeat(30_000) + "😀".repeat(3);
    Reject reject = reject(text);
    byte[] kept = reject.getOriginal().getBytes(StandardCharsets.UTF_8);
    assertThat(kept.length, lessThanOrEqualTo(Rejects.MAX_ORIGINAL_BYTES));
    assertThat(reject.getOriginal(), is("水".repeat(Rejects.MAX_ORIGINAL_BYTES / 3)));
    assertThat(reject.getOriginalBytes(), is(90_012L));
  }

  private static Reject reject(String text) {
    Piece piece =
        Piece.newBuilder()
            .setId("0123")
            .setSourceUri("a.txt")
            .setSourceFormat("text")
            .setSourceOrdinal(0)
            .setStartLine(3)
            .setEndLine(4)
            .setLines(1)
            .setCharset("UTF-8")
            .setCharsetConfidence(1)
            .setSplitDetector("single")
            .setSplitScore(0.5)
            .setMedia("text")
            .setText(text)
            .build();
    return Rejects.of(RUN, piece, "split", RejectReason.NOT_AN_ARTICLE, "cover");
  }
}
