package io.winnow.explain;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.winnow.page.HostileStrings;
import io.winnow.query.TerminalText;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTellingTest {
  private static final Pattern OBEYED =
      Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]");

  static Stream<String> hostile() {
    return HostileStrings.all();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void textForATerminalStaysTextAndInItsWidth(String text) throws IOException {
    StringBuilder out = new StringBuilder();
    TextTelling telling = new TextTelling(out, 72);
    telling.answer("Answer: " + text);
    telling.section("s", "Section");
    telling.fact("f", "label", Telling.node(text), text);
    telling.say("k", text);
    telling.table(
        "t",
        List.of("id", "title", "n"),
        List.of(List.of(Telling.node("0".repeat(32)), Telling.node(text), Telling.node("7"))));
    telling.end();

    assertThat(OBEYED.matcher(out).find(), is(false));
    out.toString()
        .lines()
        .forEach(line -> assertThat(line, TerminalText.width(line), lessThanOrEqualTo(72)));
    String shown = TerminalText.line(text).strip();
    String start =
        shown.substring(
            0, shown.offsetByCodePoints(0, Math.min(4, shown.codePointCount(0, shown.length()))));
    assertThat(out.toString(), containsString(start));
  }
}
