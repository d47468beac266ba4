package io.winnow.publish;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.form.Form;
import io.winnow.form.NewerFormException;
import io.winnow.write.Dataset;
import io.winnow.write.ParquetRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * What an output remembers of runs that were removed: their fingerprints, by which later articles
 * are still known for duplicates, and which files they read.
 *
 * <p>It is published as {@code run=EXPIRED}, with a {@code runs.json} beside the rows, and changes
 * in the step in which runs go.
 */
public final class ExpiredRuns {
  /** The name that it is published under. */
  public static final String NAME = "EXPIRED";

  private static final String PATH = "runs.json";
  private static final int VERSION = 1;
  private static final Form FORM = new Form("what is remembered of removed runs", VERSION);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final OutputStore output;
  private final String folder;
  private final Content content;

  private ExpiredRuns(OutputStore output, String folder, Content content) {
    this.output = output;
    this.folder = folder;
    this.content = content;
  }

  /** What stands in {@code runs.json}. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Content(int version, List<ExpiredRun> runs, List<RowsFile> files) {
    Content {
      runs = List.copyOf(runs);
      files = List.copyOf(files);
    }
  }

  /**
   * A Parquet file with rows of some of the runs.
   *
   * @param path below the folder
   * @param fingerprintVersion of all its rows, where they are fingerprints
   * @param rowsHash over all its rows; those of runs add up to it
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonIgnoreProperties(ignoreUnknown = true)
  record RowsFile(
      String dataset,
      int fingerprintVersion,
      String path,
      long rows,
      String rowsHash,
      long bytes,
      String sha256) {
    RowsFile at(String newPath) {
      return new RowsFile(dataset, fingerprintVersion, newPath, rows, rowsHash, bytes, sha256);
    }
  }

  /**
   * Reads what is published.
   *
   * @param published the folders of one moment, by name
   * @throws NewerFormException when a newer program wrote it
   */
  static ExpiredRuns read(OutputStore output, Map<String, String> published) throws IOException {
    String folder = published.get(NAME);
    if (folder == null) {
      return new ExpiredRuns(output, "", new Content(VERSION, List.of(), List.of()));
    }
    String path = folder + "/" + PATH;
    try (InputStream in = Channels.newInputStream(output.open(path))) {
      byte[] json = in.readAllBytes();
      FORM.requireKnown(path, json, "version");
      Content content = JSON.readValue(json, Content.class);
      for (RowsFile file : content.files) {
        Manifest.FINGERPRINTS.requireKnown(path, file.fingerprintVersion);
      }
      return new ExpiredRuns(output, folder, content);
    } catch (JsonProcessingException e) {
      throw new IOException(path + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** Writes {@code runs.json} of a folder that is complete but for it. */
  static void write(OutputStore output, String folder, List<ExpiredRun> runs, List<RowsFile> files)
      throws IOException {
    try (OutputStream out = output.create(folder + "/" + PATH)) {
      JSON.writeValue(out, new Content(VERSION, runs, files));
    }
  }

  /** All of them, by sequence. */
  public List<ExpiredRun> all() {
    return content.runs;
  }

  /** The removed run of that id. */
  public Optional<ExpiredRun> find(String runId) {
    return content.runs.stream().filter(run -> run.runId().equals(runId)).findFirst();
  }

  /** Below the output; empty where nothing was ever removed. */
  String folder() {
    return folder;
  }

  List<RowsFile> files() {
    return content.files;
  }

  /** Files of the fingerprints that compare with those of {@code version}, as Beam names them. */
  List<String> fingerprints(int version) {
    return content.files.stream()
        .filter(file -> isOf(file, Dataset.FINGERPRINTS) && file.fingerprintVersion == version)
        .map(file -> output.location(path(file)))
        .toList();
  }

  /** How many these are. */
  long countFingerprints(int version) {
    return content.files.stream()
        .filter(file -> isOf(file, Dataset.FINGERPRINTS) && file.fingerprintVersion == version)
        .mapToLong(RowsFile::rows)
        .sum();
  }

  /** Hands every row of {@code fingerprints} or {@code ledger} to {@code consumer}. */
  public <T extends SpecificRecord> void forEach(
      Dataset<T> dataset, PublishedRun.RowConsumer<T> consumer) throws IOException {
    for (RowsFile file : content.files) {
      if (isOf(file, dataset)) {
        forEach(dataset, file, consumer);
      }
    }
  }

  /** The same, with these columns and the defaults of all others, which are not read. */
  public <T extends SpecificRecord> void forEachWith(
      Collection<String> columns, Dataset<T> dataset, PublishedRun.RowConsumer<T> consumer)
      throws IOException {
    for (RowsFile file : content.files) {
      if (isOf(file, dataset)) {
        try (ParquetRows<T> rows = ParquetRows.read(dataset, output, path(file), columns)) {
          while (rows.hasNext()) {
            consumer.accept(rows.next());
          }
        }
      }
    }
  }

  /** The same of one file. */
  <T extends SpecificRecord> void forEach(
      Dataset<T> dataset, RowsFile file, PublishedRun.RowConsumer<T> consumer) throws IOException {
    try (ParquetRows<T> rows = ParquetRows.read(dataset, output, path(file))) {
      while (rows.hasNext()) {
        consumer.accept(rows.next());
      }
    }
  }

  String path(RowsFile file) {
    return folder + "/" + file.path;
  }

  private static boolean isOf(RowsFile file, Dataset<?> dataset) {
    return file.dataset.equals(dataset.name());
  }
}
