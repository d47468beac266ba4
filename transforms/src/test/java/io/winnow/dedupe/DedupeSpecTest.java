package io.winnow.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DedupeSpecTest {
  private static final Seniority ORDER = Seniority.defaults();

  @Test
  void hasTheseDefaults() {
    assertThat(
        DedupeSpec.defaults(),
        is(new DedupeSpec(0.46, 0.8, 0.3, 171, 5, 32, 1_000, 10_000, 1_000, ORDER)));
    assertThat(
        DedupeSpec.defaults().withBuckets(4),
        is(new DedupeSpec(0.46, 0.8, 0.3, 171, 5, 4, 1_000, 10_000, 1_000, ORDER)));
  }

  @Test
  void refusesWhatMakesNoSenseAndSaysWhy() {
    refuses(
        "near must be above 0, at most 1, was: 1.5",
        () -> new DedupeSpec(1.5, 0.8, 0.3, 171, 5, 32, 1, 1, 1, ORDER));
    refuses(
        "contained must be above 0, at most 1, was: NaN",
        () -> new DedupeSpec(0.5, Double.NaN, 0.3, 171, 5, 32, 1, 1, 1, ORDER));
    refuses(
        "buckets must be at least 1, was: 0",
        () -> new DedupeSpec(0.5, 0.8, 0.3, 171, 5, 0, 1, 1, 1, ORDER));
    refuses(
        "rows must be at most 288, was: 289",
        () -> new DedupeSpec(0.5, 0.8, 0.3, 171, 289, 32, 1, 1, 1, ORDER));
  }

  private static void refuses(String message, Runnable spec) {
    Exception refused = assertThrows(IllegalArgumentException.class, spec::run);
    assertThat(refused.getMessage(), is(message));
  }
}
