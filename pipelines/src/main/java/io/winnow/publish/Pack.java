package io.winnow.publish;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.form.Form;
import io.winnow.form.NewerFormException;
import io.winnow.publish.Manifest.DatasetFacts;
import io.winnow.publish.Manifest.Page;
import io.winnow.write.Dataset;
import io.winnow.write.RowStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;

/**
 * What a pack holds: the rows of several runs, one file a dataset, which name their run and lie in
 * the order of the runs.
 *
 * <p>The manifests of its runs name it, and no files; so it can be written anew, without a run that
 * changes, and they stay as they are.
 *
 * @param packVersion version of this form
 * @param winnow version of the program that wrote it
 * @param runs ids of its runs, by sequence
 * @param datasets every dataset by name; paths are relative to the folder of the pack
 * @param pages one archive of the reports of its runs, a folder each; none when they have none
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
record Pack(
    int packVersion,
    String winnow,
    List<String> runs,
    Map<String, DatasetFacts> datasets,
    List<Page> pages) {
  static final int VERSION = 1;

  /** Its place in the folder of a pack. */
  static final String PATH = "pack.json";

  private static final String NAME = "PACK-";
  private static final Form FORM = new Form("a pack", VERSION);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  Pack {
    runs = List.copyOf(runs);
    datasets = Map.copyOf(datasets);
    pages = List.copyOf(pages);
  }

  /** The name under which runs from one sequence to another are packed. */
  static String name(long first, long last) {
    return NAME + first + "-" + last;
  }

  /** Whether what is published under {@code name} is a pack. */
  static boolean isName(String name) {
    return PublishedName.isShared(name) && name.startsWith(NAME);
  }

  /** Size of its rows and reports. */
  long bytes() {
    return datasets.values().stream()
            .flatMap(facts -> facts.files().stream())
            .mapToLong(Manifest.DataFile::bytes)
            .sum()
        + pages.stream().mapToLong(Page::bytes).sum();
  }

  /** How many files it is, with its own description. */
  int fileCount() {
    return Dataset.all().size() + pages.size() + 1;
  }

  void write(RowStore store, String folder) throws IOException {
    try (OutputStream out = store.create(folder + "/" + PATH)) {
      JSON.writeValue(out, this);
    }
  }

  /**
   * Reads the description of the pack in {@code folder}.
   *
   * @throws NewerFormException when a newer program wrote it
   * @throws IOException when it is not there or is none
   */
  static Pack read(RowStore store, String folder) throws IOException {
    String path = folder + "/" + PATH;
    try (InputStream in = Channels.newInputStream(store.open(path))) {
      byte[] json = in.readAllBytes();
      FORM.requireKnown(path, json, "pack_version");
      return JSON.readValue(json, Pack.class);
    } catch (JsonProcessingException e) {
      throw new IOException(path + " describes no pack: " + e.getOriginalMessage(), e);
    }
  }
}
