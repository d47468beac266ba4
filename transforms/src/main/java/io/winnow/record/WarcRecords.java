package io.winnow.record;

import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpParser;
import org.netpreserve.jwarc.MessageHeaders;

/**
 * Reads the documents of a web archive, WARC 1.0 and 1.1 (ISO 28500): what {@code response} and
 * {@code resource} records carry, and the texts of {@code conversion} records (WET). The other
 * records are what the crawler notes for itself, and are none of ours.
 *
 * <p>A record keeps its URI, its id and its place. Its date is that of the crawl, and says nothing
 * of the text. What is no document, such as a redirect or an error, stops with its status. A
 * damaged record stops alone; where records cannot be told apart any more, the archive ends.
 */
public final class WarcRecords implements ByteRecords {
  private static final Set<String> OURS =
      Set.of("response", "resource", "conversion", "continuation");

  /** Statuses that come with the document, or a part of it that was asked for. */
  private static final Set<Integer> DOCUMENTS = Set.of(200, 203, 206);

  /** Encodings of one body: more are nobody's. */
  private static final int MAX_CODINGS = 3;

  private final Payload.Reader payloads;
  private final int maxRecordBytes;

  /**
   * @param maxRecordBytes of one block; a longer one stops as {@code too-large}
   */
  public WarcRecords(Payload.Reader payloads, int maxRecordBytes) {
    this.payloads = payloads;
    this.maxRecordBytes = maxRecordBytes;
  }

  @Override
  public @Nullable Stop read(InputStream bytes, RecordSink records) throws IOException {
    WarcFrames frames = new WarcFrames(bytes);
    try {
      while (true) {
        MessageHeaders header = frames.next();
        if (header == null) {
          return null;
        }
        long length = WarcFrames.length(header);
        if (!isOurs(header)) {
          frames.skip(length);
          continue;
        }
        boolean fits = length <= maxRecordBytes;
        byte[] block = fits ? frames.block((int) length) : new byte[0];
        if (!fits) {
          frames.skip(length);
        }
        new Entry(header, block, frames.start(), frames.position(), records).take(length);
      }
    } catch (WarcFrames.Broken broken) {
      return broken.stop();
    }
  }

  /** Whether a record carries a document; the answer to a look-up of a name is none. */
  private static boolean isOurs(MessageHeaders header) {
    String type = value(header, "WARC-Type").toLowerCase(Locale.ROOT);
    return OURS.contains(type) && !value(header, "WARC-Target-URI").startsWith("dns:");
  }

  /** The first value of a header; empty without one. */
  private static String value(MessageHeaders header, String name) {
    return header.first(name).orElse("");
  }

  /** One record of ours, on its way. */
  private final class Entry {
    private final MessageHeaders header;
    private final byte[] block;
    private final long start;
    private final long end;
    private final RecordSink records;
    private final String raw;
    private final Facts facts;

    Entry(MessageHeaders header, byte[] block, long start, long end, RecordSink records) {
      this.header = header;
      this.block = block;
      this.start = start;
      this.end = end;
      this.records = records;
      StringBuilder all = new StringBuilder();
      header.map().forEach((name, values) -> values.forEach(v -> line(all, name, v)));
      this.raw = all.append('\n').toString();
      String id = bare(value(header, "WARC-Record-ID"));
      String url = bare(value(header, "WARC-Target-URI"));
      List<String> langs = List.of(value(header, "WARC-Identified-Content-Language").split(",", 2));
      this.facts =
          new Facts(
              id.isEmpty() ? null : id,
              null,
              url.isEmpty() ? null : url,
              List.of(),
              null,
              langs.get(0).isBlank() ? null : langs.get(0).strip(),
              null,
              List.of(),
              null);
    }

    void take(long length) {
      String type = value(header, "WARC-Type").toLowerCase(Locale.ROOT);
      String segment = value(header, "WARC-Segment-Number");
      ContentType declared = ContentType.of(value(header, "Content-Type"));
      if (length > maxRecordBytes) {
        stop(Stop.at(RejectReason.TOO_LARGE, "bytes of one record", length, maxRecordBytes));
      } else if (!segment.isEmpty()) {
        stop(Stop.because(RejectReason.MALFORMED_RECORD, "one segment of a record"));
      } else if (url().startsWith("metadata:")) {
        stop(Stop.because(RejectReason.NOT_AN_ARTICLE, "note of the crawler"));
      } else if (type.equals("response")
          && (declared.type().equals("application/http") || isHttp())) {
        http();
      } else {
        give(block, declared, List.of(), type.equals("conversion"));
      }
    }

    private String url() {
      return facts.url() == null ? "" : facts.url();
    }

    private boolean isHttp() {
      return url().startsWith("http:") || url().startsWith("https:");
    }

    private void http() {
      HttpParser parser = new HttpParser();
      parser.lenientResponse();
      ByteBuffer buffer = ByteBuffer.wrap(block);
      parser.parse(buffer);
      if (!parser.isFinished() && !parser.isError()) {
        parser.parse(null);
      }
      if (!parser.isFinished() || parser.isError()) {
        stop(Stop.because(RejectReason.MALFORMED_RECORD, "no HTTP response"));
        return;
      }
      MessageHeaders http = parser.headers();
      if (!DOCUMENTS.contains(parser.status())) {
        stop(Stop.because(RejectReason.NOT_AN_ARTICLE, "HTTP " + parser.status()));
        return;
      }
      byte[] body =
          tokens(http, "Transfer-Encoding").contains("chunked")
              ? HttpChunks.joined(block, buffer.position())
              : Arrays.copyOfRange(block, buffer.position(), block.length);
      List<String> codings = tokens(http, "Content-Encoding");
      if (body == null) {
        stop(Stop.because(RejectReason.CORRUPT, "chunks of the body"));
      } else if (codings.size() > MAX_CODINGS) {
        stop(Stop.at(RejectReason.TOO_DEEP, "encodings of the body", codings.size(), MAX_CODINGS));
      } else {
        give(body, ContentType.of(value(http, "Content-Type")), codings, false);
      }
    }

    private void give(byte[] body, ContentType type, List<String> codings, boolean isPlain) {
      payloads.read(
          new Payload(raw, url(), body, type, codings, isPlain, facts, start, end), records);
    }

    /** What stops shows how it began: a header of HTTP is text, and so are most bodies. */
    private void stop(Stop stop) {
      int shown = Math.min(block.length, 1 << 14);
      String head = new String(block, 0, shown, StandardCharsets.UTF_8);
      records.take(SourceRecord.stopped(raw + head, facts, stop).at(start, end));
    }
  }

  /** Some writers put addresses in angle brackets. */
  private static String bare(String value) {
    String bare = value.strip();
    return bare.startsWith("<") && bare.endsWith(">") ? bare.substring(1, bare.length() - 1) : bare;
  }

  private static void line(StringBuilder into, String name, String value) {
    into.append(name).append(": ").append(value).append('\n');
  }

  /** The values of a header that lists names, in lower case; one name too many stands for more. */
  private static List<String> tokens(MessageHeaders header, String name) {
    List<String> tokens = new ArrayList<>();
    for (String value : header.all(name)) {
      for (String token : value.split(",", MAX_CODINGS + 2)) {
        String bare = token.strip().toLowerCase(Locale.ROOT);
        if (!bare.isEmpty() && !bare.equals("identity") && tokens.size() <= MAX_CODINGS) {
          tokens.add(bare);
        }
      }
    }
    return tokens;
  }
}
