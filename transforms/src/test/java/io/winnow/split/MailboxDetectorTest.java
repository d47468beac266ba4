package io.winnow.split;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.winnow.read.SourceFormat;
import io.winnow.schema.Piece;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxDetectorTest {
  private static final String MAILS =
      """
      From ada@example.org Thu Feb 12 08:00:00 2026
      From: "Ada Moreno" <ada@example.org>
      Date: Thu, 12 Feb 2026 08:00:00 +0000 (UTC)
      Message-ID: <1@example.org>
      Subject: Bells before
       beacons

      From here one hears it well.
      >From there one does not.

      From the log book: 12:00 in the fog of 1926.

      From lin@example.org Fri Feb 13 09:00:00 2026
      From: =?UTF-8?B?5p6X?= <lin@example.org>
      Subject: =?UTF-8?Q?Re:_=E9=92=9F?=
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: base64

      5Lik6YeM44CC
      """;

  private static final SplitDump SPLIT =
      new Splitter(Dumps.RUN).split(Dumps.of(SourceFormat.TEXT, MAILS));

  @Test
  void cutsAtFromLinesThatAHeaderFollows() {
    assertThat(SPLIT.ledger().getDetector(), is("mbox"));
    assertThat(SPLIT.pieces().stream().map(Piece::getStartLine).toList(), contains(1, 13));
  }

  @Test
  void readsTheHeader() {
    Piece mail = SPLIT.pieces().get(0);
    assertThat(mail.getTitle(), is("Bells before beacons"));
    assertThat(mail.getAuthors(), is(List.of("Ada Moreno")));
    assertThat(mail.getPublished(), is(LocalDate.of(2026, 2, 12)));
    assertThat(mail.getSourceId(), is("1@example.org"));
    assertThat(mail.getKind(), is("forum_or_mail"));
  }

  @Test
  void decodesTheText() {
    assertThat(
        SPLIT.pieces().get(0).getText(),
        is(
            "From here one hears it well.\nFrom there one does not.\n\n"
                + "From the log book: 12:00 in the fog of 1926."));
    Piece encoded = SPLIT.pieces().get(1);
    assertThat(encoded.getTitle(), is("Re: 钟"));
    assertThat(encoded.getAuthors(), is(List.of("林")));
    assertThat(encoded.getText(), is("两里。"));
  }

  @Test
  void leavesALetterWhole() {
    String letter =
        "Dear reader,\n\nFrom a friend Fri Feb 13 09:00:00 2026\nTo: you\n\nBest wishes.\n";
    SplitDump split = new Splitter(Dumps.RUN).split(Dumps.of(SourceFormat.TEXT, letter));
    assertThat(split.ledger().getDetector(), is("single"));
  }

  @Test
  void aMailWithoutTextIsARejectThatKeepsItsLines() {
    String box =
        """
        From a@example.org Tue Feb  3 08:00:00 2026
        From: A <a@example.org>
        Subject: Full

        Hello.

        From b@example.org Tue Feb  3 09:00:00 2026
        From: b@example.org
        Subject: Empty

        """;
    SplitDump split = new Splitter(Dumps.RUN).split(Dumps.of(SourceFormat.TEXT, box));
    assertThat(split.pieces().size(), is(1));
    assertThat(split.rejects().get(0).getReason(), is("no-text"));
    assertThat(split.rejects().get(0).getTitle(), is("Empty"));
    assertThat(split.rejects().get(0).getOriginal().startsWith("From b@"), is(true));
  }
}
