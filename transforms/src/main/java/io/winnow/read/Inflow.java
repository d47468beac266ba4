package io.winnow.read;

import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.commons.compress.compressors.CompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decompressed bytes on their way in: counted, hashed and stopped by the {@link Budget}.
 *
 * <p>Damaged or truncated data are an end with a {@link #stop}, never an exception, and every byte
 * that came before the damage is delivered. A failing storage is a {@link StorageFailure}.
 */
final class Inflow implements Closeable {
  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final long stored;
  private final @Nullable Budget budget;
  private final Sha256 sha256 = new Sha256();
  private final @Nullable String known;
  private final @Nullable Inflow source;
  private boolean isPaid;
  private long count;
  private boolean ended;
  private @Nullable Stop stop;

  private Inflow(
      InputStream in,
      long stored,
      @Nullable Budget budget,
      @Nullable String known,
      @Nullable Inflow source) {
    this.in = in;
    this.stored = Math.max(1, stored);
    this.budget = budget;
    this.known = known;
    this.source = source;
  }

  /** What gives the stream, and may find it damaged at once. */
  interface Opening {
    InputStream open() throws IOException;
  }

  /** The content of a file that is not packed: its hash is known already. */
  static Inflow plain(StoredFile file) {
    return new Inflow(file.open(), file.bytes(), null, file.sha256(), null);
  }

  /**
   * Opens packed content; where that fails, it is damaged content without a byte.
   *
   * @param stored bytes that it takes up in storage
   */
  static Inflow packed(Opening content, long stored, Budget budget) {
    return open(content, stored, budget, null);
  }

  /** The same of what comes from {@code source}: where that ends for a reason, it is the reason. */
  static Inflow packed(Opening content, long stored, Budget budget, Inflow source) {
    return open(content, stored, budget, source);
  }

  /** Content that lies in an archive as it is, and costs what the archive costs. */
  static Inflow copied(Opening content, long stored, Budget budget) {
    Inflow in = open(content, stored, budget, null);
    in.isPaid = true;
    return in;
  }

  private static Inflow open(
      Opening content, long stored, @Nullable Budget budget, @Nullable Inflow source) {
    try {
      return new Inflow(content.open(), stored, budget, null, source);
    } catch (IOException damaged) {
      Inflow nothing = new Inflow(InputStream.nullInputStream(), stored, budget, null, source);
      nothing.end(damage(damaged));
      return nothing;
    }
  }

  /**
   * Fills {@code into} from {@code at} on as far as the data reach.
   *
   * @return the index after the last byte
   */
  int fill(byte[] into, int at) {
    int end = at;
    while (!ended && end < into.length) {
      end += read(into, end, Math.min(CHUNK, into.length - end));
    }
    return end;
  }

  /**
   * The first {@code max} bytes, or all there are: {@link #count} says how many. What follows them
   * in the array is nothing.
   */
  byte[] upTo(int max) {
    return upTo(new byte[0], max);
  }

  /** The same, of which all that was read so far is given. */
  byte[] upTo(byte[] head, int max) {
    byte[] bytes = Arrays.copyOf(head, (int) Math.max(head.length, Math.min(max, stored + 1)));
    int end = fill(bytes, (int) count);
    while (!ended && end < max) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(max, 2L * bytes.length));
      end = fill(bytes, end);
    }
    return bytes;
  }

  /** What was not read yet, counted and hashed as it is read; {@link #stop} says how it ended. */
  InputStream rest() {
    return new InputStream() {
      @Override
      public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] into, int at, int max) {
        int n = 0;
        while (!ended && n == 0 && max > 0) {
          n = Inflow.this.read(into, at, Math.min(CHUNK, max));
        }
        return n == 0 && max > 0 ? -1 : n;
      }
    };
  }

  /** Reads on to the end, for the count and the hash only. */
  void drain() {
    byte[] bytes = new byte[CHUNK];
    while (!ended) {
      read(bytes, 0, CHUNK);
    }
  }

  /** Whether the end was met. A stream read exactly to its last byte does not know yet. */
  boolean ended() {
    return ended;
  }

  /** Why the data ended; null for a good end. */
  @Nullable Stop stop() {
    return stop;
  }

  /** What decompressing anything within these bytes may still cost. */
  Budget budget(ReadSpec spec) {
    return budget != null ? budget : new Budget(spec);
  }

  /** Bytes so far. */
  long count() {
    return count;
  }

  /** Hash of the bytes so far; of a file that is not packed, that of the whole file. */
  String sha256() {
    return known != null ? known : sha256.hex();
  }

  private int read(byte[] into, int at, int max) {
    int n;
    try {
      n = in.read(into, at, max);
      ended = n < 0;
    } catch (IOException damaged) {
      n = delivered();
      end(damage(damaged));
    }
    if (n <= 0) {
      return 0;
    }
    count += n;
    if (known == null) {
      sha256.add(into, at, at + n);
    }
    Stop spent = budget == null || isPaid ? null : budget.spend(n, count, stored);
    if (spent != null) {
      end(spent);
    }
    return n;
  }

  private void end(Stop why) {
    ended = true;
    stop = source != null && source.stop() != null ? source.stop() : why;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** What a reject says of a decompressor's complaint. */
  static Stop damage(IOException damaged) {
    String message = damaged.getMessage();
    return Stop.because(RejectReason.CORRUPT, message == null ? "ends too early" : message);
  }

  /** What a decompressor had written into the array when it failed: it counts, but cannot tell. */
  private int delivered() {
    if (in instanceof CompressorInputStream counting) {
      return (int) Math.max(0, counting.getBytesRead() - count);
    }
    return 0;
  }
}
