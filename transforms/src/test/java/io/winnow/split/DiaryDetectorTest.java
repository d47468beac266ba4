package io.winnow.split;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.read.SourceFormat;
import io.winnow.schema.Piece;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiaryDetectorTest {
  private static final String ZH = "水在壶里烧了很久，终于开了，茶叶慢慢展开，屋里有了香气。".repeat(4);
  private static final String EN =
      "The kettle took its time this morning, and the tea was all the better for it. ".repeat(4);

  private static SplitDump split(String opening, String body, int days) {
    String text =
        IntStream.rangeClosed(1, days)
            .mapToObj(day -> opening.formatted(day) + "\n\n" + body + "\n\n")
            .collect(Collectors.joining());
    return new Splitter(Dumps.RUN).split(Dumps.of(SourceFormat.TEXT, text));
  }

  @Test
  void cutsAtLinesThatOpenWithADay() {
    SplitDump split = split("2026-01-0%d On kettles", EN, 6);
    assertThat(split.ledger().getDetector(), is("diary"));
    assertThat(
        split.pieces().stream().map(Piece::getStartLine).toList(), contains(1, 5, 9, 13, 17, 21));
    Piece first = split.pieces().get(0);
    assertThat(first.getTitle(), is("On kettles"));
    assertThat(first.getPublished(), is(LocalDate.of(2026, 1, 1)));
  }

  @Test
  void weekdayAndWeatherAreNoTitle() {
    Piece third = split("2026年1月%d日 星期三 小雨转晴", ZH, 5).pieces().get(2);
    assertThat(third.getTitle(), is(nullValue()));
    assertThat(third.getPublished(), is(LocalDate.of(2026, 1, 3)));
    assertThat(split("【2026/1/%d】煮水", ZH, 5).pieces().get(0).getTitle(), is("煮水"));
  }

  @Test
  void readsEnglishDays() {
    assertThat(split("January %d, 2026", EN, 5).pieces().size(), is(5));
    assertThat(split("Monday, %d Jan 2026: tea", EN, 5).pieces().get(0).getTitle(), is("tea"));
  }

  @Test
  void aHistoryOfShortEventsStaysWhole() {
    assertThat(split("2026-01-0%d", "It rained.", 8).pieces().size(), is(1));
    assertThat(split("2026-01-0%d It rained all day long.", EN, 8).pieces().size(), is(1));
  }

  @Test
  void anArticleThatGoesThroughDaysAfterALongIntroductionStaysWhole() {
    String days =
        IntStream.rangeClosed(1, 6)
            .mapToObj(day -> "2026-01-0" + day + "\n\n" + EN + "\n\n")
            .collect(Collectors.joining());
    SplitDump split =
        new Splitter(Dumps.RUN).split(Dumps.of(SourceFormat.TEXT, EN.repeat(3) + "\n\n" + days));
    assertThat(split.pieces().size(), is(1));
  }

  @Test
  void daysInNoOrderAreNoDiary() {
    List<String> days = List.of("05", "01", "09", "02", "07", "03");
    String text =
        days.stream().map(d -> "2026-01-" + d + "\n\n" + EN + "\n\n").collect(Collectors.joining());
    assertThat(
        new Splitter(Dumps.RUN).split(Dumps.of(SourceFormat.TEXT, text)).pieces().size(), is(1));
  }
}
