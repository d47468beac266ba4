package io.winnow.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.winnow.record.Facts;
import io.winnow.record.SourceRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailRecordsTest {
  private static final String HEAD =
      "Received: from a.example by b.example; Mon, 5 Feb 2024 10:00:00 +0000\r\n"
          + "From: =?UTF-8?B?546L5bCP5piO?= <wang@example.org>\r\nSubject: On\r\n water\r\n"
          + "Date: Mon, 5 Feb 2024 10:00:00 +0000\r\nMessage-ID: <7@example.org>\r\nMIME-Version: 1.0\r\n";

  @Test
  void aMailIsOneRecord() {
    String mail =
        HEAD
            + "Content-Type: text/plain; charset=GBK\r\nContent-Transfer-Encoding: base64\r\n\r\ny67Kx8qqtcShow==\r\n";
    Dump dump = Dumps.readOne("a.eml", mail.getBytes(ISO_8859_1));
    assertThat(dump.origin().format(), is(SourceFormat.EML));
    assertThat(told(dump), contains("text: 水是湿的。"));
    Facts facts = dump.records().get(0).facts();
    assertThat(facts.title(), is("On water"));
    assertThat(facts.authors(), contains("王小明"));
    assertThat(facts.id(), is("7@example.org"));
    assertThat(facts.date(), is("Mon, 5 Feb 2024 10:00:00 +0000"));
    assertThat(facts.kind(), is("forum_or_mail"));
    assertThat(dump.records().get(0).end(), is((long) mail.length()));
  }

  @Test
  void thePlainPartIsTheTextAndAttachmentsAreNamed() {
    String mail =
        HEAD
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nWater is wet.\r\n"
            + "--b\r\nContent-Type: text/html\r\n\r\n<p>Water is wet.</p>\r\n--b\r\nContent-Type: application/pdf\r\n"
            + "Content-Disposition: attachment; filename=\"seas.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERg==\r\n"
            + "--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n";
    assertThat(
        told(Dumps.readOne("a.eml", mail.getBytes(UTF_8))),
        contains(
            "text: Water is wet.",
            "NOT_AN_ARTICLE attachment seas.pdf",
            "NOT_AN_ARTICLE attachment image/png"));
  }

  @Test
  void aMailInHtmlAndOneWithoutText() {
    String html = HEAD + "Content-Type: text/html\r\n\r\n<p>Water is wet.</p>\r\n";
    assertThat(
        told(Dumps.readOne("a", html.getBytes(UTF_8))), contains("html: <p>Water is wet.</p>\r\n"));
    assertThat(told(Dumps.readOne("a", (HEAD + "\r\n").getBytes(UTF_8))), contains("NO_TEXT mail"));
  }

  @Test
  void aTruncatedOrLargeMail() {
    String mail =
        HEAD
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nWater is";
    assertThat(told(Dumps.readOne("a", mail.getBytes(UTF_8))), contains("text: Water is"));
    ReadSpec small = new ReadSpec(1 << 12, 1 << 10, 3, 1 << 24, 5000);
    byte[] large = (HEAD + "\r\n" + "wet ".repeat(5000)).getBytes(UTF_8);
    Dump dump = Dumps.read("a", large, small).get(0);
    assertThat(told(dump), contains("TOO_LARGE bytes of one mail"));
    assertThat(dump.records().get(0).stop().measured(), is((double) large.length));
  }

  @Test
  void whatOnlyLooksLikeAHeaderIsNoMail() {
    for (String text :
        List.of(
            "Title: Water\nDate: 2024-02-05\nAuthor: Ada\n\nWater is wet.\n",
            "From: Ada\nSubject: Water\n\nWater is wet.\n",
            "From: Ada\nthe river: a story\nMessage-ID: 7\n\nWater is wet.\n",
            "Note: water is wet.\n")) {
      Dump dump = Dumps.readOne("a.txt", text.getBytes(UTF_8));
      assertThat(text, dump.origin().format(), is(not(SourceFormat.EML)));
    }
  }

  private static List<String> told(Dump dump) {
    return dump.records().stream().map(MailRecordsTest::told).toList();
  }

  private static String told(SourceRecord record) {
    return record.stop() == null
        ? record.media() + ": " + record.text()
        : record.stop().reason() + " " + record.stop().detail();
  }
}
