package io.winnow.story;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

import io.winnow.story.StoryReasons.Neighbour;
import io.winnow.story.StoryReasons.Standing;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryReasonsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 10);

  private final Map<String, ByteBuffer> signatures = new LinkedHashMap<>();

  @Test
  void twoSourcesOnOneProductAreOneStoryByItsName() {
    add("a", "one.example", DAY, "KiteForge 2 flies by itself", kite("The makers showed it."));
    add("b", "two.example", DAY.plusDays(3), "KiteForge 2 seen", kite("We tried it."));

    Neighbour link = reasons().between("a", "b").orElseThrow();

    assertThat(link.standing(), is(Standing.ONE_STORY));
    assertThat(link.score(), is(greaterThan(StoryReasons.LEAST)));
    assertThat(link.days(), is(3));
    assertThat(link.names().get(0).name(), startsWith("KiteForge"));
    assertThat(reasons().nearest("a", 5).get(0), is(link));
    assertThat(reasons().subjects("a").get(0), startsWith("KiteForge"));
  }

  @Test
  void oneSourceCannotConfirmItself() {
    add("a", "one.example", DAY, "KiteForge 2 flies by itself", kite("The makers showed it."));
    add("b", "one.example", DAY, "KiteForge 2 seen", kite("We tried it."));

    assertThat(
        reasons().between("a", "b").map(Neighbour::standing),
        is(Optional.of(Standing.SAME_SOURCE)));
  }

  @Test
  void aFortnightIsTheMost() {
    add("a", "one.example", DAY, "KiteForge 2 flies by itself", kite("The makers showed it."));
    add("b", "two.example", DAY.plusDays(15), "KiteForge 2 seen", kite("We tried it."));

    assertThat(
        reasons().between("a", "b").map(Neighbour::standing), is(Optional.of(Standing.TOO_FAR)));
  }

  @Test
  void whatHasNoNameInCommonIsNotNear() {
    add("a", "one.example", DAY, "KiteForge 2 flies by itself", kite("The makers showed it."));
    add("b", "two.example", DAY, "Bread of the week", "Rye and water, and a night of rest.");

    assertThat(reasons().nearest("b", 5), is(List.of()));
    assertThat(reasons().between("a", "b").orElseThrow().score(), is(lessThan(0.1)));
    assertThat(reasons().between("a", "c"), is(Optional.empty()));
  }

  @Test
  void scoresAreThoseThatTheRunLinkedBy() {
    add("a", "one.example", DAY, "KiteForge 2 flies by itself", kite("The makers showed it."));
    add("b", "two.example", DAY, "KiteForge 2 seen", kite("We tried it."));
    TermCounts counts = TermCounts.ofSize(TermCounts.sizeFor(2));
    List<StorySignature> read =
        signatures.entrySet().stream()
            .map(each -> SignatureBytes.read(each.getKey(), each.getValue()).orElseThrow())
            .toList();
    read.forEach(counts::add);
    Bucket bucket = new Bucket();
    for (StorySignature each : read) {
      Posted posted = Posted.of(Candidate.today(each), counts);
      for (int place : posted.places()) {
        bucket.add(place, posted);
      }
    }
    List<Double> scores = new java.util.ArrayList<>();
    bucket.link(link -> scores.add(link.score()));

    assertThat(scores, hasItem(reasons().between("b", "a").orElseThrow().score()));
  }

  private StoryReasons reasons() {
    return StoryReasons.of(signatures);
  }

  private static String kite(String more) {
    return "KiteForge 2 holds its height in a gale. "
        + more
        + " KiteForge 2 costs as much as a bicycle.";
  }

  private void add(String id, String source, LocalDate published, String title, String text) {
    signatures.put(
        id, SignatureBytes.of(Signatures.of(id, source, null, published, DAY, title, text)));
  }
}
