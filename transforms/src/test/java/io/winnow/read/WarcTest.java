package io.winnow.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.record.SourceRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarcTest {
  private static final String HTML =
      "<html><head><title>Water</title></head><body><p>Water is wet.</p></body></html>";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  private static final String URL = "https://example.org/water";

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1.1"})
  void aResponseIsARecordAndWhatTheCrawlerNotesIsNone(String version) {
    byte[] warc = new Warc(version).info().request(URL).page(URL, HTML).bytes();
    Dump dump = Dumps.readOne("a.warc", warc);
    assertThat(dump.origin().format(), is(SourceFormat.WARC));
    assertThat(dump.unreadable(), is(empty()));
    assertThat(told(dump), contains("html: " + HTML));
    SourceRecord record = dump.records().get(0);
    assertThat(record.facts().url(), is(URL));
    assertThat(record.facts().id(), is("urn:uuid:00000003-0000-0000-0000-000000000000"));
    assertThat(record.facts().date(), is(nullValue()));
    assertThat(record.charset().name(), is("UTF-8"));
    String placed =
        new String(warc, (int) record.start(), (int) (record.end() - record.start()), UTF_8);
    assertThat(placed.startsWith("WARC/" + version), is(true));
    assertThat(placed.endsWith("</html>"), is(true));
    assertThat(placed, containsString("WARC-Type: response"));
  }

  @Test
  void everyRecordMayBeAGzipMember() {
    byte[] first = new Warc("1.0").info().bytes();
    byte[] second = new Warc("1.0").page(URL, HTML).bytes();
    byte[] third = new Warc("1.0").page(URL + "2", HTML.replace("wet", "cold")).bytes();
    byte[] all =
        Packed.concat(Packed.GZIP.pack(first), Packed.GZIP.pack(second), Packed.GZIP.pack(third));
    Dump dump = Dumps.readOne("a.warc.gz", all);
    assertThat(told(dump), contains("html: " + HTML, "html: " + HTML.replace("wet", "cold")));
    Dump cut = Dumps.readOne("a.warc.gz", Arrays.copyOf(all, all.length - 30));
    assertThat(told(cut), contains("html: " + HTML));
    assertThat(cut.unreadable().get(0).reason().name(), is("CORRUPT"));
  }

  @Test
  void aConversionIsATextWhateverItLooksLike() {
    String text = "# Water\nWater is <b>wet</b>.\n";
    byte[] wet =
        new Warc("1.0")
            .info()
            .record(
                "conversion",
                URL,
                "WARC-Identified-Content-Language: spa,eng\r\nContent-Type: text/plain\r\n",
                text.getBytes(UTF_8))
            .bytes();
    Dump dump = Dumps.readOne("a.wet", wet);
    assertThat(dump.origin().format(), is(SourceFormat.WET));
    assertThat(told(dump), contains("text: " + text));
    assertThat(dump.records().get(0).facts().lang(), is("spa"));
  }

  @Test
  void chunksAreJoined() {
    String chunked =
        "5\r\n<html\r\n1a;name=value\r\n><body>Water is wet</body>\r\n7\r\n</html>\r\n0\r\n\r\n";
    assertThat(
        one(OK + "Transfer-Encoding: chunked\r\n", chunked),
        is("html: <html><body>Water is wet</body></html>"));
    assertThat(one(OK + "Transfer-Encoding: chunked\r\n", HTML), is("html: " + HTML));
  }

  @Test
  void damagedChunksStopOneRecord() {
    byte[] warc =
        new Warc("1.0")
            .response(URL, OK + "Transfer-Encoding: chunked\r\n", "5\r\n<html>x".getBytes(UTF_8))
            .response(URL, OK + "Transfer-Encoding: chunked\r\n", "ff\r\n<html>".getBytes(UTF_8))
            .page(URL, HTML)
            .bytes();
    assertThat(
        told(Dumps.readOne("a.warc", warc)),
        contains("CORRUPT chunks of the body", "CORRUPT chunks of the body", "html: " + HTML));
  }

  @Test
  void bodiesAreDecompressed() {
    byte[] html = HTML.getBytes(UTF_8);
    assertThat(coded("gzip", Packed.GZIP.pack(html)), is("html: " + HTML));
    assertThat(coded("x-gzip", Packed.GZIP.pack(html)), is("html: " + HTML));
    assertThat(coded("zstd", Packed.ZSTD.pack(html)), is("html: " + HTML));
    assertThat(coded("deflate", deflated(html, false)), is("html: " + HTML));
    assertThat(coded("deflate", deflated(html, true)), is("html: " + HTML));
    assertThat(
        coded("br", Base64.getDecoder().decode(BROTLI)),
        is("html: <html><body><p>Water is wet.</p></body></html>"));
    assertThat(
        coded("deflate, gzip", Packed.GZIP.pack(deflated(html, false))), is("html: " + HTML));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "deflate", "zstd", "aes128gcm"})
  void aBodyThatTheCrawlerDecompressedIsTakenAsItStands(String coding) {
    assertThat(coded(coding, HTML.getBytes(UTF_8)), is("html: " + HTML));
  }

  @Test
  void aDamagedBodyStopsOneRecord() {
    byte[] gzip = Packed.GZIP.pack(HTML.getBytes(UTF_8));
    byte[] warc =
        new Warc("1.0")
            .response(URL, OK + "Content-Encoding: gzip\r\n", Arrays.copyOf(gzip, 40))
            .response(URL, OK + "Content-Encoding: br\r\n", noise())
            .response(URL, OK + "Content-Encoding: gzip\r\n", gzip)
            .bytes();
    List<String> told = told(Dumps.readOne("a.warc", warc));
    assertThat(told.get(0), containsString("CORRUPT"));
    assertThat(told.get(1), containsString("CORRUPT"));
    assertThat(told.get(2), is("html: " + HTML));
  }

  @Test
  void theCharsetOfTheHeaderIsBelievedWhereTheBytesAllowIt() {
    String html = "<html><body><p>水是湿的，火是热的。</p></body></html>";
    byte[] warc =
        new Warc("1.0")
            .response(
                URL,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"GB2312\"\r\n",
                html.getBytes(Charset.forName("GBK")))
            .bytes();
    SourceRecord record = Dumps.readOne("a.warc", warc).records().get(0);
    assertThat(record.text(), is(html));
    assertThat(record.charset().name(), is("GB18030"));
  }

  @Test
  void whatIsNoDocumentStopsWithItsStatusOrType() {
    byte[] png =
        Packed.concat(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, 10}, noise());
    byte[] warc =
        new Warc("1.0")
            .response(
                URL, "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n", HTML.getBytes(UTF_8))
            .response(URL, "HTTP/1.1 301 Moved\r\nLocation: /x\r\n", new byte[0])
            .response(URL, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n", png)
            .response(URL, "HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n", "p {}".getBytes(UTF_8))
            .response(URL, OK, new byte[0])
            .response(URL, "no status at all\r\n", HTML.getBytes(UTF_8))
            .record(
                "resource",
                "metadata://example.org/log",
                "Content-Type: text/plain\r\n",
                "x".getBytes(UTF_8))
            .record(
                "response", "dns:example.org", "Content-Type: text/dns\r\n", "x".getBytes(UTF_8))
            .record("revisit", URL, "Content-Type: application/http\r\n", "x".getBytes(UTF_8))
            .bytes();
    assertThat(
        told(Dumps.readOne("a.warc", warc)),
        contains(
            "NOT_AN_ARTICLE HTTP 404",
            "NOT_AN_ARTICLE HTTP 301",
            "BINARY image/png",
            "NOT_AN_ARTICLE text/css",
            "NO_TEXT empty body",
            "MALFORMED_RECORD no HTTP response",
            "NOT_AN_ARTICLE note of the crawler"));
  }

  @Test
  void aResourceIsReadAsWhatItIs() {
    String json =
        "[{\"title\": \"Water\", \"text\": \"Water is wet.\"}, {\"text\": \"Fire is hot.\"}]";
    String feed =
        "<rss version=\"2.0\"><channel><title>Elements</title><item><title>Air</title>"
            + "<description>Air is thin.</description></item></channel></rss>";
    byte[] warc =
        new Warc("1.1")
            .record(
                "resource",
                "file:///a.md",
                "Content-Type: text/markdown\r\n",
                "# Earth\n\nEarth is dry. See [it](x).\n".getBytes(UTF_8))
            .record("resource", URL, "Content-Type: application/json\r\n", json.getBytes(UTF_8))
            .record("resource", URL, "Content-Type: application/rss+xml\r\n", feed.getBytes(UTF_8))
            .record(
                "resource",
                URL,
                "Content-Type: text/xml\r\n",
                "<urlset><url/></urlset>".getBytes(UTF_8))
            .record("resource", URL, "Content-Type: application/json\r\n", "[]".getBytes(UTF_8))
            .bytes();
    assertThat(
        told(Dumps.readOne("a.warc", warc)),
        contains(
            "markdown: # Earth\n\nEarth is dry. See [it](x).\n",
            "text: Water is wet.",
            "text: Fire is hot.",
            "text: Air is thin.",
            "NOT_AN_ARTICLE text/xml",
            "text: []"));
  }

  @Test
  void capsAreRejectsWithWhatWasMeasured() {
    ReadSpec small = new ReadSpec(1 << 16, 1 << 14, 3, 1 << 22, 50);
    String large = "<html><body>" + "water ".repeat(20_000) + "</body></html>";
    byte[] warc =
        new Warc("1.0")
            .page(URL, large)
            .response(
                URL,
                OK + "Content-Encoding: gzip\r\n",
                Packed.GZIP.pack("a".repeat(1 << 20).getBytes(UTF_8)))
            .page(URL, HTML)
            .bytes();
    List<SourceRecord> records = records(Dumps.read("a.warc", warc, small));
    assertThat(records.get(0).stop().reason().name(), is("TOO_LARGE"));
    assertThat(records.get(0).stop().threshold(), is(65536.0));
    assertThat(records.get(1).stop().reason().name(), is("DECOMPRESSION_BOMB"));
    assertThat(records.get(2).text(), is(HTML));
  }

  @Test
  void bodiesShareTheBudgetOfTheFile() {
    ReadSpec small = new ReadSpec(1 << 16, 1 << 14, 3, 1 << 17, 5000);
    Warc warc = new Warc("1.0");
    for (int i = 0; i < 4; i++) {
      warc.response(
          URL,
          OK + "Content-Encoding: gzip\r\n",
          Packed.GZIP.pack("a".repeat(50_000).getBytes(UTF_8)));
    }
    List<SourceRecord> records = records(Dumps.read("a.warc", warc.bytes(), small));
    assertThat(records.get(1).stop(), is(nullValue()));
    assertThat(records.get(2).stop().reason().name(), is("DECOMPRESSION_BOMB"));
    assertThat(records.get(3).stop().reason().name(), is("DECOMPRESSION_BOMB"));
  }

  @Test
  void anArchiveAboveTheCapOfOneTextIsReadInWindows() {
    ReadSpec small = new ReadSpec(1 << 16, 1 << 14, 3, 1 << 24, 5000);
    Warc warc = new Warc("1.0").info();
    for (int i = 0; i < 60; i++) {
      warc.page(URL + i, HTML.replace("wet", "wet ".repeat(1000) + i));
    }
    List<Dump> dumps = Dumps.read("a.warc", warc.bytes(), small);
    assertThat(records(dumps).size(), is(60));
    assertThat(dumps.get(1).text().firstOrdinal(), is(dumps.get(0).records().size()));
    assertThat(dumps.get(dumps.size() - 1).last(), is(true));
    assertThat(dumps.get(0).origin().sha256().length(), is(64));
  }

  @Test
  void whatFollowsLostTrackIsOneReject() {
    byte[] good = new Warc("1.0").page(URL, HTML).bytes();
    for (String bad :
        List.of(
            "garbage\r\n\r\n",
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n",
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\n",
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
            "WARC/1.0\r\nWARC-Type: response\r\n\r\n",
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 700\r\n\r\nxx",
            "WARC/1.0\r\nWARC-Type: resp")) {
      Dump dump = Dumps.readOne("a.warc", Packed.concat(good, bad.getBytes(UTF_8)));
      assertThat(bad, told(dump), contains("html: " + HTML));
      assertThat(bad, dump.unreadable().size(), is(1));
      assertThat(bad, dump.unreadable().get(0).reason().name(), is("CORRUPT"));
    }
  }

  @Test
  void aHeaderWithoutEndIsOverItsCap() {
    byte[] warc = ("WARC/1.0\r\nWARC-Type: " + "x".repeat(1 << 20)).getBytes(UTF_8);
    Unreadable unreadable = Dumps.readOne("a.warc", warc).unreadable().get(0);
    assertThat(unreadable.reason().name(), is("TOO_LARGE"));
    assertThat(unreadable.threshold(), is(262144.0));
  }

  @Test
  void anArchiveOfNotesHoldsNoRecord() {
    Dump dump = Dumps.readOne("a.wat", new Warc("1.0").info().request(URL).bytes());
    assertThat(dump.records(), is(empty()));
    assertThat(dump.unreadable().get(0).reason().name(), is("EMPTY"));
  }

  @Test
  void manyEmptyLinesAndOddLineEndsCostLittle() {
    byte[] lines = "\r\n".repeat(1 << 20).getBytes(UTF_8);
    byte[] good = new Warc("1.0").page(URL, HTML).bytes();
    long before = System.nanoTime();
    Dump dump = Dumps.readOne("a.warc", Packed.concat(good, lines, good, lines));
    assertThat(dump.records().size(), is(2));
    byte[] spaces = (OK + "Transfer-Encoding:" + " ".repeat(1 << 20) + ",x\r\n").getBytes(UTF_8);
    assertThat(one(new String(spaces, UTF_8), HTML), is("html: " + HTML));
    assertThat(System.nanoTime() - before, lessThan(60_000_000_000L));
  }

  @Test
  void noDamageIsAnException() {
    byte[] warc =
        new Warc("1.1")
            .info()
            .page(URL, HTML)
            .response(
                URL, OK + "Content-Encoding: gzip\r\n", Packed.GZIP.pack(HTML.getBytes(UTF_8)))
            .response(
                URL,
                OK + "Transfer-Encoding: chunked\r\n",
                "5\r\n<html\r\n0\r\n\r\n".getBytes(UTF_8))
            .bytes();
    Random random = new Random(17);
    for (int round = 0; round < 2000; round++) {
      byte[] damaged = warc.clone();
      for (int i = 0; i <= round % 5; i++) {
        damaged[8 + random.nextInt(warc.length - 8)] = (byte) random.nextInt(256);
      }
      assertThat(Dumps.read("a.warc", damaged), is(notNullValue()));
    }
  }

  /** {@code <html><body><p>Water is wet.</p></body></html>}, compressed. */
  private static final String BROTLI = "Gy0A+EVveL2Oi+NZ+z5FUYqSm9AiVGoCTDxBXBdjGK4/cuX9FDY0";

  private static String coded(String coding, byte[] body) {
    byte[] warc =
        new Warc("1.0").response(URL, OK + "Content-Encoding: " + coding + "\r\n", body).bytes();
    return told(Dumps.readOne("a.warc", warc)).get(0);
  }

  private static String one(String header, String body) {
    byte[] warc = new Warc("1.0").response(URL, header, body.getBytes(UTF_8)).bytes();
    return told(Dumps.readOne("a.warc", warc)).get(0);
  }

  private static byte[] deflated(byte[] bytes, boolean bare) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(9, bare);
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(bytes);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    deflater.end();
    return packed.toByteArray();
  }

  private static byte[] noise() {
    byte[] noise = new byte[3000];
    new Random(3).nextBytes(noise);
    return noise;
  }

  private static List<SourceRecord> records(List<Dump> dumps) {
    List<SourceRecord> records = new ArrayList<>();
    dumps.forEach(dump -> records.addAll(dump.records()));
    return records;
  }

  private static List<String> told(Dump dump) {
    return dump.records().stream()
        .map(
            record ->
                record.stop() == null
                    ? record.media() + ": " + record.text()
                    : record.stop().reason() + " " + record.stop().detail())
        .toList();
  }
}
