package io.winnow.read;

import io.winnow.reject.RejectReason;
import io.winnow.reject.Rejects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of one file or member into its dump, or into the windows of one when it is JSON
 * Lines above the cap.
 */
final class TextReader {
  private final ReadSpec spec;

  TextReader(ReadSpec spec) {
    this.spec = spec;
  }

  /** Gives at least one dump. */
  void read(Place place, Inflow in, Consumer<Dump> dumps) {
    byte[] bytes = in.upTo(spec.maxTextBytes() + 1);
    int length = (int) in.count();
    if (length > spec.windowBytes()) {
      Decoded decoded = Decoded.of(bytes, spec.windowBytes());
      String head = decoded.text();
      if (isRecords(place, bytes, length, head)) {
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
      if (length > spec.maxTextBytes()) {
        in.drain();
        Stop noText = noText(place, bytes, length, head);
        Stop stop = noText != null ? noText : tooLarge(in);
        dumps.accept(place.unreadable(stop.unread(original(head), in.count(), in.sha256(), 0)));
        return;
      }
    }
    dumps.accept(whole(place, bytes, length, in.sha256(), in.stop()));
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
   * The dump of bytes that are all there is, or all that came before some damage.
   *
   * @param stop the damage; null where there is none
   */
  Dump whole(Place place, byte[] bytes, int length, String sha256, @Nullable Stop stop) {
    Decoded decoded = Decoded.of(bytes, length);
    CharsetGuess charset = decoded.charset();
    String text = decoded.text();
    Stop none = isBlank(text) ? blank(stop) : noText(place, bytes, length, text);
    if (none == null) {
      none = tooManyLines(text);
    }
    if (none != null) {
      return place.unreadable(none.unread(original(text), length, sha256, 0));
    }
    LinedText lined = LinedText.of(text, bytes, charset.markBytes(), length, charset.encoding(), 0);
    List<Unreadable> tail = new ArrayList<>();
    if (stop != null) {
      tail.add(stop.unread("", 0, Sha256.OF_NOTHING, length));
    }
    return new Dump(
        place.origin(
            sha256, length, FormatSniffer.sniff(text, place.uri()), charset, charset.confidence()),
        DumpText.of(lined.text(), lined.offsets(), 1, 0),
        tail,
        true);
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
