package io.winnow.split;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.winnow.read.SourceFormat;
import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainBookDetectorTest {
  private static final List<String> TITLES = List.of("第一章 源起", "第二章 水的学问", "第三章 壶与杯");

  private static String book(List<String> titles, String text) {
    StringBuilder book = new StringBuilder("茶之书\n\n目录\n\n");
    for (int i = 0; i < titles.size(); i++) {
      book.append(titles.get(i)).append(" …… ").append(10 * i + 1).append('\n');
    }
    titles.forEach(
        title -> book.append('\n').append(title).append("\n\n").append(text).append('\n'));
    return book.toString();
  }

  private static SplitDump split(String text) {
    return new Splitter(Dumps.RUN).split(Dumps.of(SourceFormat.TEXT, text));
  }

  @Test
  void cutsAtTheLinesThatRepeatTheContents() {
    SplitDump split = split(book(TITLES, "水开了，可以泡茶，屋里有了香气。".repeat(20)));
    assertThat(split.ledger().getDetector(), is("plain-book"));
    assertThat(split.pieces().stream().map(Piece::getTitle).toList(), is(TITLES));
    assertThat(
        split.rejects().stream().map(Reject::getDetail).toList(), contains("cover", "contents"));
  }

  @Test
  void anArticleThatListsItsSectionsStaysWhole() {
    List<String> sections = List.of("背景", "方法", "结果", "讨论");
    assertThat(split(book(sections, "水开了，可以泡茶。".repeat(20))).pieces().size(), is(1));
  }

  @Test
  void contentsWithoutTheirChaptersAreNoBook() {
    String contents = book(TITLES, "").replaceAll("(?m)^第.章[^…]*$", "");
    assertThat(split(contents + "水开了，可以泡茶。".repeat(200)).pieces().size(), is(1));
  }
}
