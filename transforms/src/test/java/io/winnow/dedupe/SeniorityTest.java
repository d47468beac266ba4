package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.dedupe.Seniority.Key;
import io.winnow.schema.Fingerprint;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeniorityTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

  /** Each is better than the next by one key alone, and worse by all keys behind that. */
  private static final List<Fingerprint> DESCENDING =
      List.of(
          make("1", 6, null, 1, 0, null, "z", 9),
          make("2", 7, "https://x.org/1", 2, 0, null, "z", 9),
          make("3", 7, null, 9, 0, null, "z", 9),
          make("4", 7, null, 8, 5, null, "z", 9),
          make("5", 7, null, 8, 4, DAY, "z", 9),
          make("6", 7, null, 8, 4, DAY.plusDays(1), "z", 9),
          make("7", 7, null, 8, 4, null, "y", 9),
          make("8", 7, null, 8, 4, null, "z", 1),
          make("8a", 7, null, 8, 4, null, "z", 2),
          make("9", 7, null, 8, 4, null, "z", 2));

  @Test
  void theFirstKeyThatDiffersDecides() {
    assertThat(sorted(Seniority.defaults()), is("1 2 3 4 5 6 7 8 8a 9"));
  }

  @Test
  void keysThatAreNamedDecideFirstButNeverBeforeTheRun() {
    assertThat(
        sorted(Seniority.defaults().first(List.of(Key.EARLIEST))), is("1 5 6 2 3 4 7 8 8a 9"));
    assertThat(
        sorted(Seniority.defaults().first(List.of(Key.LONGEST))), is("1 3 4 5 6 7 8 8a 9 2"));
    assertThat(
        sorted(Seniority.defaults().first(List.of(Key.RICHEST, Key.EARLIEST))),
        is("1 4 5 6 7 8 8a 9 2 3"));
  }

  @Test
  void aPreferredSourceDecidesAfterTheOtherKeysUnlessItIsNamed() {
    Seniority preferred =
        Seniority.defaults().withSources(List.of(new SourceGlob("w"), new SourceGlob("z")));

    assertThat(sorted(preferred), is("1 2 3 4 5 6 8 8a 9 7"));
    assertThat(sorted(preferred.first(List.of(Key.SOURCE))), is("1 2 3 4 5 6 8 8a 9 7"));
    assertThat(
        sorted(
            Seniority.defaults()
                .withSources(List.of(new SourceGlob("y")))
                .first(List.of(Key.SOURCE))),
        is("1 7 2 3 4 5 6 8 8a 9"));
  }

  @Test
  void everyKeyIsThereOnce() {
    assertThrows(IllegalArgumentException.class, () -> new Seniority(List.of(Key.URL), List.of()));
    assertThat(Seniority.defaults().first(List.of()).keys(), is(Arrays.asList(Key.values())));
  }

  private static String sorted(Comparator<Fingerprint> order) {
    return String.join(
        " ",
        DESCENDING.stream()
            .sorted(Comparator.comparing(Fingerprint::getId).reversed())
            .sorted(order)
            .map(Fingerprint::getId)
            .toList());
  }

  private static Fingerprint make(
      String id,
      long sequence,
      @Nullable String url,
      int chars,
      int metadata,
      @Nullable LocalDate day,
      String source,
      int ordinal) {
    return Fingerprint.newBuilder(Drafts.article(id, "text").today())
        .setRunSequence(sequence)
        .setUrl(url)
        .setChars(chars)
        .setMetadata(metadata)
        .setPublished(day)
        .setSourceUri(source)
        .setSourceOrdinal(ordinal)
        .build();
  }
}
