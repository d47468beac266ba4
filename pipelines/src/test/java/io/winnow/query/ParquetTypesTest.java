package io.winnow.query;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.winnow.schema.Article;
import io.winnow.schema.Copy;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Link;
import io.winnow.schema.Reject;
import io.winnow.schema.Signal;
import io.winnow.write.Dataset;
import io.winnow.write.ParquetRowWriter;
import io.winnow.write.ParquetSpec;
import io.winnow.write.PathStore;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain DuckDB, with none of our views, reads what we write: each type, nulls, empty lists. */
class ParquetTypesTest {
  private static final Article ARTICLE =
      Article.newBuilder()
          .setRunId("20260216")
          .setId("a")
          .setFirstSeen(LocalDate.of(2026, 2, 16))
          .setSourceUri("a.txt")
          .setSourceFormat("text")
          .setSourceOrdinal(0)
          .setEndOffset(5_000_000_000L)
          .setCharset("UTF-8")
          .setCharsetConfidence(0.123456)
          .setSplitDetector("single")
          .setSplitScore(1)
          .setTitle("标题 𝜋")
          .setTitleOrigin("given")
          .setAuthors(List.of("甲", ""))
          .setPublished(LocalDate.of(1969, 12, 31))
          .setLang("zh")
          .setKind("news")
          .setText("正文\n\n第二段")
          .setLinks(
              List.of(
                  new Link("https://example.org/", null, "reference"),
                  new Link("https://example.org/x", "锚", "subject")))
          .setAlsoAt(List.of(new Copy("b.txt", null, "t")))
          .setQuality(List.of(new Signal("chars", -0.5)))
          .build();

  private @TempDir Path folder;

  @Test
  void readsValuesListsAndStructs() throws Exception {
    write(Dataset.ARTICLES, ARTICLE);

    assertThat(
        ask(
            """
            SELECT run_id, first_seen, end_offset, charset_confidence, title, authors, published,
              text, links, also_at, quality FROM '%s/articles.parquet'"""),
        equalTo(
            List.of(
                "20260216",
                "2026-02-16",
                "5000000000",
                "0.123456",
                "标题 𝜋",
                "[\"甲\",\"\"]",
                "1969-12-31",
                "正文\n\n第二段",
                "[{\"url\":\"https://example.org/\",\"text\":null,\"role\":\"reference\"},"
                    + "{\"url\":\"https://example.org/x\",\"text\":\"锚\",\"role\":\"subject\"}]",
                "[{\"source_uri\":\"b.txt\",\"url\":null,\"title\":\"t\"}]",
                "[{\"signal\":\"chars\",\"value\":-0.5}]")));
  }

  @Test
  void readsNullsAndEmptyLists() throws Exception {
    write(Dataset.ARTICLES, ARTICLE);

    assertThat(
        ask(
            """
            SELECT start_line IS NULL, url IS NULL, part IS NULL, summary = [], tags = [],
              dropped_spans = [], len(source_path) = 0 FROM '%s/articles.parquet'"""),
        equalTo(List.of("true", "true", "true", "true", "true", "true", "true")));
  }

  @Test
  void readsBytesBooleansAndLongs() throws Exception {
    write(
        Dataset.FINGERPRINTS,
        Fingerprint.newBuilder()
            .setRunId("r1")
            .setId("a")
            .setRunSequence(7)
            .setVersion(1)
            .setSourceUri("a.txt")
            .setSourceOrdinal(0)
            .setTitle("t")
            .setChars(3)
            .setMetadata(0)
            .setContentSha256("0")
            .setShingles(1)
            .setSketch(ByteBuffer.wrap(new byte[] {0, -1, 127}))
            .build());

    assertThat(
        ask("SELECT kept, run_sequence, sketch, published FROM '%s/fingerprints.parquet'"),
        equalTo(List.of("true", "7", "00ff7f", "")));
  }

  @Test
  void readsADoubleThatMayBeNull() throws Exception {
    write(
        Dataset.REJECTS,
        Reject.newBuilder()
            .setRunId("r1")
            .setId("a")
            .setFirstSeen(LocalDate.EPOCH)
            .setSourceUri("a.gz")
            .setSourceFormat("unknown")
            .setSourceOrdinal(0)
            .setStage("read")
            .setReason("too-large")
            .setMeasured(1.5)
            .setOriginal("")
            .setOriginalBytes(0)
            .setOriginalSha256("")
            .build());

    assertThat(
        ask("SELECT measured, threshold IS NULL, first_seen FROM '%s/rejects.parquet'"),
        equalTo(List.of("1.5", "true", "1970-01-01")));
  }

  @Test
  void seesTheTypesThatTheSchemasDeclare() throws Exception {
    for (Dataset<?> dataset : Dataset.all()) {
      write(dataset);
      List<String> declared = new ArrayList<>();
      for (Schema.Field field : dataset.schema().getFields()) {
        declared.add(field.name() + " " + SqlDialect.DUCKDB.type(field.schema()));
      }

      assertThat(columns(dataset), is(declared));
    }
  }

  @SafeVarargs
  private <T extends SpecificRecord> void write(Dataset<T> dataset, T... rows) throws Exception {
    try (ParquetRowWriter<T> writer =
        new ParquetRowWriter<>(
            dataset,
            ParquetSpec.of("test"),
            new PathStore(folder).create(dataset.name() + ".parquet"))) {
      for (T row : rows) {
        writer.write(row);
      }
    }
  }

  private List<String> columns(Dataset<?> dataset) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "DESCRIBE SELECT * FROM '%s/%s.parquet'".formatted(folder, dataset.name()))) {
      while (rows.next()) {
        columns.add(rows.getString(1) + " " + rows.getString(2).replace("\"", ""));
      }
    }
    return columns;
  }

  private List<String> ask(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql.formatted(folder))) {
      row.next();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        values.add(Value.of(row.getObject(i)).text());
      }
    }
    return values;
  }
}
