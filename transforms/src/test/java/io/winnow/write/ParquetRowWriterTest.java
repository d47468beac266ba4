package io.winnow.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.winnow.schema.Article;
import io.winnow.schema.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRowWriterTest {
  private static final ParquetSpec SPEC = ParquetSpec.of("test");

  private @TempDir Path folder;
  private PathStore store;

  @BeforeEach
  void openStore() {
    store = new PathStore(folder);
  }

  @Test
  void readsBackEveryColumnAsItWasWritten() throws IOException {
    List<Article> rows = List.of(SampleRows.full("a"), SampleRows.sparse("b"));

    write(Dataset.ARTICLES, rows, SPEC);

    assertThat(read(Dataset.ARTICLES), equalTo(rows));
  }

  @Test
  void readsBackBytes() throws IOException {
    List<Fingerprint> rows = List.of(SampleRows.fingerprint("a"));

    write(Dataset.FINGERPRINTS, rows, SPEC);

    assertThat(read(Dataset.FINGERPRINTS), equalTo(rows));
  }

  @Test
  void writesAFileWithItsSchemaWhenThereIsNoRow() throws IOException {
    for (Dataset<?> dataset : Dataset.all()) {
      writeEmpty(dataset);

      assertThat(read(dataset), empty());
    }
  }

  @Test
  void readsNoMoreThanTheProjectedColumns() throws IOException {
    write(Dataset.ARTICLES, List.of(SampleRows.full("a")), SPEC);

    try (ParquetRows<GenericRecord> rows =
        ParquetRows.project(Dataset.ARTICLES, store, "articles.parquet", "source_uri", "lines")) {
      GenericRecord row = rows.next();
      assertThat(row.get("source_uri"), equalTo("a.txt"));
      assertThat(row.get("lines"), equalTo(0));
      assertThat(row.getSchema().getFields(), hasSize(2));
      assertThat(rows.hasNext(), equalTo(false));
    }
  }

  @Test
  void projectsListsToo() throws IOException {
    Article full = SampleRows.full("a");
    write(Dataset.ARTICLES, List.of(full), SPEC);

    try (ParquetRows<GenericRecord> rows =
        ParquetRows.project(Dataset.ARTICLES, store, "articles.parquet", "tags", "authors")) {
      GenericRecord row = rows.next();
      assertThat(row.get("tags").toString(), equalTo(full.getTags().toString()));
      assertThat(row.get("authors"), equalTo(full.getAuthors()));
    }
  }

  @Test
  void readsTheRowsOfSomeDaysAlone() throws IOException {
    LocalDate day = LocalDate.of(2026, 2, 9);
    List<Article> rows = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      rows.add(
          Article.newBuilder(SampleRows.full("a" + i))
              .setPublished(i == 8 ? null : day.plusDays(i))
              .build());
    }
    write(Dataset.ARTICLES, rows, SPEC);

    try (ParquetRows<Article> found =
        ParquetRows.read(
            Dataset.ARTICLES,
            store,
            "articles.parquet",
            RowFilter.ALL.between("published", day.plusDays(2), day.plusDays(4)))) {
      assertThat(found.next(), equalTo(rows.get(2)));
      assertThat(found.next(), equalTo(rows.get(3)));
      assertThat(found.next(), equalTo(rows.get(4)));
      assertThat(found.hasNext(), equalTo(false));
    }
  }

  @Test
  void usesThreeLevelListsZstdAndDates() throws IOException {
    write(Dataset.ARTICLES, List.of(SampleRows.full("a")), SPEC);

    try (ParquetFileReader file = footer("articles.parquet")) {
      String schema = file.getFileMetaData().getSchema().toString();
      assertThat(
          schema,
          allOf(
              containsString("required int32 first_seen (DATE)"),
              containsString("repeated group list {\n      required binary element (STRING);"),
              not(containsString("array"))));
      for (ColumnChunkMetaData column : file.getRowGroups().get(0).getColumns()) {
        assertThat(column.getCodec(), equalTo(CompressionCodecName.ZSTD));
        assertThat(column.getColumnIndexReference(), not(equalTo(null)));
        assertThat(column.getOffsetIndexReference(), not(equalTo(null)));
      }
    }
  }

  @Test
  void namesDatasetAndVersionsInTheFooter() throws IOException {
    write(Dataset.ARTICLES, List.of(), SPEC);

    try (ParquetFileReader file = footer("articles.parquet")) {
      assertThat(
          file.getFileMetaData().getKeyValueMetaData(),
          allOf(
              hasEntry("winnow.dataset", "articles"),
              hasEntry("winnow.schema.version", String.valueOf(Dataset.SCHEMA_VERSION)),
              hasEntry("winnow.version", "test")));
    }
  }

  @Test
  void closesARowGroupBeforeItGrowsPastItsSize() throws IOException {
    List<Article> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      rows.add(Article.newBuilder(SampleRows.sparse("a" + i)).setText(noise(i, 100_000)).build());
    }

    write(Dataset.ARTICLES, rows, new ParquetSpec(1_300_000, 3, "test", 20_000));

    try (ParquetFileReader file = footer("articles.parquet")) {
      assertThat(
          file.getRowGroups().stream().map(BlockMetaData::getRowCount).toList(), contains(3L, 3L));
    }
  }

  @Test
  void keepsLongTextsOutOfTheFooter() throws IOException {
    Article row = Article.newBuilder(SampleRows.sparse("a")).setText("长".repeat(1_000_000)).build();

    write(Dataset.ARTICLES, List.of(row), SPEC);

    assertThat(Files.size(folder.resolve("articles.parquet")), not(greaterThan(60_000L)));
  }

  @Test
  void countsRowsAndBytes() throws IOException {
    ParquetRowWriter<Article> writer = open(Dataset.ARTICLES, SPEC);
    writer.write(SampleRows.full("a"));
    writer.write(SampleRows.full("b"));
    writer.close();

    assertThat(writer.rows(), equalTo(2L));
    assertThat(writer.bytes(), equalTo(Files.size(folder.resolve("articles.parquet"))));
  }

  private static String noise(int seed, int chars) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < chars; i++) {
      text.append((char) ('一' + random.nextInt(20_000)));
    }
    return text.toString();
  }

  private <T extends SpecificRecord> ParquetRowWriter<T> open(Dataset<T> dataset, ParquetSpec spec)
      throws IOException {
    return new ParquetRowWriter<>(dataset, spec, store.create(dataset.name() + ".parquet"));
  }

  private <T extends SpecificRecord> void write(Dataset<T> dataset, List<T> rows, ParquetSpec spec)
      throws IOException {
    try (ParquetRowWriter<T> writer = open(dataset, spec)) {
      for (T row : rows) {
        writer.write(row);
      }
    }
  }

  private void writeEmpty(Dataset<?> dataset) throws IOException {
    open(dataset, SPEC).close();
  }

  private <T extends SpecificRecord> List<T> read(Dataset<T> dataset) throws IOException {
    try (ParquetRows<T> rows = ParquetRows.read(dataset, store, dataset.name() + ".parquet")) {
      List<T> all = new ArrayList<>();
      rows.forEachRemaining(all::add);
      return all;
    }
  }

  private ParquetFileReader footer(String path) throws IOException {
    return ParquetFileReader.open(new ChannelInputFile(store, path));
  }
}
