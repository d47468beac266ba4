package io.winnow.split;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.read.DumpText;
import io.winnow.read.SourceFormat;
import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesDetectorTest {
  @Test
  void readsTheFieldsThatNeedNoMapping() {
    Piece piece =
        one(
            "{\"id\": 17, \"url\": \"https://example.org/17\", \"title\": \"水\","
                + " \"text\": \"水开了。\", \"author\": [\"甲\", {\"name\": \"乙\"}],"
                + " \"date\": \"2026-02-03T08:00:00+08:00\", \"lang\": \"zh\"}");
    assertThat(piece.getSourceId(), is("17"));
    assertThat(piece.getUrl(), is("https://example.org/17"));
    assertThat(piece.getUrlRole(), is("self"));
    assertThat(piece.getTitle(), is("水"));
    assertThat(piece.getText(), is("水开了。"));
    assertThat(piece.getMedia(), is("text"));
    assertThat(piece.getAuthors(), is(List.of("甲", "乙")));
    assertThat(piece.getPublished(), is(LocalDate.of(2026, 2, 3)));
    assertThat(piece.getPublishedOrigin(), is("given"));
    assertThat(piece.getPublishedRaw(), is("2026-02-03T08:00:00+08:00"));
    assertThat(piece.getLang(), is("zh"));
  }

  @Test
  void tellsHtmlMarkdownAndTextApart() {
    assertThat(one("{\"html\": \"<p>a</p>\"}").getMedia(), is("html"));
    assertThat(one("{\"text\": \"<div><p>a</p></div>\"}").getMedia(), is("html"));
    assertThat(one("{\"text\": \"## a\\nb\"}").getMedia(), is("markdown"));
    assertThat("text about HTML", one("{\"text\": \"<a> is a tag.\"}").getMedia(), is("text"));
  }

  @Test
  void takesTheLastOfTwoEqualKeysAndUnwrapsValues() {
    Piece piece =
        one("{\"title\": \"x\", \"title\": {\"rendered\": \"y\"}, \"text\": [\"a\", \"b\"]}");
    assertThat(piece.getTitle(), is("y"));
    assertThat(piece.getText(), is("a\n\nb"));
  }

  @Test
  void readsDaysInSecondsAndMilliseconds() {
    LocalDate day = LocalDate.of(2021, 1, 12);
    assertThat(one("{\"text\": \"a\", \"date\": 1610409600}").getPublished(), is(day));
    assertThat(one("{\"text\": \"a\", \"date\": 1610409600000}").getPublished(), is(day));
    assertThat(
        one("{\"text\": \"a\", \"date\": \"Tue, 12 Jan 2021 00:00:00 +0000\"}").getPublished(),
        is(day));
    assertThat(one("{\"text\": \"a\", \"date\": \"soon\"}").getPublished(), is(nullValue()));
  }

  @Test
  void rejectsBrokenRecordsAndKeepsTheRest() {
    SplitDump split =
        split(
            String.join(
                "\n",
                "{\"text\": \"a\"}",
                "",
                "{\"text\": \"b\"",
                "{\"text\": \"c\"} and more",
                "[1]",
                "{\"title\": \"no text\", \"text\": \" \"}",
                "{\"a\":".repeat(300) + "1" + "}".repeat(300),
                "{\"text\": \"z\"}"));
    assertThat(split.pieces().stream().map(Piece::getText).toList(), contains("a", "z"));
    assertThat(
        split.rejects().stream().map(Reject::getReason).toList(),
        contains(
            "malformed-record",
            "malformed-record",
            "malformed-record",
            "no-text",
            "malformed-record"));
    assertThat(split.rejects().get(3).getTitle(), is("no text"));
    assertThat(split.ledger().getLines(), is(7));
    assertThat(split.pieces().get(1).getSourceOrdinal(), is(6));
    assertThat(split.pieces().get(1).getStartLine(), is(8));
  }

  @Test
  void goesOnCountingInALaterWindow() {
    String records = "{\"text\": \"a\"}\n{\"text\": \"a\"}\n";
    SplitDump first = split(records);
    SplitDump second =
        new Splitter(Dumps.RUN)
            .split(
                Dumps.of(
                    "dump.txt",
                    SourceFormat.JSONL,
                    DumpText.of(records, new long[] {30, 45, 60}, 5, 4)),
                null);
    Piece piece = second.pieces().get(0);
    assertThat(piece.getSourceOrdinal(), is(4));
    assertThat(piece.getStartLine(), is(5));
    assertThat(piece.getStartOffset(), is(30L));
    assertThat(piece.getId(), not(is(first.pieces().get(0).getId())));
    assertThat(piece.getId(), not(is(second.pieces().get(1).getId())));
  }

  private static SplitDump split(String text) {
    return new Splitter(Dumps.RUN).split(Dumps.of(SourceFormat.JSONL, text));
  }

  private static Piece one(String record) {
    return split(record + "\n").pieces().get(0);
  }
}
