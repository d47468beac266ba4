package io.winnow.read;

import io.winnow.read.RecordDumps.Content;
import io.winnow.record.ByteRecords;
import io.winnow.record.FeedRecords;
import io.winnow.record.JsonMapping;
import io.winnow.record.JsonRecords;
import io.winnow.record.TextRecords;
import io.winnow.record.WarcRecords;
import io.winnow.record.WikiRecords;
import io.winnow.reject.RejectReason;
import io.winnow.reject.Rejects;
import io.winnow.reject.Stop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of one file or member into its dump, or into the windows of one that is made of
 * records.
 */
final class TextReader {
  private final ReadSpec spec;
  private final JsonMapping mapping;

  TextReader(ReadSpec spec, JsonMapping mapping) {
    this.spec = spec;
    this.mapping = mapping;
  }

  /**
   * Gives at least one dump.
   *
   * @param begun all that was read of {@code in} so far
   */
  void read(Place place, Inflow in, byte[] begun, Consumer<Dump> dumps) {
    byte[] head = in.upTo(begun, Math.min(ByteShape.HEAD_BYTES, spec.maxTextBytes() + 1));
    SourceFormat known = ByteShape.formatOf(head, (int) in.count());
    if (known != null) {
      records(known, place, new Content(head, (int) in.count(), in), dumps);
      return;
    }
    byte[] bytes = in.upTo(head, spec.maxTextBytes() + 1);
    int length = (int) in.count();
    if (length > spec.windowBytes()) {
      Decoded decoded = Decoded.of(bytes, spec.windowBytes());
      String text = decoded.text();
      Stop noText = noText(place, bytes, length, text);
      SourceFormat format =
          noText == null ? FormatSniffer.sniff(text, place.uri()) : SourceFormat.UNKNOWN;
      if (format == SourceFormat.JSONL) {
        new JsonLinesWindows(
                spec,
                place,
                decoded.charset(),
                bytes,
                length,
                in,
                (window, start, size, sha256) -> dumps.accept(window))
            .read();
        return;
      }
      if (format.isRecords()) {
        records(format, place, decoded, new Content(bytes, length, in), dumps);
        return;
      }
      if (length > spec.maxTextBytes()) {
        in.drain();
        Stop stop = noText != null ? noText : tooLarge(in);
        dumps.accept(place.unreadable(stop.unread(original(text), in.count(), in.sha256(), 0)));
        return;
      }
    }
    whole(place, bytes, length, in.sha256(), in.stop(), dumps);
  }

  private void records(SourceFormat format, Place place, Content content, Consumer<Dump> dumps) {
    if (format == SourceFormat.PARQUET) {
      new TableReader(spec, mapping).read(place, content, dumps);
      return;
    }
    PayloadReader payloads = new PayloadReader(spec, mapping, content.budget(spec));
    ByteRecords reader =
        switch (format) {
          case WARC, WET -> new WarcRecords(payloads, spec.maxTextBytes());
          case EML -> new MailRecords(spec.maxTextBytes());
          default -> throw new IllegalArgumentException("no bytes of records in " + format);
        };
    new RecordDumps(spec, place, content, dumps).read(format, reader);
  }

  private void records(
      SourceFormat format, Place place, Decoded head, Content content, Consumer<Dump> dumps) {
    int maxChars = spec.maxTextBytes();
    TextRecords reader =
        switch (format) {
          case JSON -> new JsonRecords(mapping, maxChars);
          case RSS, ATOM -> new FeedRecords(maxChars);
          case MEDIAWIKI -> new WikiRecords(maxChars);
          default -> throw new IllegalArgumentException("no records in " + format);
        };
    new RecordDumps(spec, place, content, dumps).read(format, head.charset(), reader);
  }

  /** Whether a file that begins so is one of plain JSON Lines. */
  boolean isRecords(String uri, byte[] head) {
    Place place = new Place(uri, null, Sha256.OF_NOTHING);
    return isRecords(place, head, head.length, Decoded.of(head, head.length).text());
  }

  private static boolean isRecords(Place place, byte[] bytes, int length, String head) {
    return noText(place, bytes, length, head) == null
        && FormatSniffer.sniff(head, place.uri()) == SourceFormat.JSONL;
  }

