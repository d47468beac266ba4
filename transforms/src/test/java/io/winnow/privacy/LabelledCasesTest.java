package io.winnow.privacy;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.winnow.privacy.LabelledCases.Positive;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelledCasesTest {
  private static final PersonalDataMasker ALL =
      PersonalDataMasker.of(EnumSet.allOf(PersonalDataKind.class));

  @Test
  void everySecretIsMaskedAndNothingElse() {
    List<String> wrong = new ArrayList<>();
    for (Positive positive : LabelledCases.positive()) {
      String masked = plain(mask(positive));
      if (!masked.equals(withoutTags(positive.masked()))) {
        wrong.add(positive.text() + "  ->  " + masked);
      }
    }
    assertThat(String.join("\n", wrong), wrong, empty());
  }

  @Test
  void nothingIsMaskedInWhatOnlyLooksLikeIt() {
    List<String> wrong = new ArrayList<>();
    for (String negative : LabelledCases.negative()) {
      String masked = ALL.maskHtml(negative, new MaskTally());
      if (!masked.equals(negative)) {
        wrong.add(negative + "  ->  " + masked);
      }
    }
    assertThat(String.join("\n", wrong), wrong, empty());
  }

  @Test
  void thereAreEnoughCases() {
    assertThat(LabelledCases.positive().size(), greaterThanOrEqualTo(150));
    assertThat(LabelledCases.negative().size(), greaterThanOrEqualTo(300));
  }

  private static String mask(Positive positive) {
    return positive.html()
        ? ALL.maskHtml(positive.text(), new MaskTally())
        : ALL.mask(positive.text());
  }

  private static String withoutTags(String text) {
    return text.replaceAll("</?[bi]>", "");
  }

  /** Placeholders in one form, and without the space that keeps Markdown from misreading them. */
  private static String plain(String masked) {
    return withoutTags(masked)
        .replaceAll("(?:\\[|%5B)(email|phone|id-number|bank-card|ip)(?:\\]|%5D)", "«$1»")
        .replaceAll("» (?=[(:])", "»");
  }
}
