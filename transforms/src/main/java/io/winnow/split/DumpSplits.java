package io.winnow.split;

import io.winnow.privacy.MaskTally;
import io.winnow.privacy.MaskedNames;
import io.winnow.read.Dump;
import io.winnow.read.DumpReader;
import io.winnow.read.FileOpener;
import io.winnow.read.Origin;
import io.winnow.read.SourceFile;
import java.io.IOException;
import java.io.Serializable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file dump by dump, and splits each when it is asked to.
 *
 * <p>A dump is handed over with all that its splitting has to know of those before it, so that it
 * may be split by another thread while the next one is read.
 */
public final class DumpSplits implements Serializable {
  private static final long serialVersionUID = 1;

  private final DumpReader reader;
  private final FileOpener opener;
  private final Splitter splitter;

  public DumpSplits(DumpReader reader, FileOpener opener, Splitter splitter) {
    this.reader = reader;
    this.opener = opener;
    this.splitter = splitter;
  }

  /**
   * Reads the file; no more than one dump of it is held here.
   *
   * @param dumps gets each dump, in order, as what splits it and counts what is masked
   * @throws IOException when the storage fails, or the file changes while it is read
   */
  public void read(SourceFile file, Consumer<Function<MaskTally, SplitDump>> dumps)
      throws IOException {
    Earlier earlier = new Earlier();
    MaskedNames names = new MaskedNames(splitter.masker());
    reader.read(
        file,
        opener,
        dump -> {
          Dump named = named(dump, names);
          Ranks ranks = earlier.ranks(dump);
          dumps.accept(tally -> splitter.split(named, ranks, tally));
        });
  }

  /** The name of the file was masked before; that of a member is known only now. */
  private static Dump named(Dump dump, MaskedNames names) {
    Origin origin = dump.origin();
    String uri = names.of(origin.uri());
    return uri.equals(origin.uri())
        ? dump
        : new Dump(
            origin.withUri(uri), dump.text(), dump.records(), dump.unreadable(), dump.last());
  }

  /** What came before the windows of the dump that is being read; an archive has several dumps. */
  private final class Earlier {
    private EqualRecords records = new EqualRecords(splitter.masker());

    @Nullable Ranks ranks(Dump dump) {
      boolean first = dump.text().firstLine() == 1 && dump.text().firstOrdinal() == 0;
      if (first && dump.last()) {
        return Ranks.NONE;
      }
      records = first ? new EqualRecords(splitter.masker()) : records;
      return records.next(dump).orElse(null);
    }
  }
}
