package io.winnow.summarize;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.winnow.schema.Article;
import io.winnow.summarize.SummaryReasons.Measured;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryReasonsTest {
  private static final String MILL =
      "Welcome back, dear readers. The water mill at Aldbrook grinds 40 tonnes of rye a year. Its wheel was built by"
          + " the carpenter Ruth Ames in 1911. She cut it from the oak of a ship. Why does it still turn? The mill"
          + " earns more from visitors than from flour. The Aldbrook mill grinds some 40 tonnes of rye in a year. In"
          + " winter the stream freezes, and the stones stand still for weeks. Its keepers grease the axle every"
          + " morning. The council pays for the roof, and nobody pays for the stones.";

  private static Article mill() {
    return new Summarizer(SummarySpec.defaults())
        .summarize(Texts.article("en", "The water mill at Aldbrook", MILL));
  }

  @Test
  void measuresThePublishedSentencesAgain() {
    Article article = mill();

    SummaryReasons reasons = SummaryReasons.of(article, SummarySpec.defaults());

    assertThat(reasons.isSame(), is(true));
    assertThat(
        reasons.chosen().stream().map(Measured::text).toList(), equalTo(article.getSummary()));
    for (Measured each : reasons.chosen()) {
      SummaryReasons.Parts parts = each.parts();
      assertThat(each.rank() > 0, is(true));
      assertThat(parts.position() > 0 && parts.position() <= 0.4, is(true));
    }
  }

  @Test
  void meritIsTheSumOfItsPartsTimesWhatFlawsLeave() {
    List<Measured> all = SummaryReasons.of(mill(), SummarySpec.defaults()).chosen();
    Measured first = all.get(0);
    double scale = first.merit() / (sum(first.parts()) * first.keeps());

    for (Measured each : all) {
      assertThat(each.merit(), closeTo(sum(each.parts()) * each.keeps() * scale, 1e-9));
    }
  }

  @Test
  void saysWhyTheOthersWereLeftOut() {
    SummaryReasons reasons = SummaryReasons.of(mill(), SummarySpec.defaults());

    List<String> why = reasons.left(20).stream().map(reasons::whyNot).toList();

    assertThat(why, hasItem("unfit: a question"));
    assertThat(why, hasItem(startsWith("unfit: a salutation")));
    assertThat(why, hasItem(containsString("says the same as sentence ")));
  }

  @Test
  void noticesASummaryMadeByOtherOptions() {
    SummaryReasons reasons = SummaryReasons.of(mill(), new SummarySpec(null, 1));

    assertThat(reasons.isSame(), is(false));
    assertThat(reasons.again(), not(equalTo(mill().getSummary())));
    assertThat(reasons.mostChars(), is(Optional.empty()));
  }

  private static double sum(SummaryReasons.Parts parts) {
    return parts.position() + parts.shared() + parts.facts() + parts.title() + parts.introduces();
  }
}
