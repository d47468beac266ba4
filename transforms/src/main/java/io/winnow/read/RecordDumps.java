package io.winnow.read;

import io.winnow.record.ByteRecords;
import io.winnow.record.RecordSink;
import io.winnow.record.SourceRecord;
import io.winnow.record.TextRecords;
import io.winnow.reject.RejectReason;
import io.winnow.reject.Rejects;
import io.winnow.reject.Stop;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives the records of one file or member as dumps, each of as many as fit a window, so that memory
 * stays bounded while ordinals stay those of the whole.
 *
 * <p>Windows depend on the bytes and the spec alone.
 */
final class RecordDumps {
  /** Records of one window: the shortest make the largest rows for their size. */
  private static final int MAX_RECORDS = 10_000;

  private final ReadSpec spec;
  private final Place place;
  private final Content content;
  private final Consumer<Dump> dumps;

  private final List<SourceRecord> window = new ArrayList<>();
  private SourceFormat format = SourceFormat.UNKNOWN;
  private @Nullable CharsetGuess charset;
  private long chars;
  private long readTo = -1;
  private int given;

  RecordDumps(ReadSpec spec, Place place, Content content, Consumer<Dump> dumps) {
    this.spec = spec;
    this.place = place;
    this.content = content;
    this.dumps = dumps;
  }

  /**
   * The bytes of a dump: those that were read to look at them, and what follows.
   *
   * @param bytes the first ones
   * @param length how many of them there are
   * @param rest null where they are all
   * @param sha256 of them all, where they are
   * @param damage what they end with, where they are all
   */
  record Content(
      byte[] bytes, int length, @Nullable Inflow rest, String sha256, @Nullable Stop damage) {
    /** Bytes that go on. */
    Content(byte[] bytes, int length, Inflow rest) {
      this(bytes, length, rest, "", null);
    }

    /** Bytes that are all there is. */
    Content(byte[] bytes, int length, String sha256, @Nullable Stop damage) {
      this(bytes, length, null, sha256, damage);
    }

    /** All bytes from {@code from} on. */
    InputStream from(int from) {
      InputStream first = new ByteArrayInputStream(bytes, from, length - from);
      return rest == null ? first : new SequenceInputStream(first, rest.rest());
    }

    /** What decompressing anything within these bytes may still cost. */
    Budget budget(ReadSpec spec) {
      return rest == null ? new Budget(spec) : rest.budget(spec);
    }

    long count() {
      return rest == null ? length : rest.count();
    }

    String hash() {
      return rest == null ? sha256 : rest.sha256();
    }

    @Nullable Stop stop() {
      return rest == null ? damage : rest.stop();
    }
  }

  /** Gives the records of a decoded text; at least one dump. */
  void read(SourceFormat format, CharsetGuess charset, TextRecords reader) {
    this.format = format;
    this.charset = charset;
    ByteOffsets offsets =
        new ByteOffsets(content.bytes(), content.length(), charset, content.rest() == null);
    Stop damage;
    try (BufferedReader text =
        new BufferedReader(
            new InputStreamReader(
                content.from(charset.markBytes()), charset.encoding().charset()))) {
      damage = reader.read(text, record -> take(offsets.placed(record)));
    } catch (IOException e) {
      throw new StorageFailure(e);
    }
    end(damage);
  }

  /** Gives the records of bytes whose charset is theirs; at least one dump. */
  void read(SourceFormat format, ByteRecords reader) {
    read(
        format,
        records -> {
          try (InputStream bytes = content.from(0)) {
            return reader.read(bytes, records);
          }
        });
  }

  /** What gives its records to a sink, and says why it ended before its end. */
  interface Source {
    @Nullable Stop read(RecordSink records) throws IOException;
  }

  /** Gives the records of what knows itself how to read its bytes; at least one dump. */
  void read(SourceFormat format, Source source) {
    this.format = format;
    Stop damage;
    try {
      damage = source.read(this::take);
    } catch (IOException e) {
      throw new StorageFailure(e);
    }
    end(damage);
  }

  private void take(SourceRecord record) {
    if (chars >= spec.windowBytes() || window.size() >= MAX_RECORDS) {
      give(List.of(), false);
    }
    window.add(record);
    readTo = Math.max(readTo, record.end());
    chars += record.raw().length() + record.text().length();
  }

  /** Gives what is left; what follows some damage is counted and hashed only. */
  private void end(@Nullable Stop damage) {
    if (content.rest() != null) {
      content.rest().drain();
    }
    Stop stop = content.stop() != null ? content.stop() : damage;
    if (stop == null && window.isEmpty() && given == 0) {
      stop = Stop.because(RejectReason.EMPTY, "no record");
    }
    give(stop == null ? List.of() : List.of(unread(stop)), true);
  }

  /** What follows the last record, where it lies in memory; else the place where reading ended. */
  private Unreadable unread(Stop stop) {
    if (content.rest() != null || readTo < 0) {
      return stop.unread("", 0, Sha256.OF_NOTHING, content.count());
    }
    int from = (int) readTo;
    int to = Math.min(content.length(), from + Rejects.MAX_ORIGINAL_BYTES);
    Encoding encoding = charset == null ? Encoding.UTF_8 : charset.encoding();
    String original = encoding.decode(content.bytes(), from, to);
    String sha256 = Sha256.of(content.bytes(), from, content.length());
    return stop.unread(original, content.length() - from, sha256, from);
  }

  private void give(List<Unreadable> unreadable, boolean last) {
    Origin origin =
        new Origin(
            place.uri(),
            place.container(),
            place.fileSha256(),
            content.hash(),
            content.count(),
            format,
            charset == null ? null : charset.encoding().name(),
            charset == null ? 0 : charset.confidence());
    DumpText text = DumpText.of("", null, 1, given);
    dumps.accept(new Dump(origin, text, window, unreadable, last));
    given += window.size();
    window.clear();
    chars = 0;
  }
}
