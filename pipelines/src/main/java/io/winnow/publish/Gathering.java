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
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * Turns the files that a job wrote into the files of a run: a dataset that is small has one file,
 * sorted; of a large one only the tiny files are merged, the others are renamed as they are.
 *
 * <p>A dataset without rows gets an empty file with its schema. Rows are checked against what the
 * job reported, and no two in a file may share a key.
 */
final class Gathering {
  /** Size up to which a dataset has one file, and to which tiny files are merged; compressed. */
  static final long SMALL_BYTES = 32L << 20;

  /** A file below this part of {@link #SMALL_BYTES} is tiny. */
  private static final int TINY_PART = 8;

  /** Files that are open at once. */
  private static final int FAN_IN = 128;

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

  /** Writes a file for each of {@code parts} that has rows, which come sorted, as all there is. */
  <T extends SpecificRecord> DatasetFacts write(Dataset<T> dataset, Parts<T> parts)
      throws RunRefused, IOException {
    List<DataFile> files = new ArrayList<>();
    RowsHash hash = RowsHash.NONE;
    for (int number = 0; number < parts.count(); number++) {
      String path = path(dataset, files.size());
      try (Stream<T> rows = parts.rows(number)) {
        Iterator<T> each = rows.iterator();
        if (each.hasNext()) {
          ParquetRowWriter<T> writer = write(dataset, each, path);
          files.add(fact(path, writer.rows()));
          hash = hash.plus(writer.rowsHash());
        }
      }
    }
    return files.isEmpty() ? write(dataset, List.of()) : facts(files, hash);
  }

  private static List<WrittenFile> of(Dataset<?> dataset, List<WrittenFile> written) {
    return written.stream()
        .filter(file -> file.dataset().equals(dataset.name()))
        .sorted(Comparator.comparing(WrittenFile::path))
        .toList();
  }

  private List<List<WrittenFile>> groups(List<WrittenFile> files) {
    boolean small = files.stream().mapToLong(WrittenFile::bytes).sum() <= smallBytes;
    List<List<WrittenFile>> groups = new ArrayList<>();
    List<WrittenFile> tiny = new ArrayList<>();
    long bytes = 0;
    for (WrittenFile file : files) {
      if (!small && file.bytes() >= smallBytes / TINY_PART) {
        groups.add(List.of(file));
        continue;
      }
      if (bytes + file.bytes() > smallBytes) {
        groups.add(tiny);
        tiny = new ArrayList<>();
        bytes = 0;
      }
      tiny.add(file);
      bytes += file.bytes();
    }
    if (!tiny.isEmpty()) {
      groups.add(tiny);
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
    List<String> parts = new ArrayList<>(group.stream().map(WrittenFile::path).toList());
    for (int pass = 0; parts.size() > FAN_IN; pass++) {
      String between = path.replace(".parquet", "-pass-" + pass + ".parquet");
      List<String> first = parts.subList(0, FAN_IN);
      mergeInto(dataset, first, between);
      first.clear();
      parts.add(between);
    }
    if (!mergeInto(dataset, parts, path).equals(hash(group))) {
      throw new IOException("the files of " + dataset + " do not hold what the job wrote");
    }
  }

  private <T extends SpecificRecord> RowsHash mergeInto(
      Dataset<T> dataset, List<String> parts, String path) throws RunRefused, IOException {
    RowsHash hash;
    try (MergedRows<T> rows =
        MergedRows.open(dataset, output, parts.stream().map(this::in).toList())) {
      hash = write(dataset, rows, path).rowsHash();
    }
    for (String part : parts) {
      output.delete(in(part));
    }
    return hash;
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
