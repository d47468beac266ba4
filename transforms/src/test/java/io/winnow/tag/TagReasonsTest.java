package io.winnow.tag;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.winnow.tag.TagReasons.Mention;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TagReasonsTest {
  private static final Taxonomy TAXONOMY =
      new Taxonomy(
          List.of(
              new Section(
                  "craft", "工艺", "Craft", List.of(), List.of("workshop"), List.of(), List.of()),
              new Section(
                  "craft/tea", "茶", "Tea", List.of(), List.of("brew", "采茶"), List.of(), List.of())),
          List.of(
              new Concept(
                  "kettle",
                  "水壶",
                  "kettle",
                  List.of("kettle", "水壶"),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  "craft/tea",
                  List.of(),
                  List.of())));

  private static final TagReasons REASONS =
      TagReasons.of(
          TAXONOMY, "A kettle", "We brew in a workshop. 水壶 and kettle, brew again, brew.");

  @Test
  void countsHowOftenATagIsNamedAndWhere() {
    assertThat(REASONS.tag("kettle"), is(Optional.of(new Mention("kettle", 1, 2, 3))));
    assertThat(REASONS.tag("other"), is(Optional.empty()));
  }

  @Test
  void aSectionIsSpokenForByItsTermsItsTagsAndTheSectionAbove() {
    assertThat(
        REASONS.section("craft/tea").stream().map(Mention::name).toList(),
        is(List.of("brew", "kettle", "workshop")));
    assertThat(REASONS.section("craft"), not(empty()));
    assertThat(REASONS.section("sea"), is(empty()));
  }
}
