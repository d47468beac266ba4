package io.winnow.quality;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextSignalsTest {
  private static final String ENGLISH =
      "The council met on Tuesday to talk about the old bridge. Nobody had crossed it since the"
          + " flood, and its stones were loose.\n\n"
          + "Some wanted to repair it with the money of the county; others said that a ferry would"
          + " do. They will meet again in May.";
  private static final String CHINESE =
      "镇上的人都记得那座桥。去年涨水以后，就再也没有人从上面走过，桥墩也松了。\n\n" + "有人说应该修好它，也有人觉得摆渡就够了。大家商量了一个下午，最后决定五月再谈。";

  @Test
  void proseOfBothLanguagesHasItsWordsOfGrammarAndItsSentences() {
    for (String text : new String[] {ENGLISH, CHINESE}) {
      assertThat(value(text, "stop_word_share"), greaterThan(0.2));
      assertThat(value(text, "sentence_share"), is(1.0));
      assertThat(value(text, "line_end_share"), is(1.0));
      assertThat(value(text, "duplicate_5gram_share"), is(0.0));
      assertThat(value(text, "odd_word_share"), is(0.0));
      assertThat(value(text, "letter_share"), greaterThan(0.8));
    }
    assertThat(value(CHINESE, "words"), closeTo(value(ENGLISH, "words"), 25));
  }

  @Test
  void whatRepeatsIsMeasuredInBothLanguages() {
    for (String text : new String[] {ENGLISH, CHINESE}) {
      String twice = text + "\n\n" + text;
      assertThat(value(twice, "duplicate_line_share"), is(0.5));
      assertThat(value(twice, "duplicate_paragraph_chars"), is(0.5));
      assertThat(value(twice, "duplicate_10gram_share"), greaterThan(0.4));
      assertThat(value(text.substring(0, 20).repeat(50), "top_4gram_share"), greaterThan(0.1));
    }
  }

  @Test
  void codeAndTablesAreNotJudgedAsProse() {
    String code = "```\n" + "x = x + 1\n".repeat(200) + "```";
    String table = "| a | b |\n| --- | --- |\n" + "| 0 | 0 |\n".repeat(200);
    String text = ENGLISH + "\n\n" + code + "\n\n" + table;

    assertThat(value(text, "duplicate_line_share"), is(0.0));
    assertThat(value(text, "words"), equalTo(value(ENGLISH, "words")));
    assertThat(value(text, "code_share"), greaterThan(0.4));
    assertThat(value(text, "table_share"), greaterThan(0.1));
  }

  @Test
  void placeholdersGarblingAndAddressesAreMeasured() {
    assertThat(
        value("Lorem ipsum dolor sit amet, consectetur adipiscing elit.", "placeholder_share"),
        is(1.0));
    assertThat(value("Th1s w0rd xkcdq bcdfg h3re", "odd_word_share"), greaterThan(0.7));
    assertThat(value("浣犲ソ锛屼笘鐣岄偅閲屾湁浜", "rare_han_share"), greaterThan(0.3));
    assertThat(value("今天天气很好，我们去公园散步。", "rare_han_share"), is(0.0));
    assertThat(value("\uFFFD\uFFFD\uFFFDabc", "broken_char_share"), is(0.5));
    assertThat(value("https://a.example/b https://c.example/d", "address_share"), greaterThan(0.9));
  }

  @Test
  void noticesAreLookedForInShortTextsOnlyButAlwaysInTheTitle() {
    Quality quality = new Quality(QualityRules.defaults());
    String notice = "Die Seite wurde nicht gefunden.";
    Signals brief = quality.measure(notice, "", 0, null);
    Signals lengthy = quality.measure((ENGLISH + "\n\n").repeat(20), "404 Not Found", 0, null);

    assertThat(brief.value("error_share").orElseThrow(), is(1.0));
    assertThat(lengthy.value("error_share").isPresent(), is(false));
    assertThat(lengthy.value("error_title").orElseThrow(), is(1.0));
  }

  @Test
  void valuesAreRoundedAndThoseThatAreZeroHaveNoRow() {
    Signals signals = TextSignals.of("One two three.");

    assertThat(signals.value("duplicate_line_share").orElseThrow(), is(0.0));
    assertThat(
        signals.rows().stream().anyMatch(row -> row.getSignal().equals("duplicate_line_share")),
        is(false));
    signals.putShare("third", 1, 3);
    assertThat(signals.value("third").orElseThrow(), is(0.333333));
  }

  @Test
  void theSameTextGivesTheSameRowsWhateverItIs() {
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      String text =
          random
              .ints(random.nextInt(400), 0, 0x3100)
              .filter(c -> !Character.isSurrogate((char) c))
              .mapToObj(c -> random.nextInt(3) == 0 ? "\n" : Character.toString(c))
              .collect(Collectors.joining());
      assertThat(TextSignals.of(text).rows(), equalTo(TextSignals.of(text).rows()));
    }
  }

  @Test
  void takesLinearTime() {
    String hostile =
        "a( ".repeat(40_000) + "\n" + "#".repeat(100_000) + "\n" + "://".repeat(50_000);
    TextSignals.of(hostile);
    long small = nanos(hostile);
    long large = nanos(hostile.repeat(8));

    assertThat((double) large / small, lessThan(40.0));
  }

  private static long nanos(String text) {
    return IntStream.range(0, 5)
        .mapToLong(
            i -> {
              long start = System.nanoTime();
              TextSignals.of(text);
              return System.nanoTime() - start;
            })
        .min()
        .orElseThrow();
  }

  private static double value(String text, String signal) {
    return TextSignals.of(text).value(signal).orElseThrow();
  }
}
