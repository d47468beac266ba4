package io.winnow.privacy;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.winnow.privacy.LabelledCases.Positive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataMaskerTest {
  private static final PersonalDataMasker ALL =
      PersonalDataMasker.of(EnumSet.allOf(PersonalDataKind.class));
  private static final String[] FILLER = {
    "the committee",
    " met ",
    "on 2024-01-02 ",
    "and ",
    "电话",
    "：",
    "，",
    "。",
    " ",
    "\n",
    "3.14159 ",
    "(",
    ")",
    "[",
    "]",
    "*",
    "`",
    "|",
    "1,234 ",
    "v1.2.3 ",
    "http://example.org/a?b=1 ",
    "会议",
    "决定",
    "&amp;",
    "<b>",
    "</b>",
    "@",
    "#",
    "%",
    "\u200b",
    "\ud83d\ude00",
    "+",
    "tel ",
    "card ",
    "-",
    "0",
    "12",
    "：",
    "ＡＢ",
    "&#",
    "\\",
    "\r\n"
  };

  @Test
  void masksTheKindsAskedForAlone() {
    PersonalDataMasker mails = PersonalDataMasker.of(Set.of(PersonalDataKind.EMAIL));

    assertThat(
        mails.mask("a@example.com, 13812345678, 203.0.113.7"),
        is("[email], 13812345678, 203.0.113.7"));
  }

  @Test
  void countsByKind() {
    MaskTally tally = new MaskTally();
    ALL.mask("a@example.com, b@example.com, 13812345678", tally);

    assertThat(tally.counts(), is(Map.of(PersonalDataKind.EMAIL, 2, PersonalDataKind.PHONE, 1)));
  }

  @Test
  void offMeansTheSameText() {
    String text = "a@example.com";

    assertThat(PersonalDataMasker.NONE.mask(text), sameInstance(text));
  }

  @Test
  void maskingAgainChangesNothing() {
    for (Positive positive : LabelledCases.positive()) {
      String once = ALL.mask(positive.text());
      assertThat(ALL.mask(once), is(once));
    }
    Random random = new Random(1);
    for (int i = 0; i < 3_000; i++) {
      String once = ALL.maskHtml(text(random, LabelledCases.positive(), 30), new MaskTally());
      assertThat(ALL.maskHtml(once, new MaskTally()), is(once));
    }
  }

  @Test
  void theSameTextIsMaskedTheSame() {
    Random random = new Random(2);
    PersonalDataMasker other = PersonalDataMasker.of(EnumSet.allOf(PersonalDataKind.class));
    for (int i = 0; i < 500; i++) {
      String text = text(random, LabelledCases.positive(), 30);
      assertThat(other.mask(text), is(ALL.mask(text)));
    }
  }

  @Test
  void linesStayLines() {
    Random random = new Random(3);
    for (int i = 0; i < 1_000; i++) {
      String text = text(random, LabelledCases.positive(), 30);
      assertThat(ALL.mask(text).split("\n", -1).length, is(text.split("\n", -1).length));
    }
  }

  @Test
  void everyPlantedNumberIsMasked() {
    Random random = new Random(4);
    for (int i = 0; i < 5_000; i++) {
      for (String secret : secrets(random)) {
        String text = words(random) + "，" + secret + "。" + words(random);
        assertThat(text, ALL.mask(text), not(containsString(secret)));
        String spaced = words(random) + " " + secret + ", " + words(random);
        assertThat(spaced, ALL.mask(spaced), not(containsString(secret)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "@",
        "a@",
        "@a.com",
        "1 ",
        "1-",
        "+",
        "(",
        "1.",
        ":",
        "a:",
        "1:2:",
        "[at]",
        "[",
        "&#",
        "&amp;",
        "&amp;amp;",
        "%25",
        "\\",
        "<!--",
        "<b>",
        "<b",
        "a.",
        "at ",
        " at ",
        "x dot ",
        " at a dot b",
        "://",
        "x/",
        "13812345678",
        "13812345678 ",
        "a@example.com ",
        "a@example.com/",
        "4111 ",
        "203.0.113.7 ",
        "110105",
        "\u200b",
        "tel 1",
        "#",
        "cfemail=\"ff",
        "00 ",
        "1.2.3.4",
        "＠",
        "１",
        "{at}",
        "艾特a"
      })
  void aMegabyteOfOneThingTakesLittleTime(String thing) {
    String text = thing.repeat((1 << 20) / thing.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> ALL.maskHtml(text, new MaskTally()), thing);
  }

  /** Chance puts neither digits nor letters right beside what is planted. */
  private static String words(Random random) {
    String[] words = {"会议决定", "the accounts", "明天再说", "were published", "公布结果", "on Thursday"};
    return words[random.nextInt(words.length)];
  }

  private static List<String> secrets(Random random) {
    List<String> secrets = new ArrayList<>();
    String[] prefixes = {"138", "139", "150", "159", "186", "188", "176", "199"};
    secrets.add(prefixes[random.nextInt(prefixes.length)] + digits(random, 8));
    secrets.add("user" + digits(random, 5) + "@example.com");
    String born =
        String.format(
            "11010%d19%02d%02d%02d",
            random.nextInt(9) + 1,
            random.nextInt(100),
            random.nextInt(12) + 1,
            random.nextInt(28) + 1);
    String seventeen = born + digits(random, 3);
    for (char check : "0123456789X".toCharArray()) {
      if (IdNumbers.isValid(seventeen + check)) {
        secrets.add(seventeen + check);
      }
    }
    secrets.add(luhn("4" + digits(random, 14)));
    secrets.add(luhn("62" + digits(random, 16)));
    secrets.add("203.0.113." + (random.nextInt(154) + 100));
    secrets.add("+1 202-555-" + String.format("%04d", 100 + random.nextInt(100)));
    secrets.add("010-6" + digits(random, 7));
    return secrets;
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  private static String luhn(String payload) {
    int sum = 0;
    for (int i = 0; i < payload.length(); i++) {
      int digit = payload.charAt(payload.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? 2 * digit : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return payload + (10 - sum % 10) % 10;
  }

  private static String text(Random random, List<Positive> cases, int parts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts; i++) {
      text.append(
          random.nextInt(4) == 0
              ? cases.get(random.nextInt(cases.size())).text()
              : FILLER[random.nextInt(FILLER.length)]);
    }
    return text.toString();
  }
}
