package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which part of a page is its article, one test for each class of page that was read wrongly. */
class MainContentTest {
  private static final String LONG =
      "A kettle whistles when the steam that leaves its spout begins to swing between two plates,"
          + " and the length of the spout decides how high the tone is.";
  private static final String OTHER =
      "Our shop sells kettles of all sizes, and we deliver them to your door on every working day,"
          + " and what you do not like you may send back within a month.";

  private static String textOf(String... body) {
    return Pieces.kept(
            Pieces.of("html", "<html><body>" + String.join("\n", body) + "</body></html>"))
        .getArticle()
        .getText();
  }

  private static String p(String text) {
    return "<p>" + text + "</p>";
  }

  @Test
  void aSidebarLongerThanTheArticleIsStillASidebarWhereTheBodyIsNamed() {
    String text =
        textOf(
            "<div class='article-body'><h1>Whistling</h1>" + p(LONG) + p(LONG) + "</div>",
            "<aside class='sidebar'>" + p(OTHER).repeat(5) + "</aside>");

    assertThat(text, containsString("A kettle whistles"));
    assertThat(text, not(containsString("Our shop")));
  }

  @Test
  void ofSeveralPostsUnderOneRoofTheTitledAndLongestIsTheArticle() {
    String text =
        textOf(
            "<div id='posts'><article><h1>Whistling</h1>" + p(LONG) + p(LONG) + "</article>",
            "<article>" + p(OTHER) + "</article>",
            "<article>" + p(OTHER) + "</article></div>");

    assertThat(text, not(containsString("Our shop")));
  }

  @Test
  void sectionsMarkedAsArticlesAreOneArticle() {
    String text =
        textOf(
            "<div><article><h1>Whistling</h1>" + p(LONG) + "</article>",
            "<article>" + p(OTHER) + p(OTHER) + "</article></div>");

    assertThat(text, containsString("A kettle whistles"));
    assertThat(text, containsString("Our shop"));
  }

  @Test
  void postsQuotedFromElsewhereAreOfTheText() {
    String text =
        textOf(
            "<article><h1>Whistling</h1>" + p(LONG),
            "<div class='social-embed'><blockquote>"
                + p("This is the loudest kettle that I have ever heard, and I have heard many.")
                + "</blockquote></div>",
            p(LONG) + "</article>");

    assertThat(text, containsString("loudest kettle"));
  }

  @Test
  void aListThatEndsTheTextIsOfIt() {
    String text =
        textOf(
            "<article><h1>Whistling</h1>" + p(LONG) + p("What you need:"),
            "<ul><li>one kettle</li><li>two plates</li></ul></article>");

    assertThat(text, endsWith("two plates"));
  }

  @Test
  void aHeadingWithNothingButLinksBelowIsDropped() {
    String text =
        textOf(
            "<article><h1>Whistling</h1>" + p(LONG) + p(LONG),
            "<h2>From the same shelf</h2><div><a href='/a'>Teapots of the world</a></div>",
            "<h2>How it ends</h2>" + p(LONG) + "</article>");

    assertThat(text, not(containsString("same shelf")));
    assertThat(text, containsString("## How it ends"));
  }

  @Test
  void scrapsBetweenTwoPartsOfTheTextDoNotPartThem() {
    String text =
        textOf(
            "<div class='recipe'><h1>Tea</h1><div>" + p(LONG) + "</div>",
            "<div class='box'><h3>What goes in</h3>"
                + "<ul><li>2 g tea</li><li>1 l water</li></ul>".repeat(9),
            "</div><div class='steps'>" + p(OTHER) + "</div></div>");

    assertThat(text, containsString("1 l water"));
    assertThat(text, containsString("Our shop"));
  }

  @Test
  void aThreadOfNothingButCommentsIsTheArticle() {
    String text =
        textOf(
            "<h1>Why does mine not whistle?</h1>",
            "<div class='comment'>" + p(LONG) + "</div>",
            "<div class='comment'>" + p(OTHER) + "</div>");

    assertThat(text, containsString("A kettle whistles"));
    assertThat(text, containsString("Our shop"));
  }

  @Test
  void aFormForCommentsIsNoText() {
    String text =
        textOf(
            "<div class='post'><h1>Whistling</h1>" + p(LONG) + p(LONG),
            "<form>"
                + p("Your address will not be published, and fields with a star must be filled.")
                + "</form></div>");

    assertThat(text, not(containsString("must be filled")));
  }

