package io.winnow.read;

import io.winnow.record.ByteRecords;
import io.winnow.record.Facts;
import io.winnow.record.RecordCharset;
import io.winnow.record.RecordSink;
import io.winnow.record.SourceRecord;
import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one mail: its text is a record, and each attachment one that stops, so that it is named.
 * The text is decoded, out of the charset and encoding of its part.
 */
final class MailRecords implements ByteRecords {
  /** What identifies a mail: its header, which has an id, and how it begins. */
  private static final int SHOWN = 1 << 16;

  private final int maxBytes;

  /**
   * @param maxBytes of the mail with all that it carries; a longer one stops as {@code too-large}
   */
  MailRecords(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public @Nullable Stop read(InputStream bytes, RecordSink records) throws IOException {
    byte[] mail = bytes.readNBytes(maxBytes);
    String raw = Encoding.UTF_8.decode(mail, 0, Math.min(mail.length, SHOWN));
    long more = bytes.skip(Long.MAX_VALUE);
    if (more > 0) {
      Stop stop = Stop.at(RejectReason.TOO_LARGE, "bytes of one mail", maxBytes + more, maxBytes);
      records.take(SourceRecord.stopped(raw, Facts.NONE, stop).at(0, maxBytes + more));
      return null;
    }
    Mail read = Mail.of(mail);
    Facts facts =
        new Facts(
            read.id(),
            read.subject(),
            null,
            read.author() == null ? List.of() : List.of(read.author()),
            read.date(),
            null,
            null,
            List.of(),
            "forum_or_mail");
    SourceRecord text =
        read.text().isBlank()
            ? SourceRecord.stopped(raw, facts, Stop.because(RejectReason.NO_TEXT, "mail"))
            : SourceRecord.of(raw, read.isHtml() ? "html" : "text", read.text(), facts);
    records.take(text.at(0, mail.length).decodedFrom(new RecordCharset("UTF-8", 1)));
    for (String attachment : read.attachments()) {
      Stop stop = Stop.because(RejectReason.NOT_AN_ARTICLE, "attachment " + attachment);
      records.take(SourceRecord.stopped(attachment, facts, stop).at(0, mail.length));
    }
    return null;
  }
}
