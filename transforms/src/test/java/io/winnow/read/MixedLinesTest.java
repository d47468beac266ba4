package io.winnow.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class MixedLinesTest {
  private static final String CHINESE = "昨天下午，我们把新的服务搬到了另一台机器上。\n";
  private static final String GERMAN = "Die Prüfung fällt größer aus als früher.\n";

  @Test
  void aLineInAnotherCharsetAmongUtf8() {
    assertThat(
        decoded(CHINESE.repeat(9), "UTF-8", GERMAN, "windows-1252", CHINESE, "UTF-8"),
        is(CHINESE.repeat(9) + GERMAN + CHINESE));
    assertThat(
        decoded(CHINESE.repeat(9), "UTF-8", CHINESE, "GB18030", GERMAN, "UTF-8"),
        is(CHINESE.repeat(10) + GERMAN));
    assertThat(
        decoded(GERMAN.repeat(9), "UTF-8", "<img alt=\"Küchenblogs\"/>", "windows-1252"),
        is(GERMAN.repeat(9) + "<img alt=\"Küchenblogs\"/>"));
  }

  @Test
  void aLineInUtf8AmongOthers() {
    assertThat(
        decoded(CHINESE.repeat(9), "GB18030", CHINESE, "UTF-8", CHINESE, "GB18030"),
        is(CHINESE.repeat(11)));
    assertThat(decoded(GERMAN.repeat(9), "windows-1252", GERMAN, "UTF-8"), is(GERMAN.repeat(10)));
  }

  @Test
  void confidenceSaysThatSomethingWasOdd() {
    byte[] bytes = bytes(CHINESE.repeat(9), "UTF-8", GERMAN, "windows-1252");
    assertThat(Decoded.of(bytes, bytes.length).charset().confidence(), is(lessThan(0.99)));
  }

  @Test
  void damageStaysDamage() {
    byte[] bytes = (CHINESE.repeat(9) + "x").getBytes(StandardCharsets.UTF_8);
    bytes[4] = 'x';
    String text = Decoded.of(bytes, bytes.length).text();
    assertThat(text.replace("\uFFFD", "").substring(0, 5), is("昨x下午，"));
    assertThat(text.chars().filter(c -> c == 0xFFFD).count(), is(2L));
  }

  @Test
  void manyOddLinesTakeLinearTime() {
    byte[] bytes = (CHINESE.repeat(300_000)).getBytes(StandardCharsets.UTF_8);
    for (int i = 100_000; i < bytes.length; i += 3000) {
      bytes[i] = '\n';
      bytes[i + 1] = (byte) 0xE9;
      bytes[i + 2] = '\n';
    }
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> Decoded.of(bytes, bytes.length));
  }

  private static String decoded(String... textsAndCharsets) {
    byte[] bytes = bytes(textsAndCharsets);
    return Decoded.of(bytes, bytes.length).text();
  }

  private static byte[] bytes(String... textsAndCharsets) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < textsAndCharsets.length; i += 2) {
      all.writeBytes(textsAndCharsets[i].getBytes(Charset.forName(textsAndCharsets[i + 1])));
    }
    return all.toByteArray();
  }
}
