package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.winnow.page.RunFacts.Sample;
import io.winnow.schema.Reject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InstructiveRejectsTest {
  @Test
  void thoseNearestToTheThresholdComeFirst() {
    List<Sample> chosen =
        chosen(
            List.of(
                reject("far", "link-farm", "a", 900, 0.99, 0.5),
                reject("near", "link-farm", "a", 10, 0.51, 0.5),
                reject("none", "link-farm", "a", 90_000, null, null),
                reject("below", "link-farm", "a", 10, 0.4, 0.5)));
    assertThat(chosen.stream().map(Sample::id).toList(), contains("near", "below", "far", "none"));
  }

  @Test
  void kindsAndFilesVaryBeforeTheLongestRepeat() {
    List<Reject> rejects = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rejects.add(reject("x" + i, "not-an-article", "big.md", 9_000 + i, null, null));
    }
    rejects.add(reject("other", "not-an-article", "small.md", 20, null, null));
    Reject imprint = reject("imprint", "not-an-article", "big.md", 10, null, null);
    rejects.add(Reject.newBuilder(imprint).setDetail("imprint").build());
    List<String> ids = chosen(rejects).stream().map(Sample::id).toList();
    assertThat(ids, hasSize(4));
    assertThat(ids, hasItems("x29", "other", "imprint"));
  }

  @Test
  void manyReasonsShareTheTable() {
    List<Reject> rejects = new ArrayList<>();
    for (int reason = 0; reason < 10; reason++) {
      for (int i = 0; i < 5; i++) {
        rejects.add(reject(reason + "-" + i, "reason-" + reason, "f" + i, 100 + i, null, null));
      }
    }
    List<Sample> chosen = chosen(rejects);
    assertThat(chosen, hasSize(14));
    assertThat(chosen.stream().map(Sample::reason).distinct().count(), is(10L));
    Collections.reverse(rejects);
    assertThat(chosen(rejects), equalTo(chosen));
  }

  private static List<Sample> chosen(List<Reject> rejects) {
    InstructiveRejects all = new InstructiveRejects();
    rejects.forEach(all::add);
    return all.chosen();
  }

  private static Reject reject(
      String id,
      String reason,
      String file,
      long bytes,
      @Nullable Double measured,
      @Nullable Double threshold) {
    return Reject.newBuilder(Rows.rejects().get(0))
        .setId(id)
        .setReason(reason)
        .setSourceUri(file)
        .setOriginalBytes(bytes)
        .setMeasured(measured)
        .setThreshold(threshold)
        .build();
  }
}
