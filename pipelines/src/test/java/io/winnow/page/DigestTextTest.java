package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class DigestTextTest {
  private static final String FILE = "2026-W08.en.md";
  private static final String MARKDOWN =
      """
      # Week \\*8\\*

      English | [中文](2026-W08.zh.md)

      > Two articles, 3 min. [Why?](../run=r1/report.md)

      ## Highlights

      - **Long**: [A \\[x\\]](#a-x), `tag` (2)
      - [Elsewhere](https://example.org/a)

      ## Contents

      - [One (1)](#one)
      - [Two (1)](#two)

      <details><summary>topics</summary>

      <details><summary>a topic</summary>

      - folded twice

      </details>

      </details>

      ## One

      ### [A \\[x\\]](https://example.org/x)

      site

      <details><summary>more</summary>

      hidden

      </details>

      ## Two

      <details><summary>1 article</summary>

      - B

      </details>
      """;

  @Test
  void tellsItsTitleItsCountsAndItsHighlights() {
    DigestText digest = new DigestText(FILE, MARKDOWN);
    assertThat(digest.title(), equalTo("Week *8*"));
    assertThat(digest.counts(), equalTo("Two articles, 3 min."));
    assertThat(
        digest.highlights().stream().map(Inline::markdown).toList(),
        contains(
            "**Long**: [A \\[x\\]](2026-W08.en.md#a-x), `tag` (2)",
            "[Elsewhere](https://example.org/a)"));
  }

  @Test
  void aFeedShowsWhatIsSeenWithoutOpeningAFold() {
    Element shown = SafeMarkup.fragment(new DigestText(FILE, MARKDOWN).html(path -> path));
    assertThat(shown.select("h1, nav, details"), empty());
    assertThat(shown.text(), not(containsString("details>")));
    assertThat(shown.select("h2").eachText(), contains("Highlights", "One"));
    assertThat(shown.select("h3").eachText(), contains("A [x]"));
    assertThat(shown.text().contains("hidden"), is(false));
  }

  @Test
  void aDigestOfNothingHasNoHighlights() {
    DigestText digest = new DigestText(FILE, "# Week 8\n\nThis week: no new articles.\n");
    assertThat(digest.counts(), equalTo(""));
    assertThat(digest.highlights(), empty());
    assertThat(
        SafeMarkup.fragment(digest.html(path -> path)).text(),
        equalTo("This week: no new articles."));
  }
}
