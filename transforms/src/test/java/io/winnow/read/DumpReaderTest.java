package io.winnow.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.reject.RejectReason;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DumpReaderTest {
  private static final byte[] TEXT = utf8("第一行\nsecond line\n");

  @Test
  void aPlainFileIsOneDump() {
    Dump dump = Dumps.readOne("notes/a.txt", TEXT);
    assertThat(dump.text().asList(), contains("第一行", "second line"));
    assertThat(dump.unreadable(), empty());
    assertThat(dump.last(), is(true));
    Origin origin = dump.origin();
    assertThat(origin.uri(), is("notes/a.txt"));
    assertThat(origin.container(), nullValue());
    assertThat(origin.fileSha256(), is(Sha256.of(TEXT, 0, TEXT.length)));
    assertThat(origin.sha256(), is(origin.fileSha256()));
    assertThat(origin.bytes(), is((long) TEXT.length));
    assertThat(origin.format(), is(SourceFormat.TEXT));
    assertThat(origin.charset(), is("UTF-8"));
    assertThat(origin.charsetConfidence(), is(1.0));
  }

  @Test
  void anEmptyFileIsOneUnreadableDump() {
    assertThat(onlyReason(new byte[0]), is(RejectReason.EMPTY));
    assertThat(onlyReason(utf8(" \r\n\t\u3000\n")), is(RejectReason.EMPTY));
    assertThat(
        onlyReason(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}), is(RejectReason.EMPTY));
  }

  @Test
  void binaryFilesAreUnreadable() {
    byte[] noise = new byte[5000];
    new Random(7).nextBytes(noise);
    assertThat(onlyReason(noise), is(RejectReason.BINARY));
    assertThat(onlyReason(utf8("%PDF-1.7\nsome text")), is(RejectReason.BINARY));
    assertThat(onlyReason(new byte[1000]), is(RejectReason.BINARY));
  }

  @Test
  void aFileThatIsGoneIsUnreadable() {
    assertThat(reasonOf(new NoSuchFileException("a")), is("gone: no such file"));
    assertThat(
        reasonOf(new FileNotFoundException("a (No such file or directory)")),
        is("gone: no such file"));
  }

  @Test
  void aFileThatMayNotBeReadIsGoneWithTheReason() {
    assertThat(reasonOf(new AccessDeniedException("a")), is("gone: permission denied"));
    assertThat(
        reasonOf(new FileNotFoundException("a (Permission denied)")),
        is("gone: permission denied"));
  }

  @Test
  void aFailingStorageIsNoReject() {
    assertThrows(IOException.class, () -> reasonOf(new IOException("connection reset")));
    assertThrows(
        IOException.class, () -> reasonOf(new FileNotFoundException("a (Too many open files)")));
  }

  @Test
  void theHashOfTheFileIsKnownWithoutReadingItsDumps() throws IOException {
    DumpReader reader = new DumpReader(ReadSpec.defaults());
    SourceFile file = new SourceFile("a", "a", 3, List.of());
    FileOpener gone =
        path -> {
          throw new NoSuchFileException(path);
        };
    assertThat(
        reader.sha256(file, path -> new ByteArrayInputStream(TEXT)),
        is(Optional.of(Sha256.of(TEXT, 0, TEXT.length))));
    assertThat(reader.sha256(file, gone), is(Optional.empty()));
  }

  @Test
  void aLargeFileIsReadTwiceAndKeepsItsHash() {
    byte[] text = utf8("多行的文本\n".repeat(1000));
    byte[] packed = Packed.GZIP.pack(text);
    List<Dump> dumps = Dumps.read("a.gz", packed, new ReadSpec(64, 64, 1, 1 << 20, 5000));
    Unreadable unreadable = dumps.get(0).unreadable().get(0);
    assertThat(unreadable.reason(), is(RejectReason.TOO_LARGE));
    assertThat(unreadable.measured(), is((double) text.length));
    assertThat(unreadable.threshold(), is(64.0));
    assertThat(unreadable.originalSha256(), is(Sha256.of(text, 0, text.length)));
    assertThat(dumps.get(0).origin().fileSha256(), is(Sha256.of(packed, 0, packed.length)));
  }

  @Test
  void aFileThatChangesWhileItIsReadIsAFailure() {
    Random random = new Random(1);
    FileOpener changing =
        path -> new ByteArrayInputStream(utf8("line " + random.nextLong() + "\n".repeat(100)));
    IOException failure =
        assertThrows(
            IOException.class,
            () ->
                new DumpReader(new ReadSpec(64, 64, 1, 1 << 20, 5000))
                    .read(new SourceFile("a", "a", 3, List.of()), changing, dump -> {}));
    assertThat(failure.getCause().getMessage(), is("a changed while it was read"));
  }

  @Test
  void oneLineAboveTheCapIsTooLarge() {
    byte[] line = utf8("x".repeat(5000));
    Dump dump = Dumps.read("a.txt", line, new ReadSpec(1000, 1000, 1, 1 << 20, 5000)).get(0);
    assertThat(dump.text().text(), is(""));
    assertThat(dump.last(), is(true));
    assertThat(dump.unreadable().get(0).reason(), is(RejectReason.TOO_LARGE));
    assertThat(dump.unreadable().get(0).originalBytes(), is(5000L));
  }

  @Test
  void invalidUtf8IsReplacedAndNothingElseIsLost() {
    byte[] bytes = utf8("第一行没有问题，第二行有一个坏字节\n坏?字节\n");
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xFF;
    Dump dump = Dumps.readOne("a.txt", bytes);
    assertThat(dump.text().line(2), is("坏\uFFFD字节"));
    assertThat(dump.text().startOffset(2), is(utf8("第一行没有问题，第二行有一个坏字节\n").length + 0L));
    assertThat(dump.origin().charset(), is("UTF-8"));
    assertThat(dump.origin().charsetConfidence() < 1, is(true));
  }

  private static String reasonOf(IOException failure) {
    List<Dump> dumps = new ArrayList<>();
    FileOpener opener =
        path -> {
          throw failure;
        };
    try {
      new DumpReader(ReadSpec.defaults())
          .read(new SourceFile("a", "a", 3, List.of()), opener, dumps::add);
    } catch (IOException e) {
      throw sneaky(e);
    }
    assertThat(dumps, hasSize(1));
    Unreadable unreadable = dumps.get(0).unreadable().get(0);
    return unreadable.reason().column() + ": " + unreadable.detail();
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException sneaky(Throwable e) throws E {
    throw (E) e;
  }

  private static RejectReason onlyReason(byte[] bytes) {
    Dump dump = Dumps.readOne("a.txt", bytes);
    assertThat(dump.text().text(), is(""));
    assertThat(dump.unreadable(), hasSize(1));
    assertThat(dump.unreadable().get(0).originalBytes(), is((long) bytes.length));
    return dump.unreadable().get(0).reason();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aTextOfTooManyLinesIsTooLarge() {
    ReadSpec spec = new ReadSpec(1 << 20, 100, 1 << 18, 9, 1 << 24, 10_000);
    String lines = "the same line again\n";
    Dump kept = Dumps.read("a.txt", lines.repeat(100).getBytes(UTF_8), spec).get(0);
    assertThat(kept.unreadable(), is(List.of()));
    Unreadable left =
        Dumps.read("a.txt", lines.repeat(101).getBytes(UTF_8), spec).get(0).unreadable().get(0);
    assertThat(left.reason(), is(RejectReason.TOO_LARGE));
    assertThat(left.measured(), is(101.0));
    assertThat(left.threshold(), is(100.0));
  }
}
