package io.winnow.write;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroReadSupport;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one Parquet file, in the order of the file.
 *
 * <p>A column that the file does not have yet, as an older version wrote it, takes its default.
 * {@link #hasNext} throws {@link UncheckedIOException} when the file cannot be read.
 */
public final class ParquetRows<R extends IndexedRecord> implements Iterator<R>, Closeable {
  /** Key that parquet-avro sets for a Hadoop configuration only. */
  private static final String READ_SCHEMA = "parquet.avro.read.schema";

  private final ParquetReader<R> reader;
  private final String path;
  private @Nullable R next;
  private boolean ended;

  /** Positions of lists that a file of an older version may not have. */
  private final int[] lists;

  private ParquetRows(ParquetReader<R> reader, String path, int[] lists) {
    this.reader = reader;
    this.path = path;
    this.lists = lists;
  }

  /** Opens a file of {@code dataset}, all columns and rows. */
  public static <T extends SpecificRecord> ParquetRows<T> read(
      Dataset<T> dataset, RowStore store, String path) throws IOException {
    return read(dataset, store, path, RowFilter.ALL);
  }

  /** Opens a file of {@code dataset}, all columns. */
  public static <T extends SpecificRecord> ParquetRows<T> read(
      Dataset<T> dataset, RowStore store, String path, RowFilter filter) throws IOException {
    ParquetConfiguration configuration = new PlainParquetConfiguration();
    configuration.set(READ_SCHEMA, dataset.schema().toString());
    return open(store, path, configuration, filter, new int[0]);
  }

  /**
   * Opens a file of {@code dataset}, all rows, reading no more than {@code columns} from the disk.
   * A row has its default in every other column, or nothing where there is none.
   */
  public static <T extends SpecificRecord> ParquetRows<T> read(
      Dataset<T> dataset, RowStore store, String path, Collection<String> columns)
      throws IOException {
    return read(dataset, store, path, columns, RowFilter.ALL);
  }

  /**
   * Opens a file of {@code dataset}, reading no more than {@code columns} from the disk, and those
   * that the filter looks at. A row has its default in every other column, or nothing where there
   * is none.
   */
  public static <T extends SpecificRecord> ParquetRows<T> read(
      Dataset<T> dataset, RowStore store, String path, Collection<String> columns, RowFilter filter)
      throws IOException {
    ParquetConfiguration configuration = projecting(columns(dataset, columns, filter));
    configuration.set(READ_SCHEMA, dataset.schema().toString());
    return open(store, path, configuration, filter, lists(dataset.schema(), columns));
  }

  /** Opens a file of {@code dataset}, reading no more than {@code columns} from the disk. */
  public static ParquetRows<GenericRecord> project(
      Dataset<?> dataset, RowStore store, String path, String... columns) throws IOException {
    return project(dataset, store, path, RowFilter.ALL, columns);
  }

  /** The same of some rows; columns that the filter looks at come behind the others. */
  public static ParquetRows<GenericRecord> project(
      Dataset<?> dataset, RowStore store, String path, RowFilter filter, String... columns)
      throws IOException {
    Schema projection = columns(dataset, List.of(columns), filter);
    ParquetConfiguration configuration = projecting(projection);
    configuration.set(READ_SCHEMA, projection.toString());
    return open(store, path, configuration, filter, lists(projection, List.of(columns)));
  }

  /**
   * Of a column that is asked for and is not in the file Parquet makes null, whatever its default.
   */
  private static int[] lists(Schema schema, Collection<String> columns) {
    return columns.stream()
        .map(schema::getField)
        .filter(field -> field.schema().getType() == Schema.Type.ARRAY)
        .mapToInt(Schema.Field::pos)
        .toArray();
  }

  private static Schema columns(Dataset<?> dataset, Collection<String> columns, RowFilter filter) {
    Set<String> all = new LinkedHashSet<>(columns);
    all.addAll(filter.columns());
    SchemaBuilder.FieldAssembler<Schema> fields =
        SchemaBuilder.record(dataset.schema().getName() + "Columns").fields();
    for (String column : all) {
      fields.name(column).type(dataset.schema().getField(column).schema()).noDefault();
    }
    return fields.endRecord();
  }

  private static ParquetConfiguration projecting(Schema projection) {
    ParquetConfiguration configuration = new PlainParquetConfiguration();
    configuration.set(AvroReadSupport.AVRO_REQUESTED_PROJECTION, projection.toString());
    // Lists as they are written: else those of the projection match none and are null.
    configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
    configuration.setBoolean(AvroSchemaConverter.ADD_LIST_ELEMENT_RECORDS, false);
    return configuration;
  }

  /** Rows of a file, as its footer says. */
  public static long count(RowStore store, String path) throws IOException {
    try (ParquetFileReader file = ParquetFileReader.open(new ChannelInputFile(store, path))) {
      return file.getRecordCount();
    }
  }

  private static <R extends IndexedRecord> ParquetRows<R> open(
      RowStore store,
      String path,
      ParquetConfiguration configuration,
      RowFilter filter,
      int[] lists)
      throws IOException {
    ParquetReader<R> reader =
        AvroParquetReader.<R>builder(new ChannelInputFile(store, path), configuration)
            .withDataModel(ParquetRowWriter.model())
            .withFilter(filter.parquet())
            .withCodecFactory(new ZstdCodecs(ParquetSpec.DEFAULT_ZSTD_LEVEL))
            .build();
    return new ParquetRows<>(reader, path, lists);
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      try {
        next = reader.read();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + path, e);
      }
      ended = next == null;
      if (next != null) {
        completeLists(next);
      }
    }
    return next != null;
  }

  private void completeLists(R row) {
    for (int list : lists) {
      if (row.get(list) == null) {
        row.put(list, List.of());
      }
    }
  }

  @Override
  public R next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException("no more rows in " + path);
    }
    R row = next;
    next = null;
    return row;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
