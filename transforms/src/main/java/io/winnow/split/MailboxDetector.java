package io.winnow.split;

import io.winnow.read.Mail;
import io.winnow.reject.RejectReason;
import io.winnow.schema.Piece;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cuts a mailbox at its {@code From } lines (RFC 4155), each followed by the header of a mail.
 *
 * <p>The text of a piece is the mail's own, decoded ({@link Mail}); its lines are those of the
 * dump, header and attachments included. A mail without text is no article.
 */
final class MailboxDetector implements Detector {
  private static final Pattern FROM =
      Pattern.compile("^From \\S{1,500}\\s.{0,40}\\d{1,2}:\\d{2}(?::\\d{2})?\\s.{0,30}\\d{4}");
  private static final Pattern HEADER = Pattern.compile("^[A-Za-z][A-Za-z0-9-]{0,60}:(?:\\s|$)");

  /** A line of a text that begins as a {@code From } line does, made harmless. */
  private static final Pattern QUOTED_FROM = Pattern.compile("(?m)^>(>{0,20}From )");

  @Override
  public String name() {
    return "mbox";
  }

  @Override
  public Optional<Layout> detect(Lines lines) {
    int top = lines.nextNonBlank(lines.first());
    if (!lines.isProse() || top >= lines.last() || !isStart(lines, top)) {
      return Optional.empty();
    }
    List<Integer> starts = new ArrayList<>();
    for (int n = top; n < lines.last(); n++) {
      if ((n == top || lines.isBlank(n - 1)) && isStart(lines, n)) {
        starts.add(n);
      }
    }
    LayoutBuilder layout = new LayoutBuilder(lines);
    for (int i = 0; i < starts.size(); i++) {
      int to = i + 1 < starts.size() ? starts.get(i + 1) - 1 : lines.last();
      add(lines, layout, starts.get(i), to);
    }
    return Optional.of(layout.build(1));
  }

  private static boolean isStart(Lines lines, int n) {
    String line = lines.line(n);
    return line.startsWith("From ")
        && FROM.matcher(line).find()
        && HEADER.matcher(lines.line(n + 1)).find();
  }

  private static void add(Lines lines, LayoutBuilder layout, int from, int to) {
    Mail mail = Mail.of(bytes(lines, from + 1, to));
    if (mail.text().isBlank()) {
      layout.add(
          Part.reject(
              from, to, RejectReason.NO_TEXT, "no text in the mail", piece -> facts(mail, piece)));
      return;
    }
    layout.article(
        from,
        to,
        List.of(Cue.certain("from-line")),
        piece -> {
          facts(mail, piece);
          piece.setMedia(mail.isHtml() ? "html" : "text").setText(mail.text());
        });
  }

  /** The bytes of a mail as they were before the dump was decoded. */
  private static byte[] bytes(Lines lines, int from, int to) {
    String raw = QUOTED_FROM.matcher(lines.text(from, to)).replaceAll("$1");
    return raw.getBytes(Charset.forName(lines.charset()));
  }

  private static void facts(Mail mail, Piece.Builder piece) {
    piece
        .setKind("forum_or_mail")
        .setSourceId(mail.id())
        .setTitle(mail.subject())
        .setAuthors(mail.author() == null ? List.of() : List.of(mail.author()));
    LocalDate day = mail.date() == null ? null : PrintedDate.field(mail.date());
    if (day != null) {
      piece.setPublished(day).setPublishedOrigin("given").setPublishedRaw(mail.date());
    }
  }
}
