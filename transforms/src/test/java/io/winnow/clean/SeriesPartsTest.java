package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.schema.Article;
import io.winnow.schema.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesPartsTest {
  private static final String URL = "https://video.example/watch?v=abc";

  @Test
  void numbersTheLastPartByItsNeighbours() {
    List<Article> parts = clean(note("编译原理（下）", URL), note("编译原理（中）", URL), note("编译原理（上）", URL));

    assertThat(parts.stream().map(Article::getPart).toList(), contains(3, 2, 1));
    assertThat(parts.stream().map(Article::getTitle).distinct().toList(), contains("编译原理"));
    assertThat(parts.stream().map(Article::getSeries).distinct().toList(), contains(URL));
  }

  @Test
  void anUnmarkedNeighbourIsTheFirstPart() {
    List<Article> parts = clean(note("Talk（下）", URL), note("Talk", URL));

    assertThat(parts.stream().map(Article::getPart).toList(), contains(2, 1));
    assertThat(parts.get(1).getSeries(), equalTo(URL));
  }

  @Test
  void bareNumbersCountOnlyBesideEachOther() {
    List<Article> parts =
        clean(note("Talk 2", URL), note("Talk 1", URL), note("Cause 6", URL + "d"));

    assertThat(parts.get(0).getPart(), equalTo(2));
    assertThat(parts.get(0).getTitle(), equalTo("Talk"));
    assertThat(parts.get(2).getTitle(), equalTo("Cause 6"));
    assertThat(parts.get(2).getSeries(), is(nullValue()));
  }

  @Test
  void theLastPartAloneHasNoNumber() {
    Article part = clean(note("Talk 下", URL)).get(0);

    assertThat(part.getSeries(), equalTo(URL));
    assertThat(part.getPart(), is(nullValue()));
  }

  @Test
  void twoLooksAtOneThingAreNoSeries() {
    List<Article> parts = clean(note("A review", URL), note("Another view", URL));

    assertThat(parts.get(0).getSeries(), is(nullValue()));
  }

  private static Piece note(String title, String url) {
    return Pieces.markdown("# " + title, "+ [" + url + "](" + url + ")", "+ 第一条笔记。")
        .setTitle(title)
        .setKind("video_notes")
        .build();
  }

  private static List<Article> clean(Piece... notes) {
    return new ArticleCleaner(CleanSpec.defaults(), Pieces.RUN)
        .cleanAll(List.of(notes)).stream()
            .map(cleaned -> ((Cleaned.Kept) cleaned).draft().getArticle())
            .toList();
  }
}
