package io.winnow.read;

import io.winnow.record.JsonMapping;
import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads each member of a tar archive as a dump of its own, in the order of the archive, as it
 * streams by.
 *
 * <p>Names are names and never paths: nothing is written anywhere. Folders, links and devices hold
 * no text and are skipped; a sparse file is one unreadable dump beside its siblings. What follows
 * damage of the archive itself is one reject.
 */
final class TarReader {
  /** Bytes of the header of one member, with a long name and the attributes of PAX. */
  private static final int MAX_HEADER = 1 << 17;

  /** The same for all members together, for each that is allowed: PAX takes three blocks. */
  private static final long HEADER_BYTES = 3 * 512;

  private final ReadSpec spec;
  private final JsonMapping mapping;

  TarReader(ReadSpec spec, JsonMapping mapping) {
    this.spec = spec;
    this.mapping = mapping;
  }

  /**
   * Gives at least one dump.
   *
   * @param begun all that was read of {@code in} so far
   */
  void read(Place archive, Inflow in, byte[] begun, Consumer<Dump> dumps) throws IOException {
    ArchiveMembers members = new ArchiveMembers(spec, mapping, archive, in.budget(spec), dumps);
    Headers bytes =
        new Headers(
            new SequenceInputStream(
                new ByteArrayInputStream(begun, 0, (int) in.count()), in.rest()),
            HEADER_BYTES * Math.max(1000, spec.maxMembers()));
    Stop damage = null;
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(bytes, 512, StandardCharsets.ISO_8859_1.name())) {
      int read = 0;
      TarArchiveEntry entry = next(tar, bytes);
      while (entry != null && members.wantsMore(read + 1)) {
        read += isRead(members, tar, entry) ? 1 : 0;
        entry = next(tar, bytes);
      }
      if (entry == null && hasMore(bytes)) {
        damage = Stop.because(RejectReason.CORRUPT, "bytes after the end of the archive");
      }
    } catch (IOException damaged) {
      damage = Inflow.damage(damaged);
    }
    in.drain();
    members.end(in.stop() != null ? in.stop() : damage);
  }

  private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar, Headers bytes)
      throws IOException {
    bytes.lift();
    byte[] rest = new byte[1 << 13];
    while (tar.getCurrentEntry() != null && tar.read(rest) > 0) {
      // what its reader left of a member
    }
    bytes.bound(MAX_HEADER);
    TarArchiveEntry entry = tar.getNextEntry();
    bytes.lift();
    return entry;
  }

  private static boolean isRead(
      ArchiveMembers members, TarArchiveInputStream tar, TarArchiveEntry entry) {
    if (entry.isDirectory()
        || entry.isSymbolicLink()
        || entry.isLink()
        || entry.isFIFO()
        || entry.isCharacterDevice()
        || entry.isBlockDevice()
        || entry.getLinkFlag() == 'V') {
      return false;
    }
    String name = name(entry);
    if (entry.isSparse()) {
      members.refuse(name, Stop.because(RejectReason.BINARY, "sparse file"));
    } else if (entry.getLinkFlag() == 'M') {
      members.refuse(name, Stop.because(RejectReason.CORRUPT, "begins in another volume"));
    } else {
      members.copied(name, () -> CloseShieldInputStream.wrap(tar), entry.getSize());
    }
    return true;
  }

  /** PAX has names in UTF-8; the others are bytes, one a character here. */
  private static String name(TarArchiveEntry entry) {
    String name = entry.getName();
    return name.chars().allMatch(c -> c < 0x100)
        ? MemberNames.of(name.getBytes(StandardCharsets.ISO_8859_1))
        : name;
  }

  /** Whether anything but the zeros that fill the last block is left. */
  private static boolean hasMore(InputStream bytes) throws IOException {
    byte[] rest = new byte[1 << 13];
    for (int n = bytes.read(rest); n > 0; n = bytes.read(rest)) {
      for (int i = 0; i < n; i++) {
        if (rest[i] != 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Fails while a header is read that is longer than allowed. */
  private static final class Headers extends FilterInputStream {
    private long total;
    private long left = Long.MAX_VALUE;

    /**
     * @param total bytes of all headers together
     */
    Headers(InputStream in, long total) {
      super(in);
      this.total = total;
    }

    void bound(long bytes) {
      left = Math.min(total, bytes);
      total -= left;
    }

    void lift() {
      total += left == Long.MAX_VALUE ? 0 : left;
      left = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int at, int max) throws IOException {
      if (left <= 0) {
        throw new IOException("a header of more bytes than allowed");
      }
      int n = super.read(into, at, (int) Math.min(max, left));
      if (left != Long.MAX_VALUE) {
        left -= Math.max(0, n);
      }
      return n;
    }

    @Override
    public long skip(long bytes) throws IOException {
      byte[] skipped = new byte[(int) Math.min(1 << 13, Math.max(0, bytes))];
      return Math.max(0, read(skipped, 0, skipped.length));
    }
  }
}
