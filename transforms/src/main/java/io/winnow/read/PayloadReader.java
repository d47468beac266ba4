package io.winnow.read;

import io.winnow.record.ContentType;
import io.winnow.record.FeedRecords;
import io.winnow.record.JsonMapping;
import io.winnow.record.JsonRecords;
import io.winnow.record.Payload;
import io.winnow.record.RecordCharset;
import io.winnow.record.RecordSink;
import io.winnow.record.SourceRecord;
import io.winnow.record.TextRecords;
import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document within a dump, such as the page of a record of a web archive, as a file would be
 * read: opened, decoded, and taken for what it turns out to be.
 */
final class PayloadReader implements Payload.Reader {
  /** What a stopped record shows of its beginning. */
  private static final int SHOWN = 1 << 14;

  private final ReadSpec spec;
  private final JsonMapping mapping;
  private final Budget budget;

  PayloadReader(ReadSpec spec, JsonMapping mapping, Budget budget) {
    this.spec = spec;
    this.mapping = mapping;
    this.budget = budget;
  }

  @Override
  public void read(Payload payload, RecordSink records) {
    byte[] bytes = payload.bytes();
    int length = bytes.length;
    for (int i = payload.codings().size() - 1; i >= 0; i--) {
      Inflow in = opened(payload.codings().get(i), bytes, length);
      if (in == null) {
        continue;
      }
      try (in) {
        bytes = in.upTo(spec.maxTextBytes() + 1);
        length = (int) in.count();
      } catch (IOException e) {
        throw new IllegalStateException("bytes in memory cannot fail to close", e);
      }
      Stop stop = in.stop();
      if (stop == null && length > spec.maxTextBytes()) {
        stop = Stop.at(RejectReason.TOO_LARGE, "bytes of one body", length, spec.maxTextBytes());
      }
      if (stop != null) {
        stop(payload, bytes, length, stop, records);
        return;
      }
    }
    read(payload, bytes, length, records);
  }

  /** A body without a coding; null where the bytes are not, or no longer, in that coding. */
  private @Nullable Inflow opened(String coding, byte[] bytes, int length) {
    InputStream in = new ByteArrayInputStream(bytes, 0, length);
    Packing packing = Packing.of(Arrays.copyOf(bytes, Math.min(length, Packing.HEAD_BYTES)));
    return switch (coding) {
      case "gzip", "x-gzip", "zstd" ->
          packing == Packing.GZIP || packing == Packing.ZSTD
              ? Inflow.packed(() -> packing.decompress(in), length, budget)
              : null;
      case "deflate" -> isText(bytes, length) ? null : inflated(bytes, length);
      case "br" ->
          isText(bytes, length)
              ? null
              : Inflow.packed(() -> new Brotli(new BrotliInputStream(in)), length, budget);
      default ->
          isText(bytes, length)
              ? null
              : Inflow.packed(
                  () -> {
                    throw new IOException("content coding " + coding);
                  },
                  length,
                  budget);
    };
  }

  /** Servers send deflate with its header of zlib, as they should, or without. */
  private Inflow inflated(byte[] bytes, int length) {
    boolean isZlib =
        length >= 2
            && (bytes[0] & 0x0F) == 8
            && ((bytes[0] & 0xFF) * 256 + (bytes[1] & 0xFF)) % 31 == 0;
    InputStream in = new ByteArrayInputStream(bytes, 0, length);
    return Inflow.packed(() -> new Inflating(in, new Inflater(!isZlib)), length, budget);
  }

  /** Whether bytes were decoded already: compressed ones have control characters everywhere. */
  private static boolean isText(byte[] bytes, int length) {
    int shown = Math.min(length, 1 << 12);
    String head = new String(bytes, 0, shown, java.nio.charset.StandardCharsets.ISO_8859_1);
    long controls = head.chars().filter(c -> c < ' ' && !Character.isWhitespace(c)).count();
    return controls * 100 <= shown;
  }

