package io.winnow.read;

import io.winnow.record.JsonMapping;
import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/** The members of one archive on their way to dumps: named apart, and held to the caps. */
final class ZipMembers {
  private final ReadSpec spec;
  private final JsonMapping mapping;
  private final Place archive;
  private final Consumer<Dump> dumps;
  private final Budget budget;
  private final Set<String> uris = new HashSet<>();
  private @Nullable Stop stop;

  ZipMembers(ReadSpec spec, JsonMapping mapping, Place archive, Consumer<Dump> dumps) {
    this.spec = spec;
    this.mapping = mapping;
    this.archive = archive;
    this.dumps = dumps;
    this.budget = new Budget(spec);
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

  /** Gives the dumps of one member. */
  void read(ZipArchiveEntry entry, String name, boolean canRead, Inflow.Opening content) {
    Place place = new Place(unique(name), archive.uri(), archive.fileSha256());
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      dumps.accept(place.unreadable(Stop.because(RejectReason.ENCRYPTED, null)));
    } else if (!canRead) {
      dumps.accept(
          place.unreadable(
              Stop.because(RejectReason.CORRUPT, "compression method " + entry.getMethod())));
    } else {
      Inflow in = Inflow.packed(content, entry.getCompressedSize(), budget);
      try (in) {
        new TextReader(spec, mapping).read(place, in, dumps);
      } catch (IOException e) {
        throw new StorageFailure(e);
      }
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
  private String unique(String name) {
    String uri = archive.uri() + "!/" + name;
    String unique = uri;
    for (int n = 2; !uris.add(unique); n++) {
      unique = uri + "#" + n;
    }
    return unique;
  }
}
