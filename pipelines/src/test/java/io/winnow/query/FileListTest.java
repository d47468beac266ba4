package io.winnow.query;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
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
}
