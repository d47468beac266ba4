package io.winnow.split;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.winnow.schema.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkListDetectorTest {
  private static final String ITEMS =
      """
      ## Articles

      - [A kettle that sings](https://one.example/kettle). By a plumber.
      - [video] [The lift goes up](https://two.example/lift)
          * [Its second part](https://two.example/lift-2)
      <!--
      - [Title of the page](https://example.com/template)
      -->
      - [On tofu][tofu]
      - 2026-03-01 | Town hall |
        [Meeting](https://four.example/meeting)
      - No link here

      ## Tools

      - [Kite log](https://five.example/kite "a log")
      - See [the tide (today)](https://six.example/tide_(today)), it is late

      [tofu]: https://three.example/tofu
      """;

  private static final SplitDump SPLIT = split("# Harbour Weekly, Issue 12\n\nHello.\n\n" + ITEMS);

  @Test
  void makesOneArticleOfEveryBulletWithALink() {
    assertThat(SPLIT.ledger().getDetector(), is("link-list"));
    assertThat(
        SPLIT.pieces().stream().map(p -> p.getStartLine() + "-" + p.getEndLine()).toList(),
        contains("7-7", "8-9", "13-13", "14-15", "20-20", "21-21"));
  }

  @Test
  void readsTitleAddressAndSection() {
    assertThat(
        SPLIT.pieces().stream().map(Piece::getTitle).toList(),
        contains(
            "A kettle that sings. By a plumber.",
            "[video] The lift goes up",
            "On tofu",
            "2026-03-01 | Town hall | Meeting",
            "Kite log",
            "See the tide (today), it is late"));
    assertThat(
        SPLIT.pieces().stream().map(Piece::getUrl).toList(),
        contains(
            "https://one.example/kettle",
            "https://two.example/lift",
            "https://three.example/tofu",
            "https://four.example/meeting",
            "https://five.example/kite",
            "https://six.example/tide_(today)"));
    Piece tool = SPLIT.pieces().get(4);
    assertThat(tool.getSourcePath(), is(List.of("Harbour Weekly, Issue 12", "Tools")));
    assertThat(tool.getPublication(), is("Harbour Weekly"));
    assertThat(tool.getIssue(), is("Issue 12"));
    assertThat(tool.getUrlRole(), is("subject"));
  }

  @Test
  void knowsAnIssueByTheFieldsAtItsHead() {
    SplitDump split = split("Title: This Week in the Harbour 12\nDate: 2026-03-01\n\n" + ITEMS);
    assertThat(split.ledger().getDetector(), is("link-list"));
  }

  @Test
  void leavesAListOfLinksWholeThatIsNoIssue() {
    assertThat(split("# Awesome harbours\n\n" + ITEMS).ledger().getDetector(), is("single"));
  }

  @Test
  void leavesAChangeLogWhole() {
    String changes =
        """
        # Release 12

        ## Fixed

        - The kettle ([#1](https://code.example/1))
        - The lift ([#2](https://code.example/2))
        - The kite ([#3](https://code.example/3))
        - The tofu ([#4](https://code.example/4))
        - The tide ([#5](https://code.example/5))
        - The bell ([#6](https://code.example/6))
        """;
    assertThat(split(changes).ledger().getDetector(), is("single"));
  }

  private static SplitDump split(String text) {
    return new Splitter(Dumps.RUN).split(Dumps.markdown(text));
  }
}
