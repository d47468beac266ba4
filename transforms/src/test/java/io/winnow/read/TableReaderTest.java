package io.winnow.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.record.Facts;
import io.winnow.record.JsonMapping;
import io.winnow.record.RecordFields;
import io.winnow.record.SourceRecord;
import io.winnow.record.TableRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableReaderTest {
  private static final String WEB =
      "message web { optional binary text (STRING); optional binary url (STRING); "
          + "optional int64 timestamp (TIMESTAMP(MICROS,true)); "
          + "optional group metadata { optional binary title (STRING); optional binary lang (STRING); } "
          + "optional double score; }";

  private static final BiConsumer<Integer, Group> PAGE =
      (n, row) -> {
        row.append("text", "Water is wet, said number " + n + ".");
        row.append("url", "https://example.org/" + n);
        row.append("timestamp", 1_700_000_000_000_000L);
        row.addGroup("metadata").append("title", "Water " + n);
        row.append("score", 0.5);
      };

  @Test
  void rowsAreRecordsByTheNamesOfTheirColumns() {
    Dump dump = Dumps.readOne("a.parquet", Tables.write(WEB, 2, PAGE));
    assertThat(dump.origin().format(), is(SourceFormat.PARQUET));
    assertThat(dump.unreadable(), is(empty()));
    assertThat(
        texts(List.of(dump)),
        contains("Water is wet, said number 0.", "Water is wet, said number 1."));
    Facts facts = dump.records().get(1).facts();
    assertThat(facts.url(), is("https://example.org/1"));
    assertThat(facts.title(), is("Water 1"));
    assertThat(facts.date(), is("2023-11-14T22:13:20Z"));
    assertThat(dump.records().get(0).charset().name(), is("UTF-8"));
    assertThat(dump.records().get(0).raw(), not(containsString("score")));
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
  void everyCodecIsRead(CompressionCodecName codec) {
    byte[] table = Tables.write(WEB, codec, 1 << 20, 300, PAGE);
    assertThat(texts(Dumps.read("t", table)).size(), is(300));
    assertThat(texts(Dumps.read("t", table)).get(299), is("Water is wet, said number 299."));
  }

  @Test
  void daysInstantsListsAndMapsAreUnderstood() {
    String schema =
        "message articles { required binary text (STRING); required int32 published (DATE); "
            + "required group authors (LIST) { repeated group list { required binary element (STRING); } } "
            + "required group tags (LIST) { repeated binary array (STRING); } "
            + "required group meta (MAP) { repeated group key_value { required binary key (STRING); "
            + "optional binary value (STRING); } } }";
    byte[] table =
        Tables.write(
            schema,
            1,
            (n, row) -> {
              row.append("text", "Water is wet.");
              row.append("published", 19_675);
              Group authors = row.addGroup("authors");
              authors.addGroup("list").append("element", "Ada Moreno");
              authors.addGroup("list").append("element", "王小明");
              row.addGroup("tags").append("array", "x");
              Group pair = row.addGroup("meta").addGroup("key_value");
              pair.append("key", "title").append("value", "Water");
            });
    Facts facts = Dumps.readOne("t", table).records().get(0).facts();
    assertThat(facts.date(), is("2023-11-14"));
    assertThat(facts.authors(), contains("Ada Moreno", "王小明"));
    assertThat(facts.title(), is("Water"));
  }

  @Test
  void instantsOfOldWritersAreUnderstood() {
    String schema = "message old { required binary content; required int96 created_at; }";
    ByteBuffer day = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    day.putLong(80_000_000_000_000L).putInt(2_440_588 + 19_675);
    byte[] table =
        Tables.write(
            schema,
            1,
            (n, row) -> {
              row.append("content", Binary.fromString("水是湿的。"));
              row.append("created_at", Binary.fromConstantByteArray(day.array()));
            });
    SourceRecord record = Dumps.readOne("t", table).records().get(0);
    assertThat(record.text(), is("水是湿的。"));
    assertThat(record.facts().date(), is("2023-11-14T22:13:20Z"));
  }

  @Test
  void whereNoColumnIsKnownTheLongestProseIsTheText() {
    String schema = "message odd { optional binary a_b (STRING); optional binary c (STRING); }";
    String prose = "Water is wet and fire is hot, as everybody knows who has tried both.";
    byte[] table = Tables.write(schema, 1, (n, row) -> row.append("a_b", prose).append("c", "key"));
    assertThat(texts(Dumps.read("t", table)), contains(prose));
  }

  @Test
  void aRowWithoutTextStopsAlone() {
    byte[] table =
        Tables.write(
            WEB,
            2,
            (n, row) -> {
              if (n == 1) {
                PAGE.accept(n, row);
              }
            });
    Dump dump = Dumps.readOne("t", table);
    assertThat(dump.records().get(0).stop().reason().name(), is("NO_TEXT"));
    assertThat(dump.records().get(1).stop() == null, is(true));
  }

  @Test
  void aTableLiesInAnArchiveOrIsCompressed() {
    byte[] table = Tables.write(WEB, 2, PAGE);
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("a.parquet", table);
    members.put("b.txt", "seen".getBytes(UTF_8));
    assertThat(texts(Dumps.read("z", Packed.zip(members, UTF_8))).size(), is(2));
    assertThat(texts(Dumps.read("t.gz", Packed.GZIP.pack(table))).size(), is(2));
  }

  @Test
  void aLargeTableIsReadFromTheDiskInWindows() {
    ReadSpec small = new ReadSpec(1 << 15, 1 << 13, 3, 1 << 24, 5000);
    byte[] table = Tables.write(WEB, CompressionCodecName.UNCOMPRESSED, 1 << 14, 2000, PAGE);
    assertThat(table.length, is(greaterThan(1 << 15)));
    List<Dump> dumps = Dumps.read("t", table, small);
    assertThat(texts(dumps).size(), is(2000));
    assertThat(dumps.size(), is(greaterThan(3)));
    assertThat(dumps.get(1).text().firstOrdinal(), is(dumps.get(0).records().size()));
    assertThat(texts(Dumps.read("t", Packed.GZIP.pack(table), small)).size(), is(2000));
  }

  @Test
  void capsAreRejectsWithWhatWasMeasured() {
    ReadSpec small = new ReadSpec(1 << 13, 1 << 13, 3, 1 << 24, 5000);
    byte[] table = Tables.write(WEB, CompressionCodecName.UNCOMPRESSED, 1 << 20, 1000, PAGE);
    SourceRecord group = Dumps.read("t", table, small).get(0).records().get(0);
    assertThat(group.stop().reason().name(), is("TOO_LARGE"));
    assertThat(group.stop().detail(), is("bytes of one row group"));
    assertThat(group.stop().threshold(), is(65536.0));
    byte[] row =
        Tables.write(
            WEB,
            CompressionCodecName.ZSTD,
            1 << 20,
            1,
            (n, page) -> page.append("text", "wet ".repeat(10_000)));
    Unreadable page = Dumps.read("t", row, small).get(0).unreadable().get(0);
    assertThat(page.reason().name(), is("TOO_LARGE"));
    assertThat(page.measured(), is(greaterThan(40_000.0)));
  }

  @Test
  void aTextRepeatedByItsDictionaryIsABomb() {
    ReadSpec small = new ReadSpec(1 << 16, 1 << 14, 3, 1 << 24, 50);
    byte[] table = Tables.write(WEB, 2000, (n, row) -> row.append("text", "water ".repeat(1000)));
    List<Dump> dumps = Dumps.read("t", table, small);
    Dump last = dumps.get(dumps.size() - 1);
    assertThat(
        last.unreadable().get(0).toString(),
        last.unreadable().get(0).reason().name(),
        is("DECOMPRESSION_BOMB"));
  }

  @Test
  void aTableWithoutItsEndIsCorruptAndAnEncryptedOneSaysSo() {
    byte[] table = Tables.write(WEB, 2, PAGE);
    assertThat(reason(Arrays.copyOf(table, table.length - 9)), is("CORRUPT"));
    assertThat(reason(Arrays.copyOf(table, 4)), is("CORRUPT"));
    byte[] encrypted = table.clone();
    encrypted[table.length - 1] = 'E';
    assertThat(reason(encrypted), is("ENCRYPTED"));
    byte[] footer = table.clone();
    Arrays.fill(footer, table.length - 300, table.length - 250, (byte) 0x19);
    assertThat(reason(footer), is("CORRUPT"));
  }

  @Test
  void anEmptyTableIsEmpty() {
    assertThat(reason(Tables.write(WEB, 0, PAGE)), is("EMPTY"));
  }

  @Test
  void noDamageIsAnException() {
    byte[] table = Tables.write(WEB, CompressionCodecName.SNAPPY, 1 << 20, 50, PAGE);
    Random random = new Random(17);
    for (int round = 0; round < 2000; round++) {
      byte[] damaged = table.clone();
      for (int i = 0; i <= round % 4; i++) {
        damaged[4 + random.nextInt(table.length - 8)] = (byte) random.nextInt(256);
      }
      assertThat(Dumps.read("t", damaged), is(notNullValue()));
    }
  }

  @Test
  void aFailingDiskIsNoDamageOfTheFile() throws IOException {
    byte[] table = Tables.write(WEB, 3, PAGE);
    SeekableByteChannel failing =
        new SeekableInMemoryByteChannel(table) {
          @Override
          public int read(ByteBuffer into) throws IOException {
            if (position() < table.length / 4) {
              throw new IOException("no disk");
            }
            return super.read(into);
          }
        };
    TableRecords reader =
        new TableRecords(new JsonMapping(RecordFields.defaults()), 1 << 20, chars -> null);
    assertThrows(UncheckedIOException.class, () -> reader.read(failing, record -> {}));
  }

  private static String reason(byte[] table) {
    return Dumps.readOne("t", table).unreadable().get(0).reason().name();
  }

  private static List<String> texts(List<Dump> dumps) {
    List<String> texts = new ArrayList<>();
    dumps.forEach(dump -> dump.records().forEach(record -> texts.add(record.text())));
    return texts;
  }
}
