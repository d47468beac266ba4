package io.winnow.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * A mail (RFC 5322) as a reader sees it: encoded words, transfer encodings and charsets decoded.
 *
 * <p>The text is that of the plain parts that are no attachments; of a mail without one, that of
 * the first HTML part. Mails that it forwards whole stay closed. Work is linear in the length of
 * the mail; parts that nest deeper than {@value #MAX_DEPTH} are taken as they lie.
 *
 * @param subject null where there is none
 * @param author the sender's name, or address where no name is given; null where there is none
 * @param date as the header prints it; null where there is none
 * @param id message id without angle brackets; null where there is none
 * @param isHtml whether {@code text} is HTML
 * @param text the decoded text; blank where the mail has none
 * @param attachments what else it carries: names, or types where they have none
 */
public record Mail(
    @Nullable String subject,
    @Nullable String author,
    @Nullable String date,
    @Nullable String id,
    boolean isHtml,
    String text,
    List<String> attachments) {
  private static final int MAX_DEPTH = 20;

  /** The parser's own caps are off: a mail is bounded by the dump it lies in. */
  private static final MimeConfig LENIENT =
      MimeConfig.custom()
          .setMaxLineLen(-1)
          .setMaxHeaderCount(-1)
          .setMaxHeaderLen(-1)
          .setMaxContentLen(-1)
          .build();

  private static final Pattern ADDRESS =
      Pattern.compile("^\\s*+(.{0,1000}?)\\s*+<([^<>]{1,500})>[^<>]{0,200}$");
  private static final Pattern FILENAME =
      Pattern.compile("(?i)\\bfilename\\s*=\\s*\"?([^\"\\r\\n;]{1,200})");
  private static final Pattern COMMENT =
      Pattern.compile("^\\s*+(\\S{1,500})\\s++\\((.{1,500})\\)\\s*+$");

  /** Reads a mail from its bytes, header first, without the {@code From } line of a mailbox. */
  public static Mail of(byte[] bytes) {
    Reader reader = new Reader();
    try {
      reader.read(bytes);
    } catch (MimeException e) {
      throw new IllegalStateException("a lenient parser rejects no mail", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reader.mail();
  }

  /** The name in a sender such as {@code "Ada Moreno" <ada@example.org>}, or else its address. */
  static Optional<String> name(String sender) {
    Matcher address = ADDRESS.matcher(sender);
    Matcher comment = COMMENT.matcher(sender);
    String name = sender;
    if (address.find()) {
      name = unquoted(address.group(1));
      name = name.isEmpty() ? address.group(2) : name;
    } else if (comment.find()) {
      name = comment.group(2);
    }
    String bare = unquoted(name);
    return bare.isEmpty() ? Optional.empty() : Optional.of(bare);
  }

  private static String unquoted(String name) {
    String bare = name.strip();
    boolean quoted = bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"");
    return (quoted ? bare.substring(1, bare.length() - 1).replace("\\\"", "\"") : bare).strip();
  }

  /** One pass over a mail. */
  private static final class Reader {
    private final MimeTokenStream stream = new MimeTokenStream(LENIENT);
    private final Map<String, String> header = new HashMap<>();
    private final StringBuilder plain = new StringBuilder();
    private @Nullable String html;
    private int parts;
    private int depth;
    private boolean attached;
    private @Nullable String filename;
    private final List<String> attachments = new ArrayList<>();

    void read(byte[] bytes) throws MimeException, IOException {
      stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
      stream.parse(new ByteArrayInputStream(bytes));
      for (EntityState state = stream.getState();
          state != EntityState.T_END_OF_STREAM;
          state = stream.next()) {
        switch (state) {
          case T_START_HEADER -> {
            attached = false;
            filename = null;
          }
          case T_FIELD -> field(stream.getField());
          case T_END_HEADER -> parts++;
          case T_START_MULTIPART -> {
            depth++;
            if (depth >= MAX_DEPTH) {
              stream.setRecursionMode(RecursionMode.M_FLAT);
            }
          }
          case T_END_MULTIPART -> depth--;
          case T_BODY -> body(stream.getBodyDescriptor());
          default -> {}
        }
      }
    }

    private void field(Field field) {
      String name = field.getName().strip().toLowerCase(Locale.ROOT);
      if (name.equals("content-disposition")) {
        attached |= field.getBody().strip().toLowerCase(Locale.ROOT).startsWith("attachment");
        Matcher named = FILENAME.matcher(value(field));
        filename = named.find() ? named.group(1) : filename;
      } else if (parts == 0) {
        header.putIfAbsent(name, value(field));
      }
    }

    /** The value unfolded, in characters; some mailers put bytes where encoded words belong. */
    private static String value(Field field) {
      byte[] raw = field.getRaw() == null ? new byte[0] : field.getRaw().toByteArray();
      String whole = Decoded.of(raw, raw.length).text();
      String body = whole.substring(whole.indexOf(':') + 1);
      String unfolded = body.replaceAll("[\\r\\n]++", "").strip();
      return DecoderUtil.decodeEncodedWords(unfolded, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
    }

    private void body(BodyDescriptor part) throws IOException {
      boolean isPlain = part.getMimeType().equals("text/plain");
      boolean isHtml = part.getMimeType().equals("text/html");
      if (attached || !isPlain && !isHtml) {
        attachments.add(filename == null ? part.getMimeType() : filename);
        return;
      }
      if (isHtml && html != null) {
        return;
      }
      byte[] bytes = stream.getDecodedInputStream().readAllBytes();
      String text = Decoded.of(bytes, bytes.length, part.getCharset()).text();
      if (isHtml) {
        html = text;
      } else if (!text.isBlank()) {
        plain.append(plain.length() == 0 ? "" : "\n\n").append(text.stripTrailing());
      }
    }

    Mail mail() {
      boolean isHtml = plain.length() == 0 && html != null;
      String id = header.get("message-id");
      String sender = header.get("from");
      return new Mail(
          blankToNull(header.get("subject")),
          sender == null ? null : name(sender).orElse(null),
          blankToNull(header.get("date")),
          id == null ? null : blankToNull(id.replaceAll("^\\s*<|>\\s*$", "")),
          isHtml,
          isHtml ? html : plain.toString(),
          List.copyOf(attachments));
    }

    private static @Nullable String blankToNull(@Nullable String value) {
      return value == null || value.isBlank() ? null : value.strip();
    }
  }
}
