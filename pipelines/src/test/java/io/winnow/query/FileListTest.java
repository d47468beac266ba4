package io.winnow.query;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.winnow.query.DatasetFiles.VersionedFile;
import io.winnow.write.Dataset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileListTest {
  private static final FileList FILES =
      list(List.of("s3://b/o'x/.runs/k.1/a.parquet", "/out [1]/b.parquet"));

  @Test
  void writesAViewForDuckDb() {
    assertThat(
        FILES.duckDb(),
        equalTo(
            """
            -- articles: 2 files, 7 rows of 2 runs
            CREATE OR REPLACE VIEW articles AS
            SELECT * FROM read_parquet([
              's3://b/o''x/.runs/k.1/a.parquet',
              '/out [[]1]/b.parquet'], hive_partitioning = false);"""));
  }

  @Test
  void writesAViewForSpark() {
    assertThat(
        FILES.spark(),
        equalTo(
            """
            -- articles: 2 files, 7 rows of 2 runs
            CREATE OR REPLACE TEMPORARY VIEW articles AS
            SELECT * FROM parquet.`s3a://b/o'x/.runs/k.1/a.parquet`
            UNION ALL
            SELECT * FROM parquet.`/out \\[1\\]/b.parquet`;"""));
  }

  @Test
  void keepsUnionsForSparkShortHoweverManyFilesThereAre() {
    List<String> paths = IntStream.range(0, 1_000).mapToObj(i -> "/out/" + i + ".parquet").toList();
    String view = list(paths).spark();

    for (String path : paths) {
      assertThat(view, containsString("`" + path + "`"));
    }
    assertThat(view.split("SELECT [*] FROM \\(", -1).length, equalTo(51));
    assertThat(view.split("UNION ALL", -1).length, equalTo(1_000));
  }

  @Test
  void givesOlderFilesTheColumnsThatCameAfterThem() {
    DatasetFiles rejects =
        new DatasetFiles(
            Dataset.REJECTS,
            List.of(
                new VersionedFile("/out/new.parquet", Dataset.SCHEMA_VERSION),
                new VersionedFile("/out/old.parquet", 1)));
    FileList files = new FileList(rejects, 2, 7);

    assertThat(files.paths(), contains("/out/new.parquet", "/out/old.parquet"));
    assertThat(
        files.spark(), containsString("SELECT *, CAST(array() AS ARRAY<STRING>) AS split_cues"));
    assertThat(files.spark(), containsString("SELECT * FROM parquet.`/out/new.parquet`"));
    assertThat(files.duckDb(), containsString("SELECT *, CAST([] AS VARCHAR[]) AS split_cues"));
  }

  private static FileList list(List<String> paths) {
    return new FileList(DatasetFiles.of(Dataset.ARTICLES, Dataset.SCHEMA_VERSION, paths), 2, 7);
  }
}
