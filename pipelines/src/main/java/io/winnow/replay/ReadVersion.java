package io.winnow.replay;

import io.winnow.publish.PublishedRun;
import io.winnow.publish.Sources;
import io.winnow.schema.LedgerEntry;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file as a run has read it.
 *
 * @param uri of the file; of a member of an archive, that of the archive
 * @param sha256 of the file as it lay in storage
 */
record ReadVersion(String uri, String sha256) {
  static final Comparator<ReadVersion> ORDER =
      Comparator.comparing(ReadVersion::uri).thenComparing(ReadVersion::sha256);

  static final List<String> COLUMNS = List.of("source_uri", "container", "file_sha256", "status");

  /**
   * What a row of the ledger says of a source.
   *
   * @param unread whether nothing in it could be read
   */
  record Source(ReadVersion version, boolean unread) {}

  /**
   * What the runs that rejected pieces say of the sources of these: by id of the run, then by
   * source.
   */
  static Map<String, Map<String, Source>> sources(List<Rejected> pieces, List<PublishedRun> runs)
      throws IOException {
    Map<String, Set<String>> asked = new HashMap<>();
    pieces.forEach(
        piece -> asked.computeIfAbsent(piece.run(), run -> new HashSet<>()).add(piece.sourceUri()));
    Map<String, Map<String, Source>> sources = new HashMap<>();
    for (PublishedRun run : runs) {
      Set<String> ofRun = asked.get(run.manifest().runId());
      if (ofRun != null) {
        Map<String, Source> rows = new HashMap<>();
        run.forEachWith(
            COLUMNS,
            Dataset.LEDGER,
            row -> {
              if (ofRun.contains(row.getSourceUri())) {
                boolean unread = row.getStatus().equals("unreadable");
                rows.put(row.getSourceUri(), new Source(of(row), unread));
              }
            });
        sources.put(run.manifest().runId(), rows);
      }
    }
    return sources;
  }

  /** The {@code --input} of the last run that has read each version, where one has. */
  static Map<ReadVersion, String> inputs(List<PublishedRun> runs, Set<ReadVersion> versions)
      throws IOException {
    Map<ReadVersion, String> inputs = new HashMap<>();
    for (PublishedRun run : runs) {
      @Nullable String input = run.manifest().options().get("input");
      if (input != null) {
        run.forEachWith(
            COLUMNS,
            Dataset.LEDGER,
            row -> {
              if (Sources.isRead(row) && versions.contains(of(row))) {
                inputs.put(of(row), input);
              }
            });
      }
    }
    return inputs;
  }

  static ReadVersion of(LedgerEntry row) {
    return new ReadVersion(Sources.file(row), row.getFileSha256());
  }
}
