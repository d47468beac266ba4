package io.winnow.publish;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.dedupe.Fingerprints;
import io.winnow.form.Form;
import io.winnow.form.NewerFormException;
import io.winnow.write.Dataset;
import io.winnow.write.RowStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one published run is: its files and how to check them, what it read, and what made it so.
 *
 * @param manifestVersion version of this form; it rises when a reader of an older one would err
 * @param runId the run
 * @param sequence its place among the runs of its output, from 1; kept when it is run again
 * @param date its logical date, {@code YYYY-MM-DD}; kept when it is run again
 * @param history the published runs it saw, with their sequences
 * @param counts sources, pieces and lines by what became of them
 * @param datasets every dataset by name
 * @param fingerprintVersion version of the rows in {@code fingerprints}; 1 where it is not said
 * @param pages files for people: the report and its charts
 * @param options the options of the run that bear on its rows
 * @param versions of Winnow and of what it is built on
 * @param metrics counters of the steps by name
 * @param started when the run began, ISO instant
 * @param finished when it was ready to be published, ISO instant
 * @param seconds wall time by stage
 * @param rewrites what was changed in it after it was published, in that order
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
    int manifestVersion,
    String runId,
    long sequence,
    String date,
    Map<String, Long> history,
    Map<String, Long> counts,
    Map<String, DatasetFacts> datasets,
    int fingerprintVersion,
    List<Page> pages,
    Map<String, String> options,
    Map<String, String> versions,
    Map<String, Long> metrics,
    String started,
    String finished,
    Map<String, Double> seconds,
    List<Rewrite> rewrites) {
  /** The form of a run that has files of its own. */
  static final int WITH_FILES = 1;

  /** That of a run whose datasets name no files, because they lie in the pack that it names. */
  static final int PACKED = 2;

  /** The newest form that this program reads: that of a run in a pack. */
  public static final int VERSION = PACKED;

  private static final Form FORM = new Form("a manifest", VERSION);
  private static final Form COLUMNS = new Form("columns", Dataset.SCHEMA_VERSION);
  static final Form FINGERPRINTS = new Form("fingerprints", Fingerprints.VERSION);

  /** Its place in the folder of a run. */
  public static final String PATH = "manifest.json";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  public Manifest {
    history = Map.copyOf(history);
    counts = Map.copyOf(counts);
    datasets = Map.copyOf(datasets);
    pages = List.copyOf(pages);
    options = Map.copyOf(options);
    versions = Map.copyOf(versions);
    metrics = Map.copyOf(metrics);
    seconds = Map.copyOf(seconds);
    rewrites = List.copyOf(rewrites);
  }

  /**
   * All files of a dataset.
   *
   * @param rowsHash over all its rows, whatever their order; equal rows, equal hash
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record DatasetFacts(long rows, String rowsHash, int schemaVersion, List<DataFile> files) {
    public DatasetFacts {
      files = List.copyOf(files);
    }
  }

  /** One Parquet file; its path is relative to the folder of the run. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record DataFile(String path, long rows, long bytes, String sha256) {}

  /** One file for people; its path is relative to the folder of the run. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Page(String path, long bytes, String sha256) {}

  /**
   * One change of a run that was published already.
   *
   * @param at ISO instant
   * @param winnow version that made it
   * @param reason for people
   * @param datasets that have other rows since
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Rewrite(String at, String winnow, String reason, List<String> datasets) {
    public Rewrite {
      datasets = List.copyOf(datasets);
    }
  }

  /** The logical date. */
  public LocalDate logicalDate() {
    return LocalDate.parse(date);
  }

  /** Whether it took pieces of sources that other runs have read. */
  public boolean isReplay() {
    return options.containsKey("replay");
  }

  /** A count by name; 0 when it is not there. */
  public long count(String name) {
    return counts.getOrDefault(name, 0L);
  }

  /** Whether the run was published with that page. */
  public boolean hasPage(String path) {
    return pages.stream().anyMatch(page -> page.path().equals(path));
  }

  /** The same, with its pages and the time it was ready. */
  Manifest finished(List<Page> newPages, Instant at) {
    return new Manifest(
        manifestVersion,
        runId,
        sequence,
        date,
        history,
        counts,
        datasets,
        fingerprintVersion,
        newPages,
        options,
        versions,
        metrics,
        started,
        at.toString(),
        seconds,
        rewrites);
  }

  /** The same run with other rows and pages. */
  Manifest rewritten(
      Map<String, Long> newCounts,
      Map<String, DatasetFacts> newDatasets,
      int newFingerprintVersion,
      List<Page> newPages,
      Rewrite rewrite) {
    List<Rewrite> all = new ArrayList<>(rewrites);
    all.add(rewrite);
    return new Manifest(
        WITH_FILES,
        runId,
        sequence,
        date,
        history,
        newCounts,
        newDatasets,
        newFingerprintVersion,
        newPages,
        options,
        versions,
        metrics,
        started,
        finished,
        seconds,
        all);
  }

  /** The same run with its rows and its report in a pack. */
  private Manifest withoutFiles() {
    Map<String, DatasetFacts> facts = new HashMap<>();
    datasets.forEach(
        (name, each) ->
            facts.put(
                name,
                new DatasetFacts(each.rows(), each.rowsHash(), each.schemaVersion(), List.of())));
    return new Manifest(
        PACKED,
        runId,
        sequence,
        date,
        history,
        counts,
        facts,
        fingerprintVersion,
        List.of(),
        options,
        versions,
        metrics,
        started,
        finished,
        seconds,
        rewrites);
  }

  void write(RowStore store, String folder) throws IOException {
    try (OutputStream out = store.create(folder + "/" + PATH)) {
      JSON.writeValue(out, this);
    }
  }

  /**
   * Writes that the run lies in a pack.
   *
   * @param pack its published name, for readers elsewhere; here {@link Pack#runs} decides
   */
  void writePacked(RowStore store, String folder, String pack) throws IOException {
    ObjectNode manifest = JSON.valueToTree(withoutFiles());
    try (OutputStream out = store.create(folder + "/" + PATH)) {
      JSON.writeValue(out, manifest.put("pack", pack));
    }
  }

  /** Without a tree, which takes as long again, but of one that needs to be completed. */
  private static Manifest parse(byte[] manifest) throws IOException {
    try {
      return JSON.readValue(manifest, Manifest.class);
    } catch (MismatchedInputException e) {
      return JSON.treeToValue(complete(JSON.readTree(manifest)), Manifest.class);
    }
  }

  /** Adds what manifests did not have from the beginning. */
  private static JsonNode complete(JsonNode manifest) {
    if (manifest instanceof ObjectNode object) {
      if (!object.has("fingerprint_version")) {
        object.put("fingerprint_version", 1);
      }
      if (!object.has("rewrites")) {
        object.putArray("rewrites");
      }
    }
    return manifest;
  }

  /**
   * Reads the manifest of the run in {@code folder}.
   *
   * @throws NewerFormException when it, its columns or its fingerprints are of a newer version than
   *     this program knows
   * @throws IOException when it is not there or is none
   */
  static Manifest read(RowStore store, String folder) throws IOException {
    String path = folder + "/" + PATH;
    try (InputStream in = Channels.newInputStream(store.open(path))) {
      byte[] json = in.readAllBytes();
      FORM.requireKnown(path, json, "manifest_version");
      Manifest manifest = parse(json);
      manifest.requireKnownRows(path);
      return manifest;
    } catch (JsonProcessingException e) {
      throw new IOException(path + " is no manifest: " + e.getOriginalMessage(), e);
    }
  }

  private void requireKnownRows(String path) throws NewerFormException {
    for (Map.Entry<String, DatasetFacts> dataset : new TreeMap<>(datasets).entrySet()) {
      COLUMNS.requireKnown(path + ", " + dataset.getKey(), dataset.getValue().schemaVersion());
    }
    FINGERPRINTS.requireKnown(path, fingerprintVersion);
  }
}
