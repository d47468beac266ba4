package io.winnow.tag;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.winnow.tag.TagReasons.Mention;
import io.winnow.tag.TagReasons.NamedTag;
import io.winnow.tag.TagReasons.Place;
import java.util.List;
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
          TAXONOMY,
          Articles.of("A kettle", "We brew in a workshop. 水壶 and kettle, brew again, brew."));

  @Test
  void countsHowOftenATagIsNamedAndWhere() {
    NamedTag tag = REASONS.tags().get(0);

    assertThat(tag.mention().name(), is("kettle"));
    assertThat(
        List.of(tag.mention().title(), tag.mention().lead(), tag.mention().all()),
        is(List.of(1, 2, 3)));
    assertThat(
        tag.mention().places(),
        is(List.of(new Place("kettle", -8), new Place("水壶", 23), new Place("kettle", 30))));
  }

  @Test
  void aTagHasTheScoreThatItsPointsMake() {
    NamedTag tag = REASONS.tags().get(0);

    assertThat(
        tag.score(), closeTo(1 - Math.exp(-(tag.title() + tag.lead() + tag.often()) / 4), 1e-6));
    assertThat(REASONS.again(5).get(0).getScore(), is(tag.score()));
    assertThat(REASONS.leastOfATag(), is(0.5));
  }

  @Test
  void aSectionIsSpokenForByItsTermsItsTagsAndTheSectionAbove() {
    assertThat(
        REASONS.section("craft/tea").stream().map(Mention::name).toList(),
        is(List.of("workshop", "brew", "kettle")));
    assertThat(REASONS.section("craft"), not(empty()));
    assertThat(REASONS.section("sea"), is(empty()));
  }

  @Test
  void thePointsOfASectionAreThoseOfWhatSpeaksForIt() {
    double sum = REASONS.section("craft/tea").stream().mapToDouble(Mention::points).sum();

    assertThat(REASONS.sections().get(0).path(), is("craft/tea"));
    assertThat(REASONS.sections().get(0).points(), closeTo(sum, 1e-9));
    assertThat(REASONS.sectionAgain(), is("craft/tea"));
    assertThat(REASONS.isByHeading(), is(false));
  }

  @Test
  void aHeadingDecidesAlone() {
    TagReasons placed =
        TagReasons.of(TAXONOMY, Articles.under("A spoon", "Of wood.", "Craft", "茶"));

    assertThat(placed.isByHeading(), is(true));
    assertThat(placed.sectionAgain(), is("craft/tea"));
  }
}
