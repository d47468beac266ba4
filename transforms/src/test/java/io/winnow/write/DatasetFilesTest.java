package io.winnow.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFilesTest {
  private @TempDir Path folder;

  @Test
  void makesOneFileForEachDatasetThatHasRows() throws IOException {
    List<WrittenFile> written;
    try (DatasetFiles files = open()) {
      files.write(Dataset.ARTICLES, SampleRows.full("a"));
      files.write(Dataset.REJECTS, SampleRows.reject("b"));
      files.write(Dataset.ARTICLES, SampleRows.full("c"));
      written = files.finish();
    }

    assertThat(
        written.stream().map(WrittenFile::dataset).toList(), contains("articles", "rejects"));
    assertThat(written.stream().map(WrittenFile::rows).toList(), contains(2L, 1L));
    for (WrittenFile file : written) {
      assertThat(
          file.path(), matchesPattern(file.dataset() + "/part-00007-[0-9a-f-]{36}\\.parquet"));
      assertThat(file.bytes(), equalTo(Files.size(folder.resolve(file.path()))));
    }
  }

  @Test
  void writesNothingWithoutRows() throws IOException {
    try (DatasetFiles files = open()) {
      assertThat(files.finish(), empty());
    }
    assertThat(folder.toFile().list(), equalTo(new String[0]));
  }

  @Test
  void refusesARowOutOfOrder() throws IOException {
    try (DatasetFiles files = open()) {
      files.write(Dataset.ARTICLES, SampleRows.full("b"));

      Exception refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> files.write(Dataset.ARTICLES, SampleRows.full("a")));
      assertThat(refused.getMessage(), containsString("articles"));
    }
  }

  @Test
  void namesTheFilesOfASecondAttemptOtherwise() throws IOException {
    assertThat(writeOne().path(), not(equalTo(writeOne().path())));
  }

  private WrittenFile writeOne() throws IOException {
    try (DatasetFiles files = open()) {
      files.write(Dataset.ARTICLES, SampleRows.full("a"));
      return files.finish().get(0);
    }
  }

  private DatasetFiles open() {
    return new DatasetFiles(new PathStore(folder), ParquetSpec.of("test"), "part-00007");
  }
}
