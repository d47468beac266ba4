package io.winnow.query;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileListTest {
  private static final FileList FILES =
      new FileList(
          "articles", List.of("s3://b/o'x/.runs/k.1/a.parquet", "/out [1]/b.parquet"), 2, 7);

  @Test
  void writesAViewForDuckDb() {
    assertThat(
        FILES.duckDb(),
        equalTo(
            """
            -- articles: 2 files, 7 rows of 2 runs
            CREATE OR REPLACE VIEW articles AS SELECT * FROM read_parquet([
              's3://b/o''x/.runs/k.1/a.parquet',
              '/out [[]1]/b.parquet'
            ], hive_partitioning = false, union_by_name = true);"""));
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
    String view = new FileList("articles", paths, 1_000, 7).spark();

    for (String path : paths) {
      assertThat(view, containsString("`" + path + "`"));
    }
    assertThat(view.split("SELECT [*] FROM \\(", -1).length, equalTo(51));
    assertThat(view.split("UNION ALL", -1).length, equalTo(1_000));
  }
}
