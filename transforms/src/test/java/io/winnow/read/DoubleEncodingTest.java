package io.winnow.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoubleEncodingTest {
  private static final String GERMAN = "Die Prüfung für das nächste Jahr fällt größer aus.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UTF-8   | windows-1252  | Die Prüfung für das nächste Jahr fällt größer aus als früher.
          UTF-8   | ISO-8859-1    | Die Prüfung für das nächste Jahr fällt größer aus als früher.
          UTF-8   | ISO-8859-1    | 昨天下午，我们把新的服务搬到了另一台机器上。
          UTF-8   | ISO-8859-1    | “Smart quotes” — and a dash; that’s all there is.
          UTF-8   | windows-1250  | Żółta łódka płynęła powoli, a dzieci śmiały się głośno.
          UTF-8   | GB18030       | 你好世界我们把新的服务搬过来
          UTF-8   | GB18030       | “你好”，他说：“我们把新的服务搬来”的
          UTF-8   | GB18030       | 昨日の午後、新しいサービスを別の機械に移しまし
          UTF-8   | GBK           | It’s plain, isn’t it? They don’t know.
          UTF-8   | windows-31j   | 昨日の午後に
          GBK     | ISO-8859-1    | 昨天下午，我们把新的服务搬到了另一台机器上。
          Big5    | ISO-8859-1    | 昨天下午，我們把新的服務搬到了另一台機器上。
          EUC-KR  | ISO-8859-1    | 어제 오후에 새로운 서비스를 다른 기계로 옮겼습니다.
          windows-1251 | ISO-8859-1 | Вчера вечером мы перенесли новую службу на другую машину.
          Big5    | GB18030       | 昨天下午，我們把新的服務搬到了另一台機器上，大家都很高興。
          """)
  void mendsWhatIsExactlyTheBytesOfAnother(String written, String read, String text) {
    String garbled = new String(text.getBytes(Charset.forName(written)), Charset.forName(read));
    assertThat(mended(garbled), is(text));
    assertThat(
        mended("First line.\n" + garbled + "\n\nLast line.\n"),
        is("First line.\n" + text + "\n\nLast line.\n"));
  }

  @Test
  void whatWasLostInGarblingStaysLost() {
    String text = "你好世界我们把新的服务搬到。";
    String garbled = new String(text.getBytes(UTF_8), Charset.forName("GBK"));
    assertThat(mended(garbled + "\n"), is("你好世界我们把新的服务搬到\uFFFD\n"));
  }

  @Test
  void readsTheEuroSignOfWindowsAsTheByteItWas() {
    String text = "你好，世界。　我们把新的服务搬过来";
    String garbled =
        new String(text.getBytes(UTF_8), Charset.forName("GBK")).replace('\uFFFD', '\u20AC');
    assertThat(mended(garbled), is(text));
  }

  @Test
  void mendsWhatWasGarbledTwice() {
    assertThat(mended(asLatin1(asLatin1(GERMAN))), is(GERMAN));
  }

  @Test
  void aShortLineIsMendedWhenOthersBearWitness() {
    assertThat(mended(asLatin1("Grüße\n\n" + GERMAN)), is("Grüße\n\n" + GERMAN));
    assertThat(DoubleEncoding.find(asLatin1("Grün"), false), is(empty()));
    String chinese = "目录\n\n昨天下午，我们把新的服务搬到了另一台机器上。\n——";
    assertThat(
        mended(new String(chinese.getBytes(Charset.forName("GBK")), Charset.forName("ISO-8859-1"))),
        is(chinese));
  }

  @Test
  void onlyTheGarbledLineIsTouched() {
    String text = GERMAN + "\n" + asLatin1(GERMAN) + "\n" + GERMAN;
    List<DoubleEncoding.Repair> repairs = DoubleEncoding.find(text, false);
    assertThat(repairs, hasSize(1));
    assertThat(text.substring(repairs.get(0).from(), repairs.get(0).to()), is(asLatin1(GERMAN)));
    assertThat(repairs.get(0).chars(), is(6));
  }

  @Test
  void tagsDivideMarkup() {
    String page = "<p>" + GERMAN + "</p><p class=\"größer\">" + asLatin1(GERMAN) + "</p>";
    List<DoubleEncoding.Repair> repairs = DoubleEncoding.find(page, true);
    assertThat(repairs, hasSize(1));
    assertThat(repairs.get(0).text(), is(GERMAN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Die Prüfung für das nächste Jahr fällt größer aus als früher – „Spaß“ heißt das.",
        "BEAUTÉ », dit-elle. À… É… Où ça ? NOËL À LA MAISON…",
        "昨天下午，我们把新的服务搬到了另一台机器上。",
        "魑魅魍魉、饕餮、貔貅、龘靐齉爩鱻麤，都是生僻字。",
        "昨日の午後、新しいサービスを別の機械に移しました。",
        "어제 오후에 새로운 서비스를 다른 기계로 옮겼습니다.",
        "Вчера вечером мы перенесли новую службу. Рё это всё.",
        "ÄÖÜ äöü ßẞ ÀÁÂÃÄÅÆÇÈÉÊË",
        "The word für often shows as fÃ¼r, größer as grÃ¶ÃŸer, and früher as frÃ¼her.",
        "Mojibake: fÃ¼r grÃ¶ÃŸer frÃ¼her nÃ¤chste, that is what you will see.",
        "打开文件全是乱码：浣犲ソ涓栫晫鎴戜滑鎶婃柊鐨勬湇鍔℃惉",
        "锟斤拷锟斤拷锟斤拷烫烫烫屯屯屯",
        "小偷\n母婴\n芯片\n偷笑\n联通\n小偷\n母婴\n芯片",
        "plain ASCII"
      })
  void whatMayBeMeantSoStays(String text) {
    assertThat(DoubleEncoding.find(text, false), is(empty()));
  }

  @Test
  void aWholeGarbledTextIsMendedEvenIfItSpeaksOfEncodings() {
    String text = ("Über Encoding und größere Prüfungen: " + GERMAN + "\n").repeat(8);
    assertThat(mended(asLatin1(text)), is(text));
  }

  @Test
  void whatCannotBeMendedWholeStays() {
    String garbled = asLatin1(GERMAN) + " Und für jetzt?";
    assertThat(DoubleEncoding.find(garbled, false), is(empty()));
  }

  private static String asLatin1(String text) {
    return new String(text.getBytes(UTF_8), Charset.forName("ISO-8859-1"));
  }

  private static String mended(String text) {
    StringBuilder mended = new StringBuilder();
    int done = 0;
    for (DoubleEncoding.Repair repair : DoubleEncoding.find(text, false)) {
      mended.append(text, done, repair.from()).append(repair.text());
      done = repair.to();
    }
    return mended.append(text.substring(done)).toString();
  }
}
