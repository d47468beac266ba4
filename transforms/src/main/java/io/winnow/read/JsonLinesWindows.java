package io.winnow.read;

import io.winnow.reject.RejectReason;
import io.winnow.reject.Rejects;
import io.winnow.reject.Stop;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts JSON Lines of any size into consecutive windows of whole lines, so that memory stays bounded
 * while lines, offsets and ordinals stay those of the whole dump.
 *
 * <p>Windows depend on the bytes and the spec alone. A line above the cap of one text is left out
 * as {@code too-large}; its number stays taken, and as a record it keeps its ordinal.
 */
final class JsonLinesWindows {
  /** Takes a window, and where its bytes lie in the dump. */
  @FunctionalInterface
  interface Taker {
    void take(Dump window, long start, int length, String sha256);
  }

  /** Lines of one window: the shortest records make the largest rows for their size. */
  static final int MAX_LINES = 50_000;

  private final ReadSpec spec;
  private final Place place;
  private final CharsetGuess charset;
  private final Inflow in;
  private final Taker windows;

  private final Sha256 soFar = new Sha256();

  /** What was read and not given yet: the bytes before {@code end}, the first at {@code base}. */
  private byte[] bytes;

  private int end;
  private long base;
  private int nextLine = 1;
  private int nextOrdinal;

  /**
   * Continues a stream.
   *
   * @param taken its first bytes, as many as the cap of one text and one more if there are so many
   * @param length how many of them there are
   */
  JsonLinesWindows(
      ReadSpec spec,
      Place place,
      CharsetGuess charset,
      byte[] taken,
      int length,
      Inflow in,
      Taker windows) {
    this.spec = spec;
    this.place = place;
    this.charset = charset;
    this.in = in;
    this.windows = windows;
    this.bytes = taken;
    this.end = length;
  }

  /** Gives every window, the last one marked. */
  void read() {
    drop(charset.markBytes());
    do {
      end = in.fill(bytes, end);
      int cut = windowEnd();
      if (cut > 0) {
        window(cut);
      } else {
        tooLargeLine();
      }
    } while (!isDone());
  }

  /** End of as many whole lines as fit a window, or of one longer line; 0 when it is too long. */
  private int windowEnd() {
    Encoding encoding = charset.encoding();
    int cut = LineOffsets.lastLineEnd(bytes, Math.min(end, spec.windowBytes()), encoding);
    if (end <= spec.windowBytes() && in.ended()) {
      cut = end;
    }
    if (cut < 0) {
      cut = LineOffsets.lineEnd(bytes, 0, end, encoding);
      cut = cut < 0 ? end : cut;
    }
    return cut > spec.maxTextBytes() ? 0 : endOfLines(cut);
  }

  /** End of as many lines as a window may have, at most {@code cut}. */
  private int endOfLines(int cut) {
    int at = 0;
    for (int lines = 0; lines < MAX_LINES && at < cut; lines++) {
      int next = LineOffsets.lineEnd(bytes, at, cut, charset.encoding());
      at = next < 0 ? cut : next;
    }
    return at;
  }

  private void window(int cut) {
    Encoding encoding = charset.encoding();
    LinedText decoded = LinedText.of(bytes, 0, cut, encoding, base);
    double confidence = charset.confidence();
    if (encoding.equals(Encoding.UTF_8) && decoded.text().indexOf('\uFFFD') >= 0) {
      confidence = Math.min(confidence, Utf8Tally.of(bytes, cut).confidence());
    }
    DumpText text = DumpText.of(decoded.text(), decoded.offsets(), nextLine, nextOrdinal);
    long start = base;
    String sha256 = Sha256.of(bytes, 0, cut);
    drop(cut);
    nextLine = text.lastLine() + 1;
    nextOrdinal += text.nonBlank(text.firstLine(), text.lastLine());
    give(text, confidence, List.of(), start, sha256);
  }

  /** Leaves out one line, counting and hashing it only. */
  private void tooLargeLine() {
    String original =
        charset.encoding().decode(bytes, 0, Math.min(end, Rejects.MAX_ORIGINAL_BYTES));
    long start = base;
    Sha256 sha256 = new Sha256();
    int cut;
    do {
      end = in.fill(bytes, end);
      cut = LineOffsets.lineEnd(bytes, 0, end, charset.encoding());
      int part = cut < 0 ? end : cut;
      sha256.add(bytes, 0, part);
      drop(part);
    } while (cut < 0 && !isDone());
    Stop stop =
        Stop.at(RejectReason.TOO_LARGE, "bytes of one line", base - start, spec.maxTextBytes());
    DumpText text = DumpText.of("", null, nextLine, nextOrdinal);
    nextLine++;
    nextOrdinal++;
    end = in.fill(bytes, end);
    give(
        text,
        charset.confidence(),
        List.of(stop.unread(original, base - start, sha256.hex(), start)),
        base,
        Sha256.OF_NOTHING);
  }

  private void give(
      DumpText text, double confidence, List<Unreadable> left, long start, String sha256) {
    List<Unreadable> unreadable = new ArrayList<>(left);
    if (isDone() && in.stop() != null) {
      unreadable.add(in.stop().unread("", 0, Sha256.OF_NOTHING, base));
    }
    Origin origin = place.origin(soFar.hex(), base, SourceFormat.JSONL, charset, confidence);
    windows.take(new Dump(origin, text, unreadable, isDone()), start, (int) (base - start), sha256);
  }

  private boolean isDone() {
    return in.ended() && end == 0;
  }

  /** Forgets the first bytes. */
  private void drop(int count) {
    soFar.add(bytes, 0, count);
    System.arraycopy(bytes, count, bytes, 0, end - count);
    end -= count;
    base += count;
  }
}
