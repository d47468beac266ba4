package io.winnow.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTest {
  private static final String TWO_FORMS =
      """
      From: Ada Moreno <ada@example.org>
      Subject: Tides
      Content-Type: multipart/mixed; boundary=outer

      --outer
      Content-Type: multipart/alternative; boundary=inner

      --inner
      Content-Type: text/html; charset=utf-8

      <p>High at noon.</p>
      --inner
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      High at noon =E2=80=94 low at six, or so it =
      said.
      --inner--
      --outer
      Content-Type: text/plain
      Content-Disposition: attachment; filename=log.txt

      12:00 fog
      --outer--
      """;

  @Test
  void readsThePlainFormAndNoAttachment() {
    Mail mail = mail(TWO_FORMS);
    assertThat(mail.text(), is("High at noon — low at six, or so it said."));
    assertThat(mail.isHtml(), is(false));
    assertThat(mail.subject(), is("Tides"));
  }

  @Test
  void readsHtmlWhereNothingIsPlain() {
    Mail mail = mail("Subject: x\nContent-Type: text/html\n\n<p>High at noon.</p>\n");
    assertThat(mail.isHtml(), is(true));
    assertThat(mail.text(), containsString("<p>High at noon.</p>"));
  }

  @Test
  void readsBytesByTheCharsetOfTheirPart() {
    String mail = "Subject: x\nContent-Type: text/plain; charset=gb2312\n\n潮水在中午最高，船都靠岸了。\n";
    byte[] bytes = mail.getBytes(Charset.forName("GB18030"));
    assertThat(Mail.of(bytes).text(), is("潮水在中午最高，船都靠岸了。"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "Moreno, Ada" <ada@example.org>        | Moreno, Ada
          Ada Moreno <ada@example.org>           | Ada Moreno
          <ada@example.org>                      | ada@example.org
          ada@example.org (Ada Moreno)           | Ada Moreno
          ada@example.org                        | ada@example.org
          """)
  void namesTheSender(String sender, String name) {
    assertThat(Mail.name(sender), is(Optional.of(name)));
  }

  @Test
  void aHeaderWithoutATextIsAMailWithoutText() {
    Mail mail = mail("Subject:\n");
    assertThat(mail.subject(), is(nullValue()));
    assertThat(mail.author(), is(nullValue()));
    assertThat(mail.text(), is(""));
  }

  @Test
  void partsThatNestForEverTakeNoMoreThanTheirLength() {
    StringBuilder nested = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      nested.append("Content-Type: multipart/mixed; boundary=b").append(i);
      nested.append("\n\n--b").append(i).append('\n');
    }
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> mail(nested.toString()).text());
  }

  @Test
  void damageIsRead() {
    mail("Content-Type: multipart/mixed; boundary=\n\nx");
    mail("Content-Transfer-Encoding: base64\nSubject: =?x?Q?=?=\n\n***=");
    mail("not a header\n\ntext");
    mail("Content-Type: ;;;=\"\n\n\u0000");
    assertThat(mail("").text(), is(""));
  }

  private static Mail mail(String text) {
    return Mail.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
