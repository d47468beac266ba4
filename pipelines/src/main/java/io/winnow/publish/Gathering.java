package io.winnow.publish;

import io.winnow.publish.Manifest.DataFile;
import io.winnow.publish.Manifest.DatasetFacts;
import io.winnow.publish.PublishException.RunRefused;
import io.winnow.write.Dataset;
import io.winnow.write.MergedRows;
import io.winnow.write.ParquetRowWriter;
import io.winnow.write.ParquetRows;
import io.winnow.write.ParquetSpec;
import io.winnow.write.RowsHash;
import io.winnow.write.WrittenFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Turns the files that a job wrote into the files of a run: neighbours are merged, sorted, as long
 * as they stay small together; large ones are renamed as they are.
 *
 * <p>So a small day has one file a dataset. A dataset without rows gets an empty file with its
 * schema. Rows are checked against what the job reported, and no two may share a key.
 */
final class Gathering {
  /** Size up to which files are merged, compressed bytes. */
  static final long SMALL_BYTES = 32L << 20;

  private final OutputStore output;
  private final String folder;
  private final ParquetSpec spec;
  private final long smallBytes;

  Gathering(OutputStore output, String folder, ParquetSpec spec, long smallBytes) {
    this.output = output;
    this.folder = folder;
    this.spec = spec;
    this.smallBytes = smallBytes;
  }

  /** Gathers what {@code written} says of {@code dataset}; other datasets' files are ignored. */
  <T extends SpecificRecord> DatasetFacts gather(Dataset<T> dataset, List<WrittenFile> written)
      throws RunRefused, IOException {
    List<DataFile> files = new ArrayList<>();
    RowsHash hash = RowsHash.NONE;
    for (List<WrittenFile> group : groups(of(dataset, written))) {
      String path = path(dataset, files.size());
      if (group.size() == 1) {
        rename(group.get(0), path);
      } else {
        merge(dataset, group, path);
      }
      files.add(fact(path, group.stream().mapToLong(WrittenFile::rows).sum()));
      hash = hash.plus(hash(group));
    }
    if (files.isEmpty()) {
      return write(dataset, List.of());
    }
    return facts(files, hash);
  }

  /** Writes {@code rows}, sorted, as all there is of {@code dataset}. */
  <T extends SpecificRecord> DatasetFacts write(Dataset<T> dataset, List<T> rows)
      throws RunRefused, IOException {
    String path = path(dataset, 0);
    ParquetRowWriter<T> writer = write(dataset, rows.iterator(), path);
    return facts(List.of(fact(path, writer.rows())), writer.rowsHash());
  }

  private static List<WrittenFile> of(Dataset<?> dataset, List<WrittenFile> written) {
    return written.stream()
        .filter(file -> file.dataset().equals(dataset.name()))
        .sorted(Comparator.comparing(WrittenFile::path))
        .toList();
  }

  private List<List<WrittenFile>> groups(List<WrittenFile> files) {
    List<List<WrittenFile>> groups = new ArrayList<>();
    long bytes = 0;
    for (WrittenFile file : files) {
      bytes += file.bytes();
      if (groups.isEmpty() || bytes > smallBytes) {
        groups.add(new ArrayList<>());
        bytes = file.bytes();
      }
      groups.get(groups.size() - 1).add(file);
    }
    return groups;
  }

  private void rename(WrittenFile file, String path) throws IOException {
    long rows = ParquetRows.count(output, in(file.path()));
    if (rows != file.rows() || output.size(in(file.path())) != file.bytes()) {
      throw new IOException(file.path() + " is not what the job wrote");
    }
    output.move(in(file.path()), in(path));
  }

  private <T extends SpecificRecord> void merge(
      Dataset<T> dataset, List<WrittenFile> group, String path) throws RunRefused, IOException {
    List<String> parts = group.stream().map(file -> in(file.path())).toList();
    ParquetRowWriter<T> writer;
    try (MergedRows<T> rows = MergedRows.open(dataset, output, parts)) {
      writer = write(dataset, rows, path);
    }
    if (!writer.rowsHash().equals(hash(group))) {
      throw new IOException("the files of " + dataset + " do not hold what the job wrote");
    }
    for (String part : parts) {
      output.delete(part);
    }
  }

  private <T extends SpecificRecord> ParquetRowWriter<T> write(
      Dataset<T> dataset, Iterator<T> rows, String path) throws RunRefused, IOException {
    try (ParquetRowWriter<T> writer =
        new ParquetRowWriter<>(dataset, spec, output.create(in(path)))) {
      T last = null;
      while (rows.hasNext()) {
        T row = rows.next();
        if (last != null && dataset.order().compare(last, row) == 0) {
          throw new RunRefused("two rows of " + dataset + " have one key: " + dataset.keyOf(row));
        }
        writer.write(row);
        last = row;
      }
      return writer;
    }
  }

  private static RowsHash hash(List<WrittenFile> files) {
    return files.stream().map(WrittenFile::rowsHash).reduce(RowsHash.NONE, RowsHash::plus);
  }

  private DataFile fact(String path, long rows) throws IOException {
    return new DataFile(path, rows, output.size(in(path)), Checksum.sha256(output, in(path)));
  }

  private static DatasetFacts facts(List<DataFile> files, RowsHash hash) {
    long rows = files.stream().mapToLong(DataFile::rows).sum();
    return new DatasetFacts(rows, hash.toString(), Dataset.SCHEMA_VERSION, files);
  }

  private static String path(Dataset<?> dataset, int number) {
    return "%s/part-%05d.parquet".formatted(dataset, number);
  }

  private String in(String path) {
    return folder + "/" + path;
  }
}
