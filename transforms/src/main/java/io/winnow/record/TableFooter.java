package io.winnow.record;

import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a Parquet file says of itself at its end, held to caps before anything is made of it.
 */
final class TableFooter {
  private static final int TRAILER = 8;
  private static final int MAX_BYTES = 64 << 20;
  private static final int MAX_COLUMNS = 20_000;
  private static final int MAX_DEPTH = 50;

  /** Name of the program that wrote the file; it is matched by a pattern that likes none longer. */
  private static final int MAX_WRITER = 200;

  private final SeekableByteChannel channel;

  TableFooter(SeekableByteChannel channel) {
    this.channel = channel;
  }

  /** What a file says; or, in place of that, why it cannot be read. */
  record Found(@Nullable FileMetaData data, @Nullable Stop stop) {}

  Found read() throws IOException {
    long size = channel.size();
    if (size < 4 + TRAILER) {
      return stopped(RejectReason.CORRUPT, "ends too early");
    }
    ByteBuffer trailer = at(size - TRAILER, TRAILER).order(ByteOrder.LITTLE_ENDIAN);
    long length = trailer.getInt() & 0xFFFFFFFFL;
    String magic = StandardCharsets.ISO_8859_1.decode(trailer).toString();
    if (magic.equals("PARE")) {
      return stopped(RejectReason.ENCRYPTED, null);
    }
    if (!magic.equals("PAR1") || length > size - TRAILER - 4) {
      return stopped(RejectReason.CORRUPT, "no footer at the end");
    }
    if (length > MAX_BYTES) {
      return new Found(
          null, Stop.at(RejectReason.TOO_LARGE, "bytes of the footer", length, MAX_BYTES));
    }
    byte[] footer = at(size - TRAILER - length, (int) length).array();
    FileMetaData data;
    try {
      data = Util.readFileMetaData(new ByteArrayInputStream(footer), (int) length + 1024);
    } catch (IOException | RuntimeException damaged) {
      return stopped(RejectReason.CORRUPT, "damaged footer");
    }
    boolean isEncrypted =
        data.isSetEncryption_algorithm()
            || data.getRow_groups().stream()
                .flatMap(group -> group.getColumns().stream())
                .anyMatch(column -> column.isSetCrypto_metadata());
    if (data.isSetCreated_by() && data.getCreated_by().length() > MAX_WRITER) {
      data.unsetCreated_by();
    }
    return isEncrypted
        ? stopped(RejectReason.ENCRYPTED, "columns")
        : new Found(data, overCap(data));
  }

  private static @Nullable Stop overCap(FileMetaData data) {
    int columns = data.getSchema().size();
    if (columns > MAX_COLUMNS) {
      return Stop.at(RejectReason.TOO_LARGE, "columns", columns, MAX_COLUMNS);
    }
    Deque<Integer> open = new ArrayDeque<>();
    for (SchemaElement element : data.getSchema()) {
      while (!open.isEmpty() && open.peek() == 0) {
        open.pop();
      }
      if (!open.isEmpty()) {
        open.push(open.pop() - 1);
      }
      if (element.getNum_children() > 0) {
        open.push(element.getNum_children());
      }
      if (open.size() > MAX_DEPTH) {
        return Stop.at(RejectReason.TOO_DEEP, "columns within columns", open.size(), MAX_DEPTH);
      }
    }
    return null;
  }

  private ByteBuffer at(long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    channel.position(position);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // a channel may give less than was asked for
    }
    return bytes.flip();
  }

  private static Found stopped(RejectReason reason, @Nullable String detail) {
    return new Found(null, Stop.because(reason, detail));
  }
}