  private void read(Payload payload, byte[] bytes, int length, RecordSink records) {
    String type = payload.type().type();
    Optional<String> binary = binary(bytes, length);
    if (binary.isPresent()) {
      String detail = type.isEmpty() || payload.type().isHtml() ? binary.get() : type;
      stop(payload, bytes, length, Stop.because(RejectReason.BINARY, detail), records);
      return;
    }
    Decoded decoded = Decoded.of(bytes, length, payload.type().charset());
    String text = decoded.text();
    Stop stop = null;
    if (text.isBlank()) {
      stop = Stop.because(RejectReason.NO_TEXT, "empty body");
    } else if (BinarySniffer.byControls(text).isPresent()) {
      stop = Stop.because(RejectReason.BINARY, type.isEmpty() ? "control characters" : type);
    } else if (payload.type().isNoProse()) {
      stop = Stop.because(RejectReason.NOT_AN_ARTICLE, type);
    }
    if (stop != null) {
      stop(payload, bytes, length, stop, records);
      return;
    }
    RecordCharset charset =
        new RecordCharset(decoded.charset().encoding().name(), decoded.charset().confidence());
    RecordSink placed =
        record -> records.take(record.at(payload.start(), payload.end()).decodedFrom(charset));
    SourceFormat format =
        payload.isPlain() ? SourceFormat.TEXT : FormatSniffer.sniff(text, payload.name());
    switch (format) {
      case JSON, JSONL ->
          items(new JsonRecords(mapping, spec.maxTextBytes()), payload, text, placed);
      case RSS, ATOM -> items(new FeedRecords(spec.maxTextBytes()), payload, text, placed);
      default -> placed.take(document(payload, format, text));
    }
  }

  private static SourceRecord document(Payload payload, SourceFormat format, String text) {
    ContentType type = payload.type();
    boolean isMarkup = text.indexOf('<') >= 0;
    if (format != SourceFormat.HTML && !type.isHtml() && type.isXml() && isMarkup) {
      return SourceRecord.stopped(
          payload.raw() + text.substring(0, Math.min(text.length(), SHOWN)),
          payload.facts(),
          Stop.because(RejectReason.NOT_AN_ARTICLE, type.type()));
    }
    String media =
        format == SourceFormat.HTML || !payload.isPlain() && type.isHtml() && isMarkup
            ? "html"
            : format.name().toLowerCase(Locale.ROOT);
    return SourceRecord.of(payload.raw(), media, text, payload.facts());
  }

  /** Gives the items of a feed or of an answer in JSON; at least one record. */
  private static void items(TextRecords reader, Payload payload, String text, RecordSink records) {
    int[] given = {0};
    Stop damage;
    try {
      damage =
          reader.read(
              new StringReader(text),
              record -> {
                given[0]++;
                records.take(record);
              });
    } catch (IOException e) {
      throw new IllegalStateException("a string cannot fail", e);
    }
    if (damage != null || given[0] == 0) {
      records.take(
          SourceRecord.stopped(
              payload.raw() + text.substring(0, Math.min(text.length(), SHOWN)),
              payload.facts(),
              damage != null
                  ? damage
                  : Stop.because(RejectReason.NOT_AN_ARTICLE, payload.type().type())));
    }
  }

  private static Optional<String> binary(byte[] bytes, int length) {
    Packing packing = Packing.of(Arrays.copyOf(bytes, Math.min(length, Packing.HEAD_BYTES)));
    return packing == Packing.NONE
        ? BinarySniffer.known(bytes, length)
        : Optional.of(packing.name().toLowerCase(Locale.ROOT));
  }

  private static void stop(
      Payload payload, byte[] bytes, int length, Stop stop, RecordSink records) {
    String head = Encoding.UTF_8.decode(bytes, 0, Math.min(length, SHOWN));
    records.take(
        SourceRecord.stopped(payload.raw() + head, payload.facts(), stop)
            .at(payload.start(), payload.end()));
  }

  /** Gives the memory of its inflater back. */
  private static final class Inflating extends InflaterInputStream {
    Inflating(InputStream in, Inflater inflater) {
      super(in, inflater);
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }
  }

  /** Turns what the decoder throws at damaged data into what it is. */
  private static final class Brotli extends java.io.FilterInputStream {
    Brotli(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int at, int max) throws IOException {
      try {
        return super.read(into, at, max);
      } catch (RuntimeException damaged) {
        throw new IOException("brotli: " + damaged.getMessage(), damaged);
      }
    }
  }
}
