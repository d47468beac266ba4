package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.publish.Manifest.DataFile;
import io.winnow.publish.Manifest.DatasetFacts;
import io.winnow.publish.PublishException.RunRefused;
import io.winnow.schema.Boilerplate;
import io.winnow.write.Dataset;
import io.winnow.write.DatasetFiles;
import io.winnow.write.ParquetRows;
import io.winnow.write.ParquetSpec;
import io.winnow.write.PathStore;
import io.winnow.write.RowsHash;
import io.winnow.write.WrittenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatheringTest {
  private static final ParquetSpec SPEC = ParquetSpec.of("test");

  private @TempDir Path folder;
  private LocalOutput output;

  @BeforeEach
  void open() throws Exception {
    output = LocalOutput.at(folder);
    output.prepare();
    output.makeFolder(".runs/r1.1");
  }

  @Test
  void mergesASmallDatasetIntoOneSortedFile() throws Exception {
    List<WrittenFile> files = List.of(write("b", "d"), write("a", "c"), write("e"));

    DatasetFacts facts = gather(files, Gathering.SMALL_BYTES);

    assertThat(lines(facts), contains("a", "b", "c", "d", "e"));
    assertThat(facts.rows(), equalTo(5L));
    assertThat(facts.rowsHash(), equalTo(sum(files)));
    assertThat(output.files(".runs/r1.1"), contains(".runs/r1.1/boilerplate/part-00000.parquet"));
  }

  @Test
  void mergesMoreFilesThanCanBeOpenAtOnce() throws Exception {
    List<String> lines =
        IntStream.range(0, 300).mapToObj(i -> "%04d".formatted(i * 7 % 300)).toList();
    List<WrittenFile> files = new ArrayList<>();
    for (String line : lines) {
      files.add(write(line));
    }

    DatasetFacts facts = gather(files, Gathering.SMALL_BYTES);

    assertThat(lines(facts), equalTo(lines.stream().sorted().toList()));
    assertThat(facts.rowsHash(), equalTo(sum(files)));
    assertThat(output.files(".runs/r1.1"), hasSize(1));
  }

  @Test
  void leavesTheFilesOfALargeDatasetAsTheyAre() throws Exception {
    List<WrittenFile> files = List.of(write("b"), write("a"));
    long bytes = files.get(0).bytes();

    DatasetFacts facts = gather(files, bytes);

    assertThat(facts.files(), hasSize(2));
    assertThat(
        facts.files().stream().mapToLong(DataFile::bytes).sum(),
        equalTo(files.stream().mapToLong(WrittenFile::bytes).sum()));
    assertThat(facts.rowsHash(), equalTo(sum(files)));
  }

  @Test
  void mergesTheTinyFilesOfALargeDataset() throws Exception {
    String[] many =
        new Random(1)
            .ints(30_000)
            .distinct()
            .mapToObj(Integer::toHexString)
            .sorted()
            .toArray(String[]::new);
    WrittenFile large = write(many);
    List<WrittenFile> files = List.of(large, write("b"), write("a"));

    DatasetFacts facts = gather(files, large.bytes());

    assertThat(
        facts.files().stream().map(DataFile::rows).toList(),
        containsInAnyOrder((long) many.length, 2L));
  }

  @Test
  void refusesTwoRowsWithOneKey() throws Exception {
    List<WrittenFile> files = List.of(write("a", "b"), write("b"));

    RunRefused refused = assertThrows(RunRefused.class, () -> gather(files, Gathering.SMALL_BYTES));

    assertThat(
        refused.getMessage(), equalTo("two rows of boilerplate have one key: example.org, b"));
  }

  @Test
  void failsWhenAFileIsNotWhatTheJobReported() throws Exception {
    WrittenFile file = write("a");
    WrittenFile other =
        new WrittenFile(
            file.dataset(), file.path(), 2, file.bytes(), file.rowsHash(), file.schemaVersion());
    WrittenFile changed =
        new WrittenFile(
            file.dataset(), file.path(), 1, file.bytes(), RowsHash.NONE, file.schemaVersion());

    IOException failure = assertThrows(IOException.class, () -> gather(List.of(other), 1));
    assertThat(failure.getMessage(), containsString("is not what the job wrote"));
    IOException merged =
        assertThrows(
            IOException.class, () -> gather(List.of(changed, write("b")), Gathering.SMALL_BYTES));
    assertThat(merged.getMessage(), containsString("do not hold what the job wrote"));
  }

  private DatasetFacts gather(List<WrittenFile> files, long smallBytes) throws Exception {
    return new Gathering(output, ".runs/r1.1", SPEC, smallBytes).gather(Dataset.BOILERPLATE, files);
  }

  private WrittenFile write(String... lines) throws IOException {
    try (DatasetFiles files =
        new DatasetFiles(new PathStore(folder.resolve(".runs/r1.1")), SPEC, "part")) {
      for (String line : lines) {
        files.write(Dataset.BOILERPLATE, new Boilerplate("r1", "example.org", line, 3, 4, 5));
      }
      return files.finish().get(0);
    }
  }

  private List<String> lines(DatasetFacts facts) throws IOException {
    List<String> lines = new ArrayList<>();
    for (DataFile file : facts.files()) {
      try (ParquetRows<Boilerplate> rows =
          ParquetRows.read(Dataset.BOILERPLATE, output, ".runs/r1.1/" + file.path())) {
        rows.forEachRemaining(row -> lines.add(row.getLine()));
      }
    }
    return lines;
  }

  private static String sum(List<WrittenFile> files) {
    return files.stream()
        .map(WrittenFile::rowsHash)
        .reduce(RowsHash.NONE, RowsHash::plus)
        .toString();
  }
}
