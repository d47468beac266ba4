package io.winnow.record;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRecordsTest {
  private final List<SourceRecord> records = new ArrayList<>();

  private Stop read(String json) throws IOException {
    return new JsonRecords(new JsonMapping(RecordFields.defaults()), 2000)
        .read(new StringReader(json), records::add);
  }

  private List<String> texts() {
    return records.stream().map(SourceRecord::text).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"text\": \"a\"}, {\"text\": \"b\"}]",
        "{\"text\": \"a\"}\n{\"text\": \"b\"}",
        "{\"total\": 2, \"items\": [{\"text\": \"a\"}, {\"text\": \"b\"}]}",
        "{\"data\": {\"list\": [{\"text\": \"a\"}, {\"text\": \"b\"}], \"next\": null}}",
        "{\"hits\": {\"hits\": [{\"_source\": {\"text\": \"a\"}}, {\"_source\": {\"text\": \"b\"}}]}}",
        "{\"tags\": [{\"name\": \"x\"}], \"posts\": [{\"text\": \"a\"}, {\"text\": \"b\"}]}",
        "{\"db\": [{\"meta\": {}, \"data\": {\"posts\": [{\"text\": \"a\"}, {\"text\": \"b\"}]}}]}",
        "[[], {\"text\": \"a\"}, 7, {\"text\": \"b\"}]"
      })
  void findsTheRecordsWhereverTheyLie(String json) throws IOException {
    assertThat(read(json), is(nullValue()));
    records.removeIf(record -> record.stop() != null);
    assertThat(texts(), contains("a", "b"));
  }

  @Test
  void valuesOfOneObjectAreRecordsFromThreeOn() throws IOException {
    read("{\"k1\": {\"text\": \"a\"}, \"k2\": {\"text\": \"b\"}, \"k3\": {\"text\": \"c\"}}");
    assertThat(texts(), contains("a", "b", "c"));
    records.clear();
    read("{\"question\": {\"text\": \"a?\"}, \"answer\": {\"text\": \"b.\"}}");
    assertThat(records, hasSize(1));
  }

  @Test
  void anArticleWithCommentsIsOneRecord() throws IOException {
    read("{\n\"title\": \"t\", \"comments\": [{\"text\": \"first!\"}], \"text\": \"a\"}");
    assertThat(texts(), contains("a"));
    assertThat(records.get(0).facts().title(), is("t"));
  }

  @Test
  void readsAJsonFeed() throws IOException {
    read(
        "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"水志\", \"language\": \"zh\","
            + " \"items\": [{\"id\": \"1\", \"url\": \"https://example.org/1\","
            + " \"content_html\": \"<p>水。</p>\", \"authors\": [{\"name\": \"甲\"}],"
            + " \"date_published\": \"2026-02-01T00:00:00Z\"}]}");
    SourceRecord record = records.get(0);
    assertThat(record.media(), is("html"));
    assertThat(record.facts().publication(), is("水志"));
    assertThat(record.facts().lang(), is("zh"));
    assertThat(record.facts().url(), is("https://example.org/1"));
    assertThat(record.facts().authors(), contains("甲"));
  }

  @Test
  void aRecordOverTheCapStopsAloneWithWhatWasMeasured() throws IOException {
    String big = "[" + "\"xxxxxxxx\",".repeat(300) + "1]";
    assertThat(read("[{\"text\": \"a\"}, {\"b\": " + big + "}, {\"text\": \"z\"}]"), nullValue());
    assertThat(texts(), contains("a", "", "z"));
    assertThat(records.get(1).stop().reason(), is(RejectReason.TOO_LARGE));
    assertThat(records.get(1).stop().threshold(), is(2000.0));
  }

  @Test
  void aRecordTooDeepStopsAlone() throws IOException {
    String deep = "[".repeat(300) + "]".repeat(300);
    assertThat(read("[{\"x\": " + deep + "}, {\"text\": \"z\"}]"), nullValue());
    assertThat(records.get(0).stop().reason(), is(RejectReason.TOO_DEEP));
    assertThat(texts(), contains("", "z"));
  }

  @Test
  void whatIsMalformedEndsTheDumpAndKeepsWhatCameBefore() throws IOException {
    Stop stop = read("[{\"text\": \"a\"},\n {\"text\": \"b\"},\n {\"text\": oops");
    assertThat(texts(), contains("a", "b"));
    assertThat(stop, is(notNullValue()));
    assertThat(stop.reason(), is(RejectReason.MALFORMED_RECORD));
    assertThat(stop.detail().startsWith("line 3: "), is(true));
  }

  @Test
  void nestingWithoutEndIsRefusedQuickly() throws IOException {
    assertThat(read("[".repeat(1_000_000)), is(notNullValue()));
    assertThat(read("{\"a\":".repeat(1_000_000)), is(notNullValue()));
  }

  @Test
  void emptyArraysHaveNoRecords() throws IOException {
    assertThat(read("[]"), is(nullValue()));
    assertThat(records, is(empty()));
    read("{\"items\": []}");
    assertThat(records, hasSize(1));
    assertThat(records.get(0).stop().reason(), is(RejectReason.NO_TEXT));
  }
}
