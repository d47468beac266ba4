package io.winnow.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.winnow.record.SourceRecord;
import io.winnow.reject.RejectReason;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordDumpsTest {
  private static final ReadSpec SMALL = new ReadSpec(1 << 16, 1 << 12, 9, 1 << 24, 10_000);

  private static String array(int records) {
    return IntStream.range(0, records)
        .mapToObj(i -> "{\"id\": %d, \"text\": \"水 %d 😀\"}".formatted(i, i))
        .collect(Collectors.joining(",\n", "[", "]"));
  }

  @Test
  void placesAreThoseOfTheBytes() {
    byte[] bytes = ("\uFEFF" + array(3)).getBytes(UTF_8);
    Dump dump = Dumps.readOne("a.json", bytes);
    assertThat(dump.origin().format(), is(SourceFormat.JSON));
    for (SourceRecord record : dump.records()) {
      String raw =
          new String(bytes, (int) record.start(), (int) (record.end() - record.start()), UTF_8);
      assertThat(raw, startsWith("{\"id\": " + record.facts().id() + ","));
      assertThat(raw.charAt(raw.length() - 1), is('}'));
    }
  }

  @Test
  void placesAreUnknownInOtherCharsets() {
    byte[] bytes = array(200).replace("😀", "开了，可以泡茶").getBytes(Charset.forName("GB18030"));
    List<SourceRecord> records = Dumps.readOne("a.json", bytes).records();
    assertThat(records.get(7).text(), is("水 7 开了，可以泡茶"));
    assertThat(records.get(7).start(), is(-1L));
  }

  @Test
  void windowsGiveTheSameRecordsAsTheWholeAndCountOn() {
    byte[] bytes = array(5000).getBytes(UTF_8);
    List<Dump> windows = Dumps.read("a.json", bytes, SMALL);
    assertThat(windows.size(), greaterThan(10));
    List<String> ids = new ArrayList<>();
    for (Dump window : windows) {
      assertThat(window.text().firstOrdinal(), is(ids.size()));
      window.records().forEach(record -> ids.add(record.facts().id()));
    }
    assertThat(
        ids, is(IntStream.range(0, 5000).mapToObj(String::valueOf).collect(Collectors.toList())));
    assertThat(windows.stream().filter(Dump::last).count(), is(1L));
    Dump last = windows.get(windows.size() - 1);
    assertThat(last.last(), is(true));
    assertThat(last.origin().bytes(), is((long) bytes.length));
    assertThat(last.origin().sha256(), is(Sha256.of(bytes, 0, bytes.length)));
  }

  @Test
  void whatIsCutOffIsOneRejectWithItsBytes() {
    byte[] bytes = "[{\"text\": \"a\"}, {\"text\": \"水".getBytes(UTF_8);
    Dump dump = Dumps.readOne("a.json", bytes);
    assertThat(dump.records().stream().map(SourceRecord::text).toList(), contains("a"));
    Unreadable rest = dump.unreadable().get(0);
    assertThat(rest.reason(), is(RejectReason.MALFORMED_RECORD));
    assertThat(rest.original(), is(", {\"text\": \"水"));
    assertThat(rest.startOffset(), is(14L));
    assertThat(rest.originalBytes(), is(bytes.length - 14L));
  }

  @Test
  void feedsOfAnyCharsetGiveTheirItems() {
    String xml =
        "<?xml version=\"1.0\" encoding=\"GB2312\"?><rss><channel><item><description>"
            + "水开了，可以泡茶。".repeat(20)
            + "</description></item></channel></rss>";
    Dump dump = Dumps.readOne("f", xml.getBytes(Charset.forName("GB18030")));
    assertThat(dump.origin().charset(), is("GB18030"));
    assertThat(dump.records().get(0).text(), startsWith("水开了，可以泡茶。"));
  }

  @Test
  void aFileOfNoRecordIsEmpty() {
    Dump dump = Dumps.readOne("f.xml", "<rss version=\"2.0\"><channel/></rss>".getBytes(UTF_8));
    assertThat(dump.records(), is(empty()));
    assertThat(
        dump.unreadable().stream().map(Unreadable::reason).toList(),
        everyItem(is(RejectReason.EMPTY)));
    assertThat(dump.unreadable(), is(not(empty())));
  }
}
