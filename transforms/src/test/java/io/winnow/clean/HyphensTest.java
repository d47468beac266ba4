package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyphensTest {

  @ParameterizedTest
  @CsvSource({
    "exam-, ple, example",
    "the com-, piler, the compiler",
    "a well-, known, a well-known",
    "its self-, made, its self-made",
    "state-of-the-, art, state-of-the-art",
    "pre-, and postwar, pre- and postwar",
    "Haus-, und Hofarzt, Haus- und Hofarzt",
    "die Wirt-, schaft, die Wirtschaft",
    "Quick-, Start, Quick-Start",
    "10-, 15 days, 10-15 days",
    "the E-, mail, the E-mail",
    "it stops -, and goes on, it stops - and goes on",
    "exam\u00ad, ple, example",
    "exam\u2010, ple, example",
    "no break, here, no break here"
  })
  void decidesWithoutEvidence(String left, String right, String joined) {
    assertThat(Hyphens.in(List.of(line(left), line(right))).joined(left, right), equalTo(joined));
  }

  @Test
  void followsHowTheTextSpellsTheWordElsewhere() {
    List<Line> text =
        List.of(
            line(
                "A dead-line is not a deadline, and a cooperative is no coop; on line, in print, "
                    + "dead-end streets end. The text of this book"),
            line("dead-"),
            line("end and co-"),
            line("operative and text-"),
            line("book"));
    Hyphens hyphens = Hyphens.in(text);

    assertThat(hyphens.joined("dead-", "end"), equalTo("dead-end"));
    assertThat(hyphens.joined("co-", "operative"), equalTo("cooperative"));
    assertThat(hyphens.joined("text-", "books"), equalTo("textbooks"));
  }

  @Test
  void keepsTheHyphenBetweenTwoWordsOfTheText() {
    List<Line> text =
        List.of(line("An event is driven by the loop, an event-"), line("driven loop."));

    assertThat(Hyphens.in(text).joined("event-", "driven"), equalTo("event-driven"));
  }

  @ParameterizedTest
  @CsvSource({"text", "markdown"})
  void makesWrappedTextWhole(String media) {
    String raw =
        String.join(
            "\n",
            "The allocator of registers is a very hard prob-",
            "lem, and it keeps within the well-known and the well-",
            "known limits that every engineer of a com-",
            "piler learns about when they first read the sou\u00ad",
            "rce of the pass that spills the registers to memory.");

    assertThat(
        Pieces.kept(Pieces.of(media, raw)).getArticle().getText(),
        containsString(
            "a very hard problem, and it keeps within the well-known and the well-known limits "
                + "that every engineer of a compiler learns about when they first read the source of"));
  }

  private static Line line(String text) {
    return new Line(Line.Form.PROSE, text, 0, text.length(), false);
  }
}
