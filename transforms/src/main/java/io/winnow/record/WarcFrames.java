package io.winnow.record;

import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcParser;

/**
 * Finds the records of a web archive: the header of each, and the block that it says follows it.
 * What is between records is white space, however much the writer left there.
 */
final class WarcFrames {
  /** Bytes of the header of one record. Real ones have 2 kB, most of it addresses. */
  static final int MAX_HEADER = 1 << 18;

  private final InputStream in;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).flip();
  private final WarcParser parser = new WarcParser();
  private long read;
  private long start;

  WarcFrames(InputStream in) {
    this.in = in;
    parser.setLenient(true);
  }

  /** Says that records cannot be told apart from here on. */
  static final class Broken extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Stop stop;

    Broken(RejectReason reason, String detail) {
      this(Stop.because(reason, detail));
    }

    Broken(Stop stop) {
      super(stop.detail());
      this.stop = stop;
    }

    Stop stop() {
      return stop;
    }
  }

  /** First byte that was not taken yet. */
  long position() {
    return read - buffer.remaining();
  }

  /** First byte of the record whose header was given last. */
  long start() {
    return start;
  }

  /** The header of the next record; null at the end. */
  @Nullable MessageHeaders next() throws IOException {
    if (!hasMore()) {
      return null;
    }
    start = position();
    parser.reset();
    parser.parse(buffer);
    while (!parser.isFinished() && !parser.isError()) {
      if (position() - start > MAX_HEADER) {
        throw new Broken(
            Stop.at(
                RejectReason.TOO_LARGE,
                "bytes of the header of one record",
                position() - start,
                MAX_HEADER));
      }
      if (!isFilled()) {
        throw new Broken(RejectReason.CORRUPT, "ends within the header of a record");
      }
      parser.parse(buffer);
    }
    if (parser.isError() || !parser.version().getProtocol().equals("WARC")) {
      throw new Broken(RejectReason.CORRUPT, "no record where one should begin");
    }
    return parser.headers();
  }

  /** Bytes of the block that follows a header. */
  static long length(MessageHeaders header) throws Broken {
    List<String> lengths = header.all("Content-Length");
    String length = lengths.isEmpty() ? "none" : lengths.get(0);
    boolean isNumber = length.length() <= 18 && length.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!isNumber
        || length.isEmpty()
        || lengths.stream().anyMatch(other -> !other.equals(length))) {
      throw new Broken(RejectReason.CORRUPT, "a record without one Content-Length");
    }
    return Long.parseLong(length);
  }

  /** The block that begins here. */
  byte[] block(int length) throws IOException {
    byte[] block = new byte[length];
    int held = Math.min(length, buffer.remaining());
    buffer.get(block, 0, held);
    int more = in.readNBytes(block, held, length - held);
    read += more;
    if (held + more < length) {
      throw endsEarly();
    }
    return block;
  }

  /** Leaves out what begins here. */
  void skip(long length) throws IOException {
    long left = length;
    while (left > 0) {
      if (!buffer.hasRemaining() && !isFilled()) {
        throw endsEarly();
      }
      int step = (int) Math.min(left, buffer.remaining());
      buffer.position(buffer.position() + step);
      left -= step;
    }
  }

  private static Broken endsEarly() {
    return new Broken(RejectReason.CORRUPT, "ends within a record");
  }

  private boolean hasMore() throws IOException {
    while (buffer.hasRemaining() || isFilled()) {
      byte next = buffer.get(buffer.position());
      if (next != '\r' && next != '\n') {
        return true;
      }
      buffer.get();
    }
    return false;
  }

  private boolean isFilled() throws IOException {
    buffer.compact();
    int n = in.read(buffer.array(), buffer.position(), buffer.remaining());
    buffer.position(buffer.position() + Math.max(0, n));
    buffer.flip();
    read += Math.max(0, n);
    return n > 0;
  }
}