  @Test
  void labelsOfButtonsAndTheDayAboveTheTextAreDropped() {
    String text =
        textOf(
            "<article><header><h1>Whistling</h1></header><div class='text'>",
            p("Updated 1:39 am EST, Wednesday, November 20, 2019") + p("Caption") + p("Close"),
            p(LONG) + p(LONG) + "</div></article>");

    assertThat(text, equalTo(LONG + "\n\n" + LONG));
  }

  @Test
  void theHeadlineIsNoTextEvenWhereThePageIsTitledOtherwise() {
    String text =
        Pieces.kept(
                Pieces.of(
                    "html",
                    "<html><head><title>Kettles that sing, explained</title></head><body><article><h1>Why they whistle</h1>"
                        + p(LONG)
                        + p(LONG)
                        + "</article></body></html>"))
            .getArticle()
            .getText();

    assertThat(text, startsWith("A kettle whistles"));
  }

  @Test
  void linesOfChineseCreditsAreDroppedAtTheEdges() {
    String body = "水壶会响，是因为蒸汽在两片金属之间来回摆动，壶嘴越长，声音就越低，这一点早有人量过。";
    String text =
        textOf(
            "<div class='article-content'><h1>水壶为什么会响</h1><p>（原标题：会响的水壶）</p>",
            (p(body)).repeat(6),
            "<p>本文来源：某某日报 责任编辑：张三_AB123</p></div>");

    assertThat(text, startsWith("水壶会响"));
    assertThat(text, not(containsString("责任编辑")));
  }

  @Test
  void theTextInTheDataIsTakenWhereThePagePrintsLittle() {
    String text =
        textOf(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Whistling\",\"articleBody\":\""
                + (LONG + "\\n").repeat(3)
                + "\"}</script><h1>Whistling</h1>",
            p("A kettle whistles when the steam that leaves its spout begins to swing."));

    assertThat(text, equalTo(LONG + "\n\n" + LONG + "\n\n" + LONG));
  }

  @Test
  void requestsForAnotherBrowserAreDropped() {
    String text =
        textOf(
            p(
                "Ihr Browser ist veraltet. Bitte aktualisieren Sie ihn, damit alles so aussieht, wie es soll."),
            p(LONG) + p(LONG));

    assertThat(text, startsWith("A kettle whistles"));
  }

  @Test
  void aSentenceThatTellsWhenABookWasPublishedStays() {
    String text =
        textOf(
            "<article><h1>Whistling</h1>",
            p("Published in 1984, the book on kettles sold a million copies in two years."),
            p(LONG) + p("Published on 5 May 1984 in London, the novel was read by nobody."),
            "</article>");

    assertThat(text, containsString("Published in 1984"));
    assertThat(text, containsString("5 May 1984 in London"));
  }

  @Test
  void aListOfCommandsIsOfTheTextThoughButtonsAreCalledSo() {
    String text =
        textOf(
            "<article><h1>Whistling</h1>"
                + p(LONG)
                + p("The menu of the kettle has these commands:"),
            "<ul><li>Boil</li><li>Print</li><li>Close</li></ul>" + p(LONG) + "</article>");

    assertThat(text, containsString("- Close"));
  }

  @Test
  void aShortPostIsNotItsComments() {
    String text =
        Pieces.kept(
                Pieces.of(
                    "html",
                    "<html><head><meta name='description' content='My kettle whistles in B flat, and the one next door answers it in F sharp.'></head><body>"
                        + "<div class='post'><h1>Heard today</h1><p>My kettle whistles in B flat, and the one next door answers it in F sharp.</p></div>"
                        + "<div class='comments'>"
                        + p(OTHER).repeat(3)
                        + "</div></body></html>"))
            .getArticle()
            .getText();

    assertThat(
        text,
        equalTo("My kettle whistles in B flat, and the one next door answers it in F sharp."));
  }

  @Test
  void thousandsOfPostsUnderOneRoofAreReadInTime() {
    String posts = ("<article>" + p(OTHER) + "</article>").repeat(20_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> textOf("<div><article><h1>Whistling</h1>" + p(LONG) + "</article>", posts, "</div>"));
  }
}
