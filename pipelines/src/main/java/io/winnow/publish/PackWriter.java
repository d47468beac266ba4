package io.winnow.publish;

import io.winnow.publish.Manifest.DataFile;
import io.winnow.publish.Manifest.DatasetFacts;
import io.winnow.publish.Manifest.Page;
import io.winnow.write.Dataset;
import io.winnow.write.ParquetRowWriter;
import io.winnow.write.ParquetRows;
import io.winnow.write.ParquetSpec;
import io.winnow.write.RowHasher;
import io.winnow.write.RowsHash;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes the rows and the reports of several runs into one folder, and makes sure that they are the
 * same.
 *
 * <p>Each run must have the rows that its manifest counts and hashes; files of an older version of
 * the columns, whose hash is over fewer of them, must have the checksum that it names. What was
 * written is read back. One row group is held in memory.
 */
final class PackWriter {
  /** Most rows of a page, so that little else is read with the rows of a small run. */
  private static final int PAGE_ROWS = 500;

  private final OutputStore output;
  private final String folder;
  private final String winnow;

  /**
   * @param folder to write into, new and empty
   * @param winnow version of the program that writes
   */
  PackWriter(OutputStore output, String folder, String winnow) {
    this.output = output;
    this.folder = folder;
    this.winnow = winnow;
  }

  /**
   * Writes a pack, durably.
   *
   * @param runs by sequence; published, in files of their own or in packs
   * @throws IOException when rows are not what a manifest says, or cannot be read back
   */
  Pack write(List<PublishedRun> runs) throws IOException {
    Map<String, DatasetFacts> datasets = new TreeMap<>();
    for (Dataset<?> dataset : Dataset.all()) {
      datasets.put(dataset.name(), write(dataset, runs));
    }
    List<Page> reports;
    try (PackedPages pages = new PackedPages(output)) {
      reports = pages.write(runs, folder);
    }
    List<String> ids = runs.stream().map(run -> run.manifest().runId()).toList();
    Pack pack = new Pack(Pack.VERSION, winnow, ids, datasets, reports);
    pack.write(output, folder);
    output.sync(folder);
    return pack;
  }

  private <T extends SpecificRecord> DatasetFacts write(Dataset<T> dataset, List<PublishedRun> runs)
      throws IOException {
    String path = dataset + "/part-00000.parquet";
    String place = folder + "/" + path;
    ParquetSpec spec = ParquetSpec.of(winnow).withPageRows(PAGE_ROWS);
    ParquetRowWriter<T> written = new ParquetRowWriter<>(dataset, spec, output.create(place));
    try (ParquetRowWriter<T> writer = written;
        PackedRows<T> rows = new PackedRows<>(output, dataset)) {
      for (PublishedRun run : runs) {
        RowsHash before = writer.rowsHash();
        rows.forEach(run, writer::write);
        requireSame(run, dataset, before, writer.rowsHash());
      }
    }
    if (!hash(dataset, place).equals(written.rowsHash())) {
      throw new IOException("what was written to " + place + " does not read back");
    }
    DataFile file =
        new DataFile(path, written.rows(), written.bytes(), Checksum.sha256(output, place));
    return new DatasetFacts(
        written.rows(), written.rowsHash().toString(), Dataset.SCHEMA_VERSION, List.of(file));
  }

  private void requireSame(PublishedRun run, Dataset<?> dataset, RowsHash before, RowsHash after)
      throws IOException {
    DatasetFacts facts = run.manifest().datasets().get(dataset.name());
    if (facts == null) {
      return;
    }
    if (facts.schemaVersion() != Dataset.SCHEMA_VERSION) {
      requireUntouched(run, facts);
    } else if (!before.plus(RowsHash.parse(facts.rowsHash())).equals(after)) {
      throw new IOException(
          "the rows of %s of run %s have another hash than its manifest says"
              .formatted(dataset, run.manifest().runId()));
    }
  }

  private void requireUntouched(PublishedRun run, DatasetFacts facts) throws IOException {
    for (DataFile file : facts.files()) {
      if (!Checksum.sha256(output, run.path(file)).equals(file.sha256())) {
        throw new IOException(
            "%s of run %s has another checksum than its manifest says"
                .formatted(file.path(), run.manifest().runId()));
      }
    }
  }

  private <T extends SpecificRecord> RowsHash hash(Dataset<T> dataset, String path)
      throws IOException {
    RowHasher<T> hasher = RowHasher.of(dataset);
    RowsHash hash = RowsHash.NONE;
    try (ParquetRows<T> rows = ParquetRows.read(dataset, output, path)) {
      while (rows.hasNext()) {
        hash = hash.plus(hasher.hash(rows.next()));
      }
    }
    return hash;
  }
}
