package io.winnow.write;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Writes the rows of one Parquet file: zstd, standard three-level lists, {@code date} for days,
 * with page index and page checksums.
 *
 * <p>The footer names the dataset, the schema version and the version of Winnow. The file is
 * complete only once {@link #close} has returned; a row that is a duplicate or out of order is
 * written all the same. Not safe for use by several threads.
 */
public final class ParquetRowWriter<T extends SpecificRecord> implements Closeable {
  /** Keys in the footer's metadata. */
  public static final String DATASET = "winnow.dataset";

  public static final String SCHEMA_VERSION = "winnow.schema.version";
  public static final String WINNOW_VERSION = "winnow.version";

  /**
   * Columns of few distinct values, the only ones with a dictionary: to look for one in texts, ids
   * and figures took a third of the time of writing, and made files no smaller.
   */
  private static final List<String> CODES =
      List.of(
          "run_id",
          "source_uri",
          "source_format",
          "source_path.list.element",
          "charset",
          "split_detector",
          "url_role",
          "site",
          "publication",
          "issue",
          "title_origin",
          "published_origin",
          "lang",
          "lang_script",
          "kind",
          "section",
          "summary_method",
          "tags.list.element.tag",
          "links.list.element.role",
          "quality.list.element.signal",
          "dropped_spans.list.element.rule",
          "method",
          "stage",
          "reason",
          "duplicate_of_run");

  /** Bytes of a value that statistics and page index keep. */
  private static final int STATISTICS_BYTES = 64;

  private final CountingOutputFile file;
  private final ParquetWriter<T> writer;
  private final RowHasher<T> hasher;
  private long rows;
  private RowsHash rowsHash = RowsHash.NONE;

  /**
   * Starts a file.
   *
   * @param out where it goes; closed by {@link #close}
   */
  public ParquetRowWriter(Dataset<T> dataset, ParquetSpec spec, OutputStream out)
      throws IOException {
    SpecificData model = model();
    file = new CountingOutputFile(out);
    hasher = new RowHasher<>(dataset.schema(), model);
    AvroParquetWriter.Builder<T> builder =
        AvroParquetWriter.<T>builder(file)
            .withSchema(dataset.schema())
            .withDataModel(model)
            .withConf(configuration())
            .withCodecFactory(new ZstdCodecs(spec.zstdLevel()))
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(spec.rowGroupBytes())
            .withPageRowCountLimit(spec.pageRows())
            .withMinRowCountForPageSizeCheck(1)
            .withStatisticsTruncateLength(STATISTICS_BYTES)
            .withColumnIndexTruncateLength(STATISTICS_BYTES)
            .withExtraMetaData(
                Map.of(
                    DATASET, dataset.name(),
                    SCHEMA_VERSION, Integer.toString(Dataset.SCHEMA_VERSION),
                    WINNOW_VERSION, spec.winnowVersion()))
            .withDictionaryEncoding(false);
    CODES.forEach(column -> builder.withDictionaryEncoding(column, true));
    writer = builder.build();
  }

  /** Adds a row. */
  public void write(T row) throws IOException {
    writer.write(row);
    rows++;
    rowsHash = rowsHash.plus(hasher.hash(row));
  }

  /** Rows so far. */
  public long rows() {
    return rows;
  }

  /** Hash of the rows so far. */
  public RowsHash rowsHash() {
    return rowsHash;
  }

  /** Size of the file in bytes; final once closed. */
  public long bytes() {
    return file.bytes();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** How Avro sees our rows: days are {@link java.time.LocalDate}. */
  static SpecificData model() {
    SpecificData model = new SpecificData();
    model.addLogicalTypeConversion(new TimeConversions.DateConversion());
    return model;
  }

  private static ParquetConfiguration configuration() {
    ParquetConfiguration configuration = new PlainParquetConfiguration();
    configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
    return configuration;
  }
}
