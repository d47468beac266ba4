package io.winnow.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TarReaderTest {
  private static final ReadSpec SMALL = new ReadSpec(1 << 16, 1 << 14, 3, 1 << 20, 50);

  @Test
  void everyMemberIsADumpOfItsOwnInTheOrderOfTheArchive() {
    byte[] tar = tar("b.txt", "中文", "sub/a.html", "<html><body>x</body></html>");
    List<Dump> dumps = Dumps.read("all.tar", tar);
    assertThat(
        told(dumps),
        contains("all.tar!/b.txt: 中文", "all.tar!/sub/a.html: <html><body>x</body></html>"));
    Origin origin = dumps.get(1).origin();
    assertThat(origin.container(), is("all.tar"));
    assertThat(origin.fileSha256(), is(Sha256.of(tar, 0, tar.length)));
    assertThat(origin.format(), is(SourceFormat.HTML));
    assertThat(origin.bytes(), is(27L));
  }

  @ParameterizedTest
  @EnumSource(Packed.class)
  void aCompressedArchiveIsOpenedToo(Packed packing) {
    byte[] packed = packing.pack(tar("a.txt", "one", "b.txt", "two"));
    assertThat(told(Dumps.read("t", packed)), contains("t!/a.txt: one", "t!/b.txt: two"));
  }

  @Test
  void anArchiveOfTheTimeBeforePosixIsOneToo() {
    byte[] tar = tar("a.txt", "one");
    Arrays.fill(tar, 257, 265, (byte) 0);
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += i >= 148 && i < 156 ? ' ' : tar[i];
    }
    byte[] octal = "%06o\0 ".formatted(sum).getBytes(UTF_8);
    System.arraycopy(octal, 0, tar, 148, 8);
    assertThat(told(Dumps.read("t", tar)), contains("t!/a.txt: one"));
  }

  @Test
  void namesAreNeverPaths() {
    assertThat(
        told(Dumps.read("t", tar("../../up.txt", "a", "x/../y.txt", "b"))),
        contains("t!/../../up.txt: a", "t!/x/../y.txt: b"));
  }

  @ParameterizedTest
  @CsvSource({"GBK, 二月/第三周 技术周刊.md", "windows-1252, Grüße/café.txt", "UTF-8, 二月/日本語.txt"})
  void namesAreDecodedInTheCharsetOfTheMachineThatMadeThem(String charset, String name) {
    byte[] tar = write(charset, out -> add(out, name, "x".getBytes(UTF_8)));
    assertThat(told(Dumps.read("t", tar)), contains("t!/" + name + ": x"));
  }

  @Test
  void longNamesAreWhole() {
    String name = "folder/".repeat(40) + "文章.txt";
    byte[] posix =
        write(
            "UTF-8",
            out -> {
              out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
              out.setAddPaxHeadersForNonAsciiNames(true);
              add(out, name, "x".getBytes(UTF_8));
            });
    assertThat(told(Dumps.read("t", posix)), contains("t!/" + name + ": x"));
    assertThat(told(Dumps.read("t", tar(name, "x"))), contains("t!/" + name + ": x"));
  }

  @Test
  void foldersLinksAndDevicesAreNoContent() {
    byte[] tar =
        write(
            "UTF-8",
            out -> {
              special(out, "folder/", TarConstants.LF_DIR);
              special(out, "link", TarConstants.LF_SYMLINK);
              special(out, "hard", TarConstants.LF_LINK);
              special(out, "null", TarConstants.LF_CHR);
              special(out, "disk", TarConstants.LF_BLK);
              special(out, "pipe", TarConstants.LF_FIFO);
              add(out, "a.txt", "seen".getBytes(UTF_8));
            });
    assertThat(told(Dumps.read("t", tar)), contains("t!/a.txt: seen"));
  }

  @Test
  void membersMayBeCompressedOrHoldRecordsButNotBeArchives() {
    byte[] tar =
        write(
            "UTF-8",
            out -> {
              add(
                  out,
                  "a.jsonl.gz",
                  Packed.GZIP.pack("{\"text\": \"Water is wet.\"}\n".getBytes(UTF_8)));
              add(
                  out,
                  "b.warc.gz",
                  Packed.GZIP.pack(new Warc("1.0").page("https://a.example/", "<p>x").bytes()));
              add(out, "c.tar", tar("hidden.txt", "x"));
              add(out, "d.tgz", Packed.GZIP.pack(tar("hidden.txt", "x")));
            });
    List<Dump> dumps = Dumps.read("t", tar);
    assertThat(dumps.get(0).origin().format(), is(SourceFormat.JSONL));
    assertThat(dumps.get(1).records().get(0).text(), is("<p>x"));
    assertThat(
        told(dumps).subList(2, 4),
        contains("t!/c.tar: NESTED_ARCHIVE", "t!/d.tgz: NESTED_ARCHIVE"));
  }

  @Test
  void aTruncatedArchiveKeepsWhatCameBefore() {
    byte[] tar = tar("a.txt", "first", "b.txt", text());
    List<Dump> dumps = Dumps.read("t", Arrays.copyOf(tar, 512 * 3 + 700));
    assertThat(told(dumps).get(0), is("t!/a.txt: first"));
    assertThat(text(), containsString(dumps.get(1).text().text()));
    assertThat(dumps.get(1).unreadable().get(0).reason().name(), is("CORRUPT"));
    assertThat(told(dumps).get(2), is("t: CORRUPT"));
    byte[] gzip = Packed.GZIP.pack(tar);
    List<Dump> cut = Dumps.read("t.gz", Arrays.copyOf(gzip, gzip.length - 40));
    assertThat(told(cut).get(0), is("t.gz!/a.txt: first"));
    assertThat(told(cut).get(cut.size() - 1), is("t.gz: CORRUPT"));
  }

  @Test
  void aDamagedHeaderLosesNoEarlierMember() {
    byte[] tar = tar("a.txt", "first", "b.txt", "second");
    Arrays.fill(tar, 1024 + 124, 1024 + 136, (byte) 'z');
    assertThat(told(Dumps.read("t", tar)), contains("t!/a.txt: first", "t: CORRUPT"));
  }

  @Test
  void whatFollowsTheEndIsOneReject() {
    byte[] tar = Packed.concat(tar("a.txt", "first"), "garbage".getBytes(UTF_8));
    assertThat(told(Dumps.read("t", tar)), contains("t!/a.txt: first", "t: CORRUPT"));
  }

  @Test
  void membersBeyondTheCapAreOneReject() {
    byte[] tar = tar("1", "a", "2", "b", "3", "c", "4", "d", "5", "e");
    List<Dump> dumps = Dumps.read("t", tar, SMALL);
    assertThat(told(dumps), contains("t!/1: a", "t!/2: b", "t!/3: c", "t: TOO_MANY_ENTRIES"));
    assertThat(dumps.get(3).unreadable().get(0).threshold(), is(3.0));
  }

  @Test
  void aLargeMemberStopsAlone() {
    byte[] tar = tar("a.txt", text().repeat(20), "b.txt", "second");
    List<Dump> dumps = Dumps.read("t", tar, SMALL);
    assertThat(told(dumps), contains("t!/a.txt: TOO_LARGE", "t!/b.txt: second"));
  }

  @Test
  void aBombIsStopped() {
    byte[] tar = tar("a.txt", "first", "bomb", "\0".repeat(1 << 21));
    List<Dump> dumps = Dumps.read("t", Packed.GZIP.pack(tar), SMALL);
    assertThat(told(dumps).get(0), is("t!/a.txt: first"));
    assertThat(told(dumps).get(dumps.size() - 1), is("t: DECOMPRESSION_BOMB"));
  }

  @Test
  void aNameWithoutEndIsOverItsCap() {
    byte[] tar =
        write(
            "UTF-8",
            out -> {
              byte[] name = "a/".repeat(1 << 20).getBytes(UTF_8);
              TarArchiveEntry longName =
                  new TarArchiveEntry(TarConstants.GNU_LONGLINK, TarConstants.LF_GNUTYPE_LONGNAME);
              longName.setSize(name.length);
              out.putArchiveEntry(longName);
              out.write(name);
              out.closeArchiveEntry();
              add(out, "b.txt", "x".getBytes(UTF_8));
            });
    assertThat(told(Dumps.read("t", tar)), contains("t: CORRUPT"));
  }

  @Test
  void noDamageIsAnException() {
    byte[] tar =
        write(
            "UTF-8",
            out -> {
              out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
              out.setAddPaxHeadersForNonAsciiNames(true);
              add(out, "文章".repeat(70), "first".getBytes(UTF_8));
              add(out, "b.txt", text().getBytes(UTF_8));
            });
    Random random = new Random(17);
    for (int round = 0; round < 3000; round++) {
      byte[] damaged = tar.clone();
      for (int i = 0; i <= round % 4; i++) {
        int header = 512 * random.nextInt(6);
        damaged[header + random.nextInt(512)] = (byte) random.nextInt(256);
        if (round % 2 == 0) {
          seal(damaged, header);
        }
      }
      assertThat(Dumps.read("t", damaged), is(notNullValue()));
    }
  }

  /** Makes the checksum of a damaged header right again. */
  private static void seal(byte[] tar, int header) {
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += i >= 148 && i < 156 ? ' ' : tar[header + i] & 0xFF;
    }
    System.arraycopy("%06o\0 ".formatted(sum).getBytes(UTF_8), 0, tar, header + 148, 8);
  }

  private interface Writing {
    void to(TarArchiveOutputStream out) throws IOException;
  }

  static byte[] tar(String... namesAndTexts) {
    return write(
        "UTF-8",
        out -> {
          for (int i = 0; i < namesAndTexts.length; i += 2) {
            add(out, namesAndTexts[i], namesAndTexts[i + 1].getBytes(UTF_8));
          }
        });
  }

  private static byte[] write(String names, Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out =
        new TarArchiveOutputStream(bytes, Charset.forName(names).name())) {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(TarArchiveOutputStream out, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(content.length);
    out.putArchiveEntry(entry);
    out.write(content);
    out.closeArchiveEntry();
  }

  private static void special(TarArchiveOutputStream out, String name, byte flag)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, flag);
    entry.setLinkName("/etc/passwd");
    out.putArchiveEntry(entry);
    out.closeArchiveEntry();
  }

  private static String text() {
    StringBuilder text = new StringBuilder();
    Random random = new Random(5);
    while (text.length() < 10_000) {
      text.append(Long.toString(random.nextLong(), 36)).append(text.length() % 7 == 0 ? '\n' : ' ');
    }
    return text.toString();
  }

  private static List<String> told(List<Dump> dumps) {
    return dumps.stream()
        .map(
            dump ->
                dump.origin().uri()
                    + ": "
                    + (dump.unreadable().isEmpty()
                        ? dump.text().text()
                        : dump.unreadable().get(0).reason().name()))
        .toList();
  }
}
