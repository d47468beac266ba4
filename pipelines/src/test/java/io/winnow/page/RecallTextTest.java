package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.winnow.dedupe.MeasuredRecall;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecallTextTest {
  @Test
  void saysWhatWasFoundAndHowSureThatIs() {
    MeasuredRecall recall = new MeasuredRecall(200, 12_345, 120, 120, 100, 95, 2, List.of());

    assertThat(
        RecallText.of(recall),
        is(
            "200 articles, chosen by hash, were compared with all 12,345 articles of this run and of history, one"
                + " by one and without any index. 120 pairs come near to repeating one another and were judged by their"
                + " texts: 100 true pairs, 95 found, 5 missed. That is a recall of 95.0 %, with 95 % confidence between"
                + " 88.8 % and 97.8 %. 2 more were taken for repetitions by estimate and, by the texts, just fell short."
                + " Equal texts are not counted: to find those takes no estimate."));
  }

  @Test
  void saysWhenOnlySomeWereLookedAt() {
    MeasuredRecall recall = new MeasuredRecall(200, 12_345, 5_000, 1_000, 900, 900, 0, List.of());

    assertThat(
        RecallText.of(recall),
        containsString(
            "; 1,000 of them, drawn by hash, were judged by their texts: 900 true pairs, 900 found, 0"));
  }

  @Test
  void claimsNoRecallWithoutAPair() {
    MeasuredRecall recall = new MeasuredRecall(1, 1, 0, 0, 0, 0, 0, List.of());

    assertThat(RecallText.of(recall), containsString("there is no true pair in the sample"));
    assertThat(RecallText.of(recall), not(containsString("recall of")));
  }
}
