package io.winnow.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineOffsetsTest {
  private static final String[] WORDS = {
    "word", "文字", "、", "\t", " ", "\r", "é", "\u3000", "Ω", "\u010A\u0A0D", "😀", "{}", "ア"
  };

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void theBytesOfALineAreThatLine(String charset) {
    Random random = new Random(23);
    for (int round = 0; round < 200; round++) {
      String mark = charset.startsWith("UTF") && random.nextBoolean() ? "\uFEFF" : "";
      String body = "头一行，足够长，编码才看得出来，这是一些很普通的话\n" + text(random);
      if (mark.isEmpty() && charset.startsWith("UTF-32")) {
        mark = "\uFEFF";
      }
      byte[] bytes = (mark + body).getBytes(Charset.forName(charset));
      DumpText text = Dumps.readOne("a.txt", bytes).text();
      assertThat(text.text(), is(body));
      List<String> lines = new ArrayList<>();
      long at = mark.getBytes(Charset.forName(charset)).length;
      for (int n = text.firstLine(); n <= text.lastLine(); n++) {
        assertThat(text.startOffset(n), is(at));
        at = text.endOffset(n);
        byte[] slice = Arrays.copyOfRange(bytes, (int) text.startOffset(n), (int) at);
        lines.add(new String(slice, Charset.forName(charset)).replaceFirst("\r?\n$", ""));
      }
      assertThat(lines, is(text.asList()));
      assertThat(at, is((long) bytes.length));
    }
  }

  @Test
  void linesAndOffsetsAgreeInWhateverTheBytesAre() {
    List<Encoding> encodings = new ArrayList<>(Encoding.MULTI_BYTE);
    encodings.addAll(Encoding.SINGLE_BYTE);
    encodings.addAll(
        List.of(
            Encoding.UTF_8,
            Encoding.UTF_16LE,
            Encoding.UTF_16BE,
            Encoding.UTF_32LE,
            Encoding.UTF_32BE,
            Encoding.ISO_2022_JP));
    Random random = new Random(29);
    for (Encoding encoding : encodings) {
      for (int round = 0; round < 300; round++) {
        byte[] bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
          if (random.nextInt(6) == 0) {
            bytes[i] = (byte) (random.nextBoolean() ? '\n' : random.nextBoolean() ? 0x1B : 0);
          }
        }
        LinedText lined = LinedText.of(bytes, 0, bytes.length, encoding, 7);
        DumpText text = DumpText.of(lined.text(), lined.offsets(), 1, 0);
        assertThat(text.endOffset(text.lastLine()), is(7L + bytes.length));
      }
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int lines = random.nextInt(8);
    for (int i = 0; i < lines; i++) {
      for (int words = random.nextInt(5); words > 0; words--) {
        text.append(WORDS[random.nextInt(WORDS.length)]);
      }
      text.append(
          i + 1 == lines && random.nextBoolean() ? "x" : random.nextBoolean() ? "\n" : "\r\n");
    }
    return text.toString();
  }
}
