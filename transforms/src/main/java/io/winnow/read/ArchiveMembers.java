package io.winnow.read;

import io.winnow.record.JsonMapping;
import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The members of one archive on their way to dumps: named apart, and held to the caps. A member
 * that is compressed itself is opened; one that is an archive is not.
 */
final class ArchiveMembers {
  private final ReadSpec spec;
  private final JsonMapping mapping;
  private final Place archive;
  private final Budget budget;
  private final Consumer<Dump> dumps;
  private final Set<String> uris = new HashSet<>();
  private @Nullable Stop stop;

  /**
   * @param budget of the whole archive
   */
  ArchiveMembers(
      ReadSpec spec, JsonMapping mapping, Place archive, Budget budget, Consumer<Dump> dumps) {
    this.spec = spec;
    this.mapping = mapping;
    this.archive = archive;
    this.budget = budget;
    this.dumps = dumps;
  }

  /**
   * Whether one more member may be read.
   *
   * @param total members of the archive as far as known
   */
  boolean wantsMore(int total) {
    if (uris.size() >= spec.maxMembers()) {
      stop = Stop.at(RejectReason.TOO_MANY_ENTRIES, "members", total, spec.maxMembers());
    } else if (budget.isSpent()) {
      stop =
          Stop.because(RejectReason.DECOMPRESSION_BOMB, "members after " + uris.size() + " unread");
    }
    return stop == null;
  }

  /** Gives the dump of a member that is not opened. */
  void refuse(String name, Stop why) {
    dumps.accept(place(name).unreadable(why));
  }

  /**
   * Gives the dumps of a member that the archive compressed.
   *
   * @param stored bytes that it takes up in the archive
   */
  void packed(String name, Inflow.Opening content, long stored) {
    read(name, Inflow.packed(content, stored, budget), stored);
  }

  /** Gives the dumps of a member that lies in the archive as it is. */
  void copied(String name, Inflow.Opening content, long stored) {
    read(name, Inflow.copied(content, stored, budget), stored);
  }

  private void read(String name, Inflow member, long stored) {
    Place place = place(name);
    TextReader reader = new TextReader(spec, mapping);
    try (member) {
      byte[] head = member.upTo(Packing.HEAD_BYTES);
      Packing packing = Packing.of(Arrays.copyOf(head, (int) member.count()));
      if (packing == Packing.NONE || packing.isArchive()) {
        reader.read(place, member, head, dumps);
        return;
      }
      InputStream all =
          new SequenceInputStream(
              new ByteArrayInputStream(head, 0, (int) member.count()), member.rest());
      try (Inflow in = Inflow.packed(() -> packing.decompress(all), stored, budget, member)) {
        reader.read(place, in, new byte[0], dumps);
      }
      member.drain();
    } catch (IOException e) {
      throw new StorageFailure(e);
    }
  }

  /**
   * Says in a dump of the archive itself why not all of it was read.
   *
   * @param why null where everything the archive lists was met
   */
  void end(@Nullable Stop why) {
    Stop last = stop != null ? stop : why;
    if (last != null) {
      dumps.accept(archive.unreadable(last));
    } else if (uris.isEmpty()) {
      dumps.accept(archive.unreadable(Stop.because(RejectReason.EMPTY, "no member")));
    }
  }

  /** Two members may have one name; their dumps may not. */
  private Place place(String name) {
    String uri = archive.uri() + "!/" + name;
    String unique = uri;
    for (int n = 2; !uris.add(unique); n++) {
      unique = uri + "#" + n;
    }
    return new Place(unique, archive.uri(), archive.fileSha256());
  }
}
