package io.winnow.tag.section;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.winnow.tag.section.SectionReasons.Spoken;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectionReasonsTest {
  private static final SectionModel MODEL =
      new SectionTrainer(4, state -> {}).train(Rows.gardenAndCode()).model();

  @Test
  void theAnswerIsTheFirstLabel() {
    SectionText text =
        SectionText.of("Roses and tomatoes in the morning sun", "The compiler waits.");

    SectionReasons reasons = MODEL.reasons(text);

    assertThat(reasons.labels().get(0).label(), is(MODEL.predict(text).label()));
    assertThat(
        reasons.labels().get(0).probability(), closeTo(MODEL.predict(text).probability(), 1e-12));
  }

  @Test
  void wordsOfEachSideSpeakForIt() {
    SectionReasons reasons =
        MODEL.reasons(SectionText.of("Roses and tomatoes in the sun", "The compiler waits."));

    assertThat(weight(reasons, "tomatoes"), is(greaterThan(0.0)));
    assertThat(weight(reasons, "compiler"), is(lessThan(0.0)));
  }

  @Test
  void whatIsToldAddsUpToTheDifference() {
    SectionText text = SectionText.of("给玫瑰和番茄浇水", "编译器停了。 Roses.");
    SectionReasons reasons = MODEL.reasons(text);
    double told = reasons.evidence().stream().mapToDouble(Spoken::weight).sum();
    double ratio =
        Math.log(reasons.labels().get(0).probability() / reasons.labels().get(1).probability());
    List<String> labels = MODEL.labels();
    double bias =
        MODEL.bias()[labels.indexOf(reasons.labels().get(0).label())]
            - MODEL.bias()[labels.indexOf(reasons.labels().get(1).label())];

    assertThat(MODEL.steepness() * (told + bias), is(closeTo(ratio, 1e-4)));
  }

  private static double weight(SectionReasons reasons, String word) {
    return reasons.evidence().stream()
        .filter(each -> each.what().equals(word))
        .mapToDouble(Spoken::weight)
        .sum();
  }
}
