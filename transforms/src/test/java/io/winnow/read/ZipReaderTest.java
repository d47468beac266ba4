package io.winnow.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipReaderTest {
  private static final ReadSpec SMALL = new ReadSpec(1 << 16, 1 << 14, 3, 1 << 20, 50);

  @Test
  void everyMemberIsADumpOfItsOwn() {
    byte[] zip =
        Packed.zip(members("b.txt", "中文", "sub/a.html", "<html><body>x</body></html>"), UTF_8);
    List<Dump> dumps = Dumps.read("all.zip", zip);
    assertThat(
        told(dumps),
        contains("all.zip!/b.txt: 中文", "all.zip!/sub/a.html: <html><body>x</body></html>"));
    Origin origin = dumps.get(1).origin();
    assertThat(origin.container(), is("all.zip"));
    assertThat(origin.fileSha256(), is(Sha256.of(zip, 0, zip.length)));
    assertThat(origin.format(), is(SourceFormat.HTML));
    assertThat(origin.bytes(), is(27L));
  }

  @Test
  void namesAreNeverPaths() {
    byte[] zip =
        Packed.zip(members("../../up.txt", "a", "/etc/root.txt", "b", "C:\\x.txt", "c"), UTF_8);
    assertThat(
        told(Dumps.read("z.zip", zip)),
        contains("z.zip!/../../up.txt: a", "z.zip!//etc/root.txt: b", "z.zip!/C:/x.txt: c"));
  }

  @ParameterizedTest
  @CsvSource({
    "GBK, 二月/第三周 技术周刊.md",
    "Big5, 週刊/技術文章.txt",
    "Shift_JIS, 記事/テスト.txt",
    "IBM437, Grüße/café.txt",
    "windows-1252, Grüße/café.txt",
    "IBM866, Статьи/Первая.txt",
    "UTF-8, 二月/日本語.txt"
  })
  void namesAreDecodedInTheCharsetOfTheMachineThatMadeThem(String charset, String name) {
    byte[] zip = Packed.zip(members(name, "x"), Charset.forName(charset));
    assertThat(told(Dumps.read("z", zip)), contains("z!/" + name + ": x"));
  }

  @Test
  void equalNamesGetDifferentUris() {
    byte[] zip = Packed.zip(members("a1.txt", "x", "a2.txt", "y"), UTF_8);
    byte[] renamed =
        new String(zip, Charset.forName("ISO-8859-1"))
            .replace("a2.txt", "a1.txt")
            .getBytes(Charset.forName("ISO-8859-1"));
    assertThat(told(Dumps.read("z", renamed)), contains("z!/a1.txt: x", "z!/a1.txt#2: y"));
  }

  @Test
  void anEncryptedMemberIsOneRejectBesideItsSiblings() {
    byte[] zip = Packed.zip(members("a.txt", "first", "b.txt", "second"), UTF_8);
    zip[6] |= 1;
    zip[directory(zip) + 8] |= 1;
    assertThat(told(Dumps.read("z", zip)), contains("z!/a.txt: ENCRYPTED", "z!/b.txt: second"));
  }

  @Test
  void aDamagedMemberLosesNoSibling() {
    String first = text(1);
    String third = text(3);
    byte[] zip = Packed.zip(members("1", first, "2", text(2), "3", third), UTF_8);
    int middle = new String(zip, Charset.forName("ISO-8859-1")).indexOf("PK\3\4", 100);
    Arrays.fill(zip, middle + 200, middle + 220, (byte) 0xFF);
    List<Dump> dumps = Dumps.read("z", zip);
    assertThat(
        dumps.stream().map(dump -> dump.origin().uri()).toList(), contains("z!/1", "z!/2", "z!/3"));
    assertThat(dumps.get(0).text().text(), is(first));
    assertThat(dumps.get(1).unreadable().get(0).reason().name(), is("CORRUPT"));
    assertThat(dumps.get(2).text().text(), is(third));
  }

  @Test
  void aTruncatedArchiveKeepsWhatCameBefore() {
    String first = text(1);
    byte[] zip = Packed.zip(members("1", first, "2", text(2), "3", text(3)), UTF_8);
    List<Dump> dumps = Dumps.read("z", Arrays.copyOf(zip, zip.length / 2));
    assertThat(dumps.get(0).text().text(), is(first));
    assertThat(dumps.get(1).origin().uri(), is("z!/2"));
    assertThat(text(2), containsString(dumps.get(1).text().text()));
    assertThat(dumps.get(1).unreadable().get(0).reason().name(), is("CORRUPT"));
    assertThat(told(dumps).get(2), is("z: CORRUPT"));
  }

  @Test
  void anArchiveInAnArchiveIsNotOpened() {
    byte[] inner = Packed.zip(members("a.txt", "hidden"), UTF_8);
    Map<String, byte[]> outer = new LinkedHashMap<>();
    outer.put("inner.zip", inner);
    outer.put("twice.gz", Packed.GZIP.pack(Packed.XZ.pack("hidden".getBytes(UTF_8))));
    outer.put("b.txt", "seen".getBytes(UTF_8));
    assertThat(
        told(Dumps.read("z", Packed.zip(outer, UTF_8))),
        contains("z!/inner.zip: NESTED_ARCHIVE", "z!/twice.gz: NESTED_ARCHIVE", "z!/b.txt: seen"));
    assertThat(told(Dumps.read("z.gz", Packed.GZIP.pack(inner))), contains("z.gz: NESTED_ARCHIVE"));
  }

  @Test
  void aCompressedMemberIsOpenedOnce() {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("a.txt.gz", Packed.GZIP.pack("seen".getBytes(UTF_8)));
    members.put("b.html.zst", Packed.ZSTD.pack("<html><body>x</body></html>".getBytes(UTF_8)));
    byte[] cut = Packed.GZIP.pack(text(1).getBytes(UTF_8));
    members.put("cut.gz", Arrays.copyOf(cut, cut.length / 2));
    List<Dump> dumps = Dumps.read("z", Packed.zip(members, UTF_8));
    assertThat(
        told(dumps).subList(0, 2),
        contains("z!/a.txt.gz: seen", "z!/b.html.zst: <html><body>x</body></html>"));
    assertThat(dumps.get(0).origin().bytes(), is(4L));
    assertThat(text(1), containsString(dumps.get(2).text().text()));
    assertThat(dumps.get(2).unreadable().get(0).reason().name(), is("CORRUPT"));
  }

  @Test
  void aBombWithinACompressedMemberIsStopped() {
    Map<String, byte[]> members = new LinkedHashMap<>();
    byte[] bomb = "all work and no play\n".repeat(1 << 15).getBytes(UTF_8);
    members.put("bomb.gz", Packed.GZIP.pack(bomb));
    members.put("bomb.gz.gz", Packed.GZIP.pack(Packed.GZIP.pack(bomb)));
    assertThat(
        told(Dumps.read("z", Packed.zip(members, UTF_8), SMALL)),
        contains("z!/bomb.gz: DECOMPRESSION_BOMB", "z!/bomb.gz.gz: NESTED_ARCHIVE"));
  }

  @Test
  void membersMayHoldRecords() {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put(
        "a.warc.gz", Packed.GZIP.pack(new Warc("1.0").page("https://a.example/", "<p>x").bytes()));
    members.put("b.json", "[{\"text\": \"Water is wet.\"}]".getBytes(UTF_8));
    List<Dump> dumps = Dumps.read("z", Packed.zip(members, UTF_8));
    assertThat(dumps.get(0).records().get(0).text(), is("<p>x"));
    assertThat(dumps.get(0).origin().format(), is(SourceFormat.WARC));
    assertThat(dumps.get(1).records().get(0).text(), is("Water is wet."));
  }

  @Test
  void membersBeyondTheCapAreOneReject() {
    byte[] zip = Packed.zip(members("1", "a", "2", "b", "3", "c", "4", "d", "5", "e"), UTF_8);
    List<Dump> dumps = Dumps.read("z", zip, SMALL);
    assertThat(told(dumps), contains("z!/1: a", "z!/2: b", "z!/3: c", "z: TOO_MANY_ENTRIES"));
    assertThat(dumps.get(3).unreadable().get(0).measured(), is(5.0));
    assertThat(dumps.get(3).unreadable().get(0).threshold(), is(3.0));
  }

  @Test
  void membersShareOneBudget() {
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (int i = 1; i <= 3; i++) {
      members.put("bomb" + i, "all work and no play\n".repeat(1 << 15).getBytes(UTF_8));
    }
    assertThat(
        told(Dumps.read("z", Packed.zip(members, UTF_8), SMALL)),
        contains(
            "z!/bomb1: DECOMPRESSION_BOMB",
            "z!/bomb2: DECOMPRESSION_BOMB",
            "z!/bomb3: DECOMPRESSION_BOMB"));
    ReadSpec total = new ReadSpec(1 << 16, 1 << 14, 9, 1 << 20, 5000);
    assertThat(
        told(Dumps.read("z", Packed.zip(members, UTF_8), total)),
        contains("z!/bomb1: TOO_LARGE", "z!/bomb2: DECOMPRESSION_BOMB", "z: DECOMPRESSION_BOMB"));
  }

  @Test
  void anArchiveWithoutMembersIsEmpty() {
    byte[] zip = Packed.zip(members("folder/", ""), UTF_8);
    assertThat(told(Dumps.read("z", zip)), contains("z: EMPTY"));
  }

  @Test
  void anOfficeDocumentIsBinary() {
    byte[] zip =
        Packed.zip(members("[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>"), UTF_8);
    assertThat(told(Dumps.read("a.docx", zip)), contains("a.docx: BINARY"));
  }

  @Test
  void anArchiveTooLargeForMemoryIsReadAllTheSame() {
    byte[] zip = Packed.zip(members("1", text(1).repeat(20), "2", "b"), UTF_8);
    ReadSpec tiny = new ReadSpec(64, 64, 3, 1 << 20, 5000);
    assertThat(told(Dumps.read("z", zip, tiny)), contains("z!/1: TOO_LARGE", "z!/2: b"));
  }

  @Test
  void noDamageIsAnException() {
    byte[] zip =
        Packed.zip(members("1", text(1), "2", text(2), "三", text(3)), Charset.forName("GBK"));
    Random random = new Random(17);
    for (int round = 0; round < 400; round++) {
      byte[] damaged =
          round % 2 == 0 ? zip.clone() : Arrays.copyOf(zip, 4 + random.nextInt(zip.length));
      int end = Math.min(damaged.length, zip.length);
      int from = round % 3 == 0 ? Math.min(directory(zip), end - 1) : 4;
      for (int flips = 0; flips < 3; flips++) {
        damaged[from + random.nextInt(end - from)] = (byte) random.nextInt();
      }
      assertThat(Dumps.read("z", damaged).isEmpty(), is(false));
    }
  }

  private static int directory(byte[] zip) {
    return new String(zip, Charset.forName("ISO-8859-1")).indexOf("PK\1\2");
  }

  private static List<String> told(List<Dump> dumps) {
    return dumps.stream()
        .map(
            dump ->
                dump.origin().uri()
                    + ": "
                    + (dump.unreadable().isEmpty()
                        ? dump.text().text()
                        : dump.unreadable().get(0).reason()))
        .toList();
  }

  private static String text(int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append("第 ").append(random.nextLong()).append(" 行\n");
    }
    return text.toString();
  }

  private static Map<String, byte[]> members(String... namesAndTexts) {
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      members.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(UTF_8));
    }
    return members;
  }
}