  /**
   * Finds the windows of a plain file of JSON Lines.
   *
   * @return false, and none is given, when it is no such file
   */
  boolean windows(Place place, Inflow in, JsonLinesWindows.Taker windows) {
    byte[] bytes = in.upTo(spec.maxTextBytes() + 1);
    int length = (int) in.count();
    Decoded decoded = Decoded.of(bytes, Math.min(length, spec.windowBytes()));
    if (!isRecords(place, bytes, length, decoded.text())) {
      return false;
    }
    new JsonLinesWindows(spec, place, decoded.charset(), bytes, length, in, windows).read();
    return true;
  }

  private Stop tooLarge(Inflow in) {
    return in.stop() != null && in.stop().reason() == RejectReason.DECOMPRESSION_BOMB
        ? in.stop()
        : Stop.at(RejectReason.TOO_LARGE, "bytes of one text", in.count(), spec.maxTextBytes());
  }

  /**
   * Gives the dump of bytes that are all there is, or all that came before some damage.
   *
   * @param stop the damage; null where there is none
   */
  void whole(
      Place place,
      byte[] bytes,
      int length,
      String sha256,
      @Nullable Stop stop,
      Consumer<Dump> dumps) {
    SourceFormat known = ByteShape.formatOf(bytes, length);
    if (known != null) {
      records(known, place, new Content(bytes, length, sha256, stop), dumps);
      return;
    }
    Decoded decoded = Decoded.of(bytes, length);
    CharsetGuess charset = decoded.charset();
    String text = decoded.text();
    Stop none = isBlank(text) ? blank(stop) : noText(place, bytes, length, text);
    SourceFormat format =
        none == null ? FormatSniffer.sniff(text, place.uri()) : SourceFormat.UNKNOWN;
    if (none == null && !format.isRecords()) {
      none = tooManyLines(text);
    }
    if (none != null) {
      dumps.accept(place.unreadable(none.unread(original(text), length, sha256, 0)));
      return;
    }
    if (format.isRecords()) {
      records(format, place, decoded, new Content(bytes, length, sha256, stop), dumps);
      return;
    }
    LinedText lined = LinedText.of(text, bytes, charset.markBytes(), length, charset.encoding(), 0);
    List<Unreadable> tail = new ArrayList<>();
    if (stop != null) {
      tail.add(stop.unread("", 0, Sha256.OF_NOTHING, length));
    }
    dumps.accept(
        new Dump(
            place.origin(sha256, length, format, charset, charset.confidence()),
            DumpText.of(lined.text(), lined.offsets(), 1, 0),
            tail,
            true));
  }

  private @Nullable Stop tooManyLines(String text) {
    long lines = text.chars().filter(c -> c == '\n').count();
    return lines > spec.maxTextLines()
        ? Stop.at(RejectReason.TOO_LARGE, "lines of one text", lines, spec.maxTextLines())
        : null;
  }

  private static Stop blank(@Nullable Stop stop) {
    return stop != null ? stop : Stop.because(RejectReason.EMPTY, null);
  }

  /** Why these bytes are no text, although there are some; null when they are. */
  private static @Nullable Stop noText(Place place, byte[] bytes, int length, String text) {
    Packing packing = Packing.of(Arrays.copyOf(bytes, Math.min(length, Packing.HEAD_BYTES)));
    if (packing != Packing.NONE) {
      String what = packing.name().toLowerCase(Locale.ROOT);
      return place.container() == null
          ? Stop.because(RejectReason.BINARY, what + " archive")
          : Stop.because(RejectReason.NESTED_ARCHIVE, what);
    }
    return BinarySniffer.known(bytes, length)
        .or(() -> BinarySniffer.byControls(text))
        .map(what -> Stop.because(RejectReason.BINARY, what))
        .orElse(null);
  }

  private static boolean isBlank(String text) {
    return text.chars()
        .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF);
  }

  /** What a reject keeps of the text that was not read. */
  private static String original(String text) {
    return text.length() <= Rejects.MAX_ORIGINAL_BYTES
        ? text
        : text.substring(0, Rejects.MAX_ORIGINAL_BYTES);
  }
}
