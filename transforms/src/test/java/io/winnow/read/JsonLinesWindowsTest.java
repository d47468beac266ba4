package io.winnow.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.winnow.reject.RejectReason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesWindowsTest {
  private static final ReadSpec SMALL = new ReadSpec(4096, 1024, 9, 1 << 24, 10_000);

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
  void windowsTogetherAreTheWholeDump(String charset) {
    byte[] bytes = records(1, 300).getBytes(Charset.forName(charset));
    List<Dump> windows = Dumps.read("a.txt", bytes, SMALL);
    assertThat(windows.size(), greaterThan(5));
    StringBuilder text = new StringBuilder();
    int line = 1;
    int ordinal = 0;
    for (Dump window : windows) {
      DumpText lines = window.text();
      assertThat(window.origin().format(), is(SourceFormat.JSONL));
      assertThat(lines.firstLine(), is(line));
      assertThat(lines.firstOrdinal(), is(ordinal));
      for (int n = lines.firstLine(); n <= lines.lastLine(); n++) {
        byte[] slice =
            Arrays.copyOfRange(bytes, (int) lines.startOffset(n), (int) lines.endOffset(n));
        assertThat(new String(slice, Charset.forName(charset)).strip(), is(lines.line(n).strip()));
      }
      assertThat(window.last(), is(window == windows.get(windows.size() - 1)));
      line = lines.lastLine() + 1;
      ordinal += lines.nonBlank(lines.firstLine(), lines.lastLine());
      text.append(lines.text());
    }
    assertThat(text.toString(), is(new String(bytes, Charset.forName(charset))));
    Origin last = windows.get(windows.size() - 1).origin();
    assertThat(last.bytes(), is((long) bytes.length));
    assertThat(last.sha256(), is(Sha256.of(bytes, 0, bytes.length)));
  }

  @Test
  void windowsStayBelowTheirSize() {
    byte[] bytes = records(2, 300).getBytes(UTF_8);
    for (Dump window : Dumps.read("a", bytes, SMALL)) {
      assertThat(window.text().text().length() <= SMALL.windowBytes(), is(true));
    }
  }

  @Test
  void windowsOfTinyRecordsHaveABoundedNumberOfLines() {
    byte[] bytes = "{}\n".repeat(2 * JsonLinesWindows.MAX_LINES + 1).getBytes(UTF_8);
    List<Dump> windows =
        Dumps.read("a.jsonl", bytes, new ReadSpec(1 << 22, 1 << 18, 9, 1 << 24, 10_000));
    assertThat(windows, hasSize(3));
    assertThat(windows.get(2).text().lastLine(), is(2 * JsonLinesWindows.MAX_LINES + 1));
  }

  @Test
  void aByteOrderMarkIsCountedAndNoText() {
    byte[] bytes = ("\uFEFF" + records(3, 100)).getBytes(UTF_8);
    DumpText first = Dumps.read("a", bytes, SMALL).get(0).text();
    assertThat(first.startOffset(1), is(3L));
    assertThat(first.text().charAt(0), is('{'));
  }

  @Test
  void aLineAboveTheCapIsLeftOutAndTheNextKeepsItsNumber() {
    String long1 = "{\"text\": \"" + "长".repeat(5000) + "\"}";
    String text = records(4, 40) + long1 + "\n{\"id\": \"after\"}\n" + records(5, 40);
    List<Dump> windows = Dumps.read("a.jsonl", text.getBytes(UTF_8), SMALL);
    Dump left =
        windows.stream().filter(dump -> !dump.unreadable().isEmpty()).findFirst().orElseThrow();
    Unreadable unreadable = left.unreadable().get(0);
    assertThat(unreadable.reason(), is(RejectReason.TOO_LARGE));
    assertThat(unreadable.originalBytes(), is((long) (long1 + "\n").getBytes(UTF_8).length));
    assertThat(unreadable.startOffset(), is((long) records(4, 40).getBytes(UTF_8).length));
    assertThat(left.text().asList(), empty());
    Dump after = windows.get(windows.indexOf(left) + 1);
    long lineBefore = records(4, 40).lines().count();
    assertThat(after.text().firstLine(), is((int) lineBefore + 2));
    assertThat(after.text().line(after.text().firstLine()), is("{\"id\": \"after\"}"));
    assertThat(after.text().firstOrdinal(), is(left.text().firstOrdinal() + 1));
  }

  @Test
  void aLastLineAboveTheCapEndsTheDump() {
    String text = records(6, 40) + "{\"text\": \"" + "x".repeat(20_000);
    List<Dump> windows = Dumps.read("a.jsonl", text.getBytes(UTF_8), SMALL);
    Dump last = windows.get(windows.size() - 1);
    assertThat(last.last(), is(true));
    assertThat(last.unreadable(), hasSize(1));
    assertThat(windows.stream().filter(Dump::last).count(), is(1L));
  }

  @Test
  void aTruncatedDumpEndsWithItsTail() {
    byte[] packed = Packed.GZIP.pack(records(7, 3000).getBytes(UTF_8));
    List<Dump> windows = Dumps.read("a", Arrays.copyOf(packed, packed.length - 100), SMALL);
    Dump last = windows.get(windows.size() - 1);
    assertThat(last.last(), is(true));
    assertThat(last.unreadable().get(0).reason(), is(RejectReason.CORRUPT));
    assertThat(last.unreadable().get(0).startOffset(), is(last.origin().bytes()));
    assertThat(windows.stream().mapToInt(window -> window.unreadable().size()).sum(), is(1));
  }

  @Test
  void damageLowersTheConfidenceOfItsWindowOnly() {
    byte[] bytes = records(8, 300).getBytes(UTF_8);
    bytes[bytes.length - 20] = (byte) 0xFF;
    List<Dump> windows = Dumps.read("a", bytes, SMALL);
    assertThat(windows.get(0).origin().charsetConfidence(), is(1.0));
    assertThat(windows.get(windows.size() - 1).origin().charsetConfidence() < 1, is(true));
  }

  @Test
  void sizesAroundTheCapsMakeNoDifference() {
    Random random = new Random(19);
    for (int round = 0; round < 200; round++) {
      String text = records(round, 20 + random.nextInt(80));
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      ReadSpec spec =
          new ReadSpec(Math.max(1100, bytes.length - random.nextInt(4)), 1000, 9, 1 << 24, 10_000);
      List<String> lines = new ArrayList<>();
      List<Dump> windows = Dumps.read("a.jsonl", bytes, spec);
      windows.forEach(window -> lines.addAll(window.text().asList()));
      assertThat(lines, is(text.lines().toList()));
      assertThat(windows.stream().filter(Dump::last).count(), is(1L));
    }
  }

  /** Records of very different sizes, blank lines and CRLF among them. */
  private static String records(int seed, int count) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("{\"id\": ").append(i).append(", \"text\": \"");
      text.append("文字 text ".repeat(random.nextInt(12))).append("\"}");
      text.append(random.nextInt(4) == 0 ? "\r\n" : "\n");
      text.append(random.nextInt(6) == 0 ? " \n" : "");
    }
    return text.toString();
  }
}
