package io.winnow.split;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.winnow.schema.Piece;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkedTitlesDetectorTest {
  private static final String TEXT =
      "\nA kettle whistles because of its spout. The pitch says how fast the steam goes.\n\n";

  private static String items(String title, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> title.formatted("https://site%d.example/a".formatted(i)) + TEXT)
        .collect(Collectors.joining());
  }

  private static SplitDump split(String text) {
    return new Splitter(Dumps.RUN).split(Dumps.markdown(text));
  }

  @Test
  void cutsAnIssueAtTitlesThatAreLinks() {
    SplitDump split =
        split(
            "# Tea Weekly 12\n\n## News\n\n"
                + items("**[Why kettles whistle (3 minute read)](%s)**\n", 4)
                + "## Tools\n\n"
                + items("[A spoon](%s)", 2));
    assertThat(split.ledger().getDetector(), is("linked-titles"));
    assertThat(split.pieces().size(), is(6));
    Piece first = split.pieces().get(0);
    assertThat(first.getTitle(), is("Why kettles whistle (3 minute read)"));
    assertThat(first.getUrl(), is("https://site0.example/a"));
    assertThat(first.getUrlRole(), is("subject"));
    assertThat(first.getSourcePath(), contains("Tea Weekly 12", "News"));
    assertThat(first.getIssue(), is("12"));
  }

  @Test
  void anArticleWithLinksOnLinesOfTheirOwnStaysWhole() {
    assertThat(
        split("# Why kettles whistle\n\n" + items("[A talk](%s)\n", 8)).pieces().size(), is(1));
  }

  @Test
  void linksToOneSiteAreNoNewsletter() {
    String one =
        IntStream.range(0, 8)
            .mapToObj(i -> "[Part](https://one.example/" + i + ")\n" + TEXT)
            .collect(Collectors.joining());
    assertThat(split("# Tea Weekly 12\n\n" + one).pieces().size(), is(1));
  }
}
