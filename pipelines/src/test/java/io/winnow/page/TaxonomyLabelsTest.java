package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.winnow.tag.Section;
import io.winnow.tag.Taxonomy;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaxonomyLabelsTest {
  private final Taxonomy taxonomy = Taxonomy.bundled();
  private final SectionLabels labels = new TaxonomyLabels(taxonomy);

  @Test
  void sectionsKeepTheOrderOfTheFileAndOtherComesLast() {
    List<Integer> places =
        taxonomy.sections().stream().map(section -> labels.place(section.path())).toList();
    assertThat(places, equalTo(places.stream().sorted().toList()));
    assertThat(places, everyItem(lessThan(labels.place("a/models-label"))));
    assertThat(labels.place("a/models-label"), lessThan(labels.place(Taxonomy.OTHER)));
  }

  @Test
  void sectionsAndTagsHaveLabelsInBothLanguages() {
    for (Section section : taxonomy.sections()) {
      assertThat(labels.section(section.path(), Edition.ZH), equalTo(section.zh()));
      assertThat(labels.section(section.path(), Edition.EN), equalTo(section.en()));
    }
    String tag = taxonomy.concepts().get(0).id();
    assertThat(labels.tag(tag, Edition.EN), equalTo(taxonomy.concepts().get(0).en()));
    assertThat(labels.section(Taxonomy.OTHER, Edition.ZH), not(equalTo(Taxonomy.OTHER)));
  }

  @Test
  void whatTheTaxonomyDoesNotKnowKeepsItsName() {
    assertThat(labels.section("a model's label", Edition.ZH), equalTo("a model's label"));
    assertThat(labels.tag("no-such-tag", Edition.EN), equalTo("no-such-tag"));
  }
}
