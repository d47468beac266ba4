package io.winnow.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetSnifferTest {
  private static final String CHINESE = "昨天下午，我们把新的服务搬到了另一台机器上，整个过程只用了十分钟。";
  private static final String GERMAN =
      "Die Prüfung für das nächste Jahr fällt größer aus als früher, heißt es.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GB18030      | 昨天下午，我们把新的服务搬到了另一台机器上，整个过程只用了十分钟。
          GB18030      | 编译器会提示错误
          Big5         | 昨天下午，我們把新的服務搬到了另一台機器上，整個過程只用了十分鐘。
          Big5         | 這篇文章說明如何測試
          Shift_JIS    | 昨日の午後、新しいサービスを別の機械に移しましたが、十分しかかかりませんでした。
          EUC-JP       | 昨日の午後、新しいサービスを別の機械に移しましたが、十分しかかかりませんでした。
          EUC-JP       | テストの結果
          EUC-KR       | 어제 오후에 새로운 서비스를 다른 기계로 옮겼는데 십 분밖에 걸리지 않았습니다.
          windows-1252 | Die Prüfung für das nächste Jahr fällt größer aus als früher, heißt es.
          windows-1252 | L’élève répète la leçon après le déjeuner, mais ça ne suffit pas à l’été.
          windows-1252 | El año próximo habrá más niños en la clase de español, según la institución.
          windows-1252 | “Smart quotes” — and a dash; that’s all there is beyond ASCII in this line…
          windows-1250 | Żółta łódka płynęła powoli, a dzieci śmiały się głośno na brzegu jeziora.
          windows-1250 | Příliš mnoho lidí si myslí, že tento článek je o něčem úplně jiném.
          windows-1250 | Az új szolgáltatás gyorsabb, és a felhasználók többsége örült a változásnak, mert jól működött.
          windows-1251 | Вчера вечером мы перенесли новую службу на другую машину, и это заняло десять минут.
          windows-1251 | Новая версия языка
          KOI8-R       | Вчера вечером мы перенесли новую службу на другую машину, и это заняло десять минут.
          KOI8-R       | Новая версия языка
          KOI8-U       | Їжак і його діти живуть у лісі, де є ґава.
          x-windows-950 | 作家約翰‧史密斯說：這本書～很好看，大家都喜歡這個故事。
          x-eucJP-Open | ①昨日の午後、新しい機械に移しました。
          ISO-8859-2   | Mąż mój ukochany zrobić dużą zmianę
          windows-1250 | tásba, az Európai Unió 40 millió eurós építési segélyt ígért a képviselőknek
          ISO-8859-5   | Вчера вечером мы перенесли новую службу на другую машину, и это заняло десять минут.
          windows-1253 | Χθες το βράδυ μεταφέραμε την υπηρεσία σε άλλο μηχάνημα και όλα πήγαν καλά.
          windows-1254 | Dün akşam hizmeti başka bir makineye taşıdık ve bu yalnızca on dakika sürdü, çünkü iş kolaydı.
          windows-1255 | אתמול בערב העברנו את השירות למכונה אחרת, וזה לקח רק עשר דקות בסך הכול.
          windows-1256 | نقلنا الخدمة مساء أمس إلى جهاز آخر ولم يستغرق الأمر سوى عشر دقائق فقط.
          UTF-16LE     | 昨天下午，我们把新的服务搬到了另一台机器上，整个过程只用了十分钟。
          UTF-16BE     | 昨天下午，我们把新的服务搬到了另一台机器上，整个过程只用了十分钟。
          UTF-16LE     | Only English here
          UTF-16BE     | Only English here
          ISO-2022-JP  | 昨日の午後、新しいサービスを別の機械に移しました。
          """)
  void decodesWhatWasWritten(String charset, String text) {
    byte[] bytes = text.getBytes(Charset.forName(charset));
    CharsetGuess guess = CharsetSniffer.guess(bytes, bytes.length, null);
    assertThat(charset, guess.encoding().decode(bytes, 0, bytes.length), is(text));
    assertThat(guess.confidence(), greaterThan(0.3));
    assertThat(guess.confidence(), lessThan(1.0));
  }

  @Test
  void asciiIsUtf8BeyondDoubt() {
    assertThat(sniff("plain words".getBytes(StandardCharsets.US_ASCII)), is(utf8(1)));
  }

  @Test
  void strictUtf8NeedsNoDeclaration() {
    assertThat(sniff(CHINESE.getBytes(StandardCharsets.UTF_8)), is(utf8(1)));
  }

  @Test
  void strictUtf8WinsOverAnotherDeclaration() {
    byte[] page = page("gb2312", CHINESE, "UTF-8");
    assertThat(sniff(page), is(utf8(1)));
  }

  @Test
  void aByteOrderMarkDecides() {
    for (Encoding encoding :
        List.of(
            Encoding.UTF_8,
            Encoding.UTF_16LE,
            Encoding.UTF_16BE,
            Encoding.UTF_32LE,
            Encoding.UTF_32BE)) {
      byte[] bytes = ("\uFEFF" + CHINESE).getBytes(encoding.charset());
      CharsetGuess guess = sniff(bytes);
      assertThat(guess.encoding(), is(encoding));
      assertThat(guess.confidence(), is(1.0));
      assertThat(encoding.decode(bytes, guess.markBytes(), bytes.length), is(CHINESE));
    }
  }

  @Test
  void aDeclarationThatTheBytesBearOutDecides() {
    CharsetGuess guess = sniff(page("gb2312", CHINESE, "GB18030"));
    assertThat(guess.encoding().name(), is("GB18030"));
    assertThat(guess.confidence(), greaterThan(0.9));
  }

  @Test
  void aDeclarationThatTheBytesContradictDoesNot() {
    assertThat(sniff(page("utf-8", CHINESE, "GB18030")).encoding().name(), is("GB18030"));
    assertThat(sniff(page("iso-8859-1", CHINESE, "GB18030")).encoding().name(), is("GB18030"));
    assertThat(sniff(page("big5", CHINESE, "GB18030")).encoding().name(), is("GB18030"));
    assertThat(sniff(page("gbk", GERMAN, "windows-1252")).encoding().name(), is("windows-1252"));
    assertThat(
        sniff(page("iso-8859-2", GERMAN.repeat(9) + "\u2019", "windows-1252")).encoding().name(),
        is("windows-1252"));
    assertThat(
        sniff(page("windows-1251", GERMAN, "windows-1252")).encoding().name(), is("windows-1252"));
  }

  @Test
  void theHeaderGoesBeforeTheMetaTag() {
    byte[] page = page("big5", "<b>hall\u00e5</b>", "windows-1252");
    assertThat(guess(page, "windows-1252").encoding().name(), is("windows-1252"));
    byte[] russian = page("koi8-r", "\u0434\u0430", "windows-1251");
    assertThat(guess(russian, "windows-1251").encoding().name(), is("windows-1251"));
  }

  @Test
  void aHeaderThatTheBytesContradictIsNotBelieved() {
    assertThat(guess(page("gbk", CHINESE, "GB18030"), "utf-8").encoding().name(), is("GB18030"));
    assertThat(
        guess(page("gbk", CHINESE, "GB18030"), "iso-8859-1").encoding().name(), is("GB18030"));
    assertThat(guess(page("gbk", CHINESE, "UTF-8"), "gbk"), is(utf8(1)));
    assertThat(guess(page("gbk", CHINESE, "UTF-8"), "no such charset"), is(utf8(1)));
  }

  @Test
  void aLongHeadInAsciiDoesNotHideTheText() {
    String head = "<html><head><script>" + "var a = 1;\n".repeat(20_000) + "</script></head>";
    byte[] bytes =
        (head + "<body><p>" + CHINESE + "</p></body></html>").getBytes(Charset.forName("GB18030"));
    assertThat(sniff(bytes).encoding().name(), is("GB18030"));
  }

  @Test
  void textInMarkupIsNotWhatThePageIsWrittenIn() {
    String comment = "<!-- " + GERMAN.repeat(5) + " -->";
    byte[] bytes =
        concat(
            comment.getBytes(Charset.forName("windows-1252")),
            ("<p>" + CHINESE + "</p>").getBytes(Charset.forName("GB18030")));
    assertThat(sniff(bytes).encoding().name(), is("GB18030"));
  }

  @Test
  void damagedUtf8StaysUtf8WithLessConfidence() {
    byte[] bytes = CHINESE.repeat(3).getBytes(StandardCharsets.UTF_8);
    bytes[4] = 'x';
    CharsetGuess guess = sniff(bytes);
    assertThat(guess.encoding(), is(Encoding.UTF_8));
    assertThat(guess.confidence(), lessThan(0.99));
    assertThat(guess.confidence(), greaterThan(0.9));
  }

  @Test
  void aCharacterCutOffAtTheEndDoesNotLowerConfidence() {
    byte[] bytes = CHINESE.getBytes(StandardCharsets.UTF_8);
    assertThat(sniff(Arrays.copyOf(bytes, bytes.length - 1)), is(utf8(1)));
  }

  @Test
  void anyBytesGetSomeCharset() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < 256; i++) {
      bytes[i] = (byte) i;
    }
    assertThat(sniff(bytes).confidence(), closeTo(0.5, 0.5));
  }

  @Test
  void hostileMarkupTakesLinearTime() {
    byte[] bytes =
        ("\u00E9" + "<script><!--<".repeat(300_000)).getBytes(StandardCharsets.ISO_8859_1);
    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        java.time.Duration.ofSeconds(5), () -> sniff(bytes));
  }

  private static CharsetGuess sniff(byte[] bytes) {
    return CharsetSniffer.guess(bytes, bytes.length, null);
  }

  private static CharsetGuess guess(byte[] bytes, String transportCharset) {
    return CharsetSniffer.guess(bytes, bytes.length, transportCharset);
  }

  private static CharsetGuess utf8(double confidence) {
    return new CharsetGuess(Encoding.UTF_8, confidence, 0);
  }

  private static byte[] page(String declared, String text, String charset) {
    return ("<html><head><meta charset=\""
            + declared
            + "\"><title>a</title></head><body><p>"
            + text
            + "</p></body></html>")
        .getBytes(Charset.forName(charset));
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }
}
