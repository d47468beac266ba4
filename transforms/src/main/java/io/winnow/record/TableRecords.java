package io.winnow.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a Parquet file as records, by the names of its columns.
 *
 * <p>Only columns that may hold what a record tells are read; where none has a known name for a
 * text, all are. Row groups are read one after the other. A row group over its cap is one record
 * that stops; damage ends the file.
 */
public final class TableRecords {
  /** Compressed bytes of one row group, as multiples of the cap of one record. */
  private static final int GROUP_TO_RECORD = 8;

  private final JsonMapping mapping;
  private final int maxRecordChars;
  private final LongFunction<@Nullable Stop> spending;

  /**
   * @param maxRecordChars of one row, and bytes of one page
   * @param spending takes characters that were decoded; says why no more may be
   */
  public TableRecords(
      JsonMapping mapping, int maxRecordChars, LongFunction<@Nullable Stop> spending) {
    this.mapping = mapping;
    this.maxRecordChars = maxRecordChars;
    this.spending = spending;
  }

  /**
   * Gives every row.
   *
   * @return why it ended before its end; null for a good end
   */
  public @Nullable Stop read(SeekableByteChannel channel, RecordSink records) throws IOException {
    TableFooter.Found found = new TableFooter(channel).read();
    if (found.stop() != null || found.data() == null) {
      return found.stop();
    }
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new PageCodecs(maxRecordChars))
            .withPageChecksumVerification(true)
            .build();
    ParquetFileReader file;
    try {
      ParquetMetadata footer =
          new ParquetMetadataConverter(options).fromParquetMetadata(found.data());
      Channel input = new Channel(channel);
      file = new ParquetFileReader(input, footer, options, input.newStream());
    } catch (IOException | RuntimeException damaged) {
      return damage(damaged);
    }
    try (file) {
      MessageType schema = projection(file.getFooter().getFileMetaData().getSchema());
      file.setRequestedSchema(schema);
      List<BlockMetaData> groups = file.getRowGroups();
      for (int i = 0; i < groups.size(); i++) {
        Stop stop = group(file, groups.get(i), i, schema, channel.size(), records);
        if (stop != null) {
          return stop;
        }
      }
    }
    return null;
  }

  private @Nullable Stop group(
      ParquetFileReader file,
      BlockMetaData group,
      int index,
      MessageType schema,
      long fileBytes,
      RecordSink records)
      throws IOException {
    long bytes = 0;
    for (ColumnChunkMetaData chunk : group.getColumns()) {
      if (chunk.getTotalSize() < 0 || chunk.getTotalSize() > fileBytes) {
        return Stop.because(RejectReason.CORRUPT, "a column chunk larger than the file");
      }
      bytes += schema.containsPath(chunk.getPath().toArray()) ? chunk.getTotalSize() : 0;
    }
    long max = (long) GROUP_TO_RECORD * maxRecordChars;
    if (bytes > max) {
      file.skipNextRowGroup();
      Stop stop = Stop.at(RejectReason.TOO_LARGE, "bytes of one row group", bytes, max);
      records.take(SourceRecord.stopped("row group " + index, Facts.NONE, stop));
      return null;
    }
    RecordReader<ObjectNode> rows;
    long count;
    try {
      PageReadStore pages = file.readNextRowGroup();
      if (pages == null) {
        return null;
      }
      count = pages.getRowCount();
      rows =
          new ColumnIOFactory()
              .getColumnIO(schema, file.getFooter().getFileMetaData().getSchema())
              .getRecordReader(pages, new TableRow(schema, maxRecordChars));
    } catch (IOException | RuntimeException damaged) {
      return damage(damaged);
    }
    for (long n = 0; n < count; n++) {
      ObjectNode row;
      try {
        row = rows.read();
      } catch (RuntimeException damaged) {
        return damage(damaged);
      }
      SourceRecord record = mapping.record(row, row.toString());
      records.take(record.decodedFrom(new RecordCharset("UTF-8", 1)));
      Stop spent = spending.apply(record.raw().length());
      if (spent != null) {
        return spent;
      }
    }
    return null;
  }

  /** The columns that may hold what a record tells. */
  private MessageType projection(MessageType schema) {
    Set<String> known = mapping.columns();
    Set<String> texts = mapping.textColumns();
    Set<Type> fields = new HashSet<>();
    boolean hasText = false;
    for (Type field : schema.getFields()) {
      String key = RecordFields.key(field.getName());
      if (known.contains(key)) {
        fields.add(field);
      }
      hasText |= texts.contains(key);
    }
    return hasText
        ? new MessageType(
            schema.getName(), schema.getFields().stream().filter(fields::contains).toList())
        : schema;
  }

  /** Why pages cannot be read, in words that are the same each time: the library's are not. */
  private static Stop damage(Exception damaged) {
    for (Throwable cause = damaged; cause != null; cause = cause.getCause()) {
      if (cause instanceof ChannelFailure failure) {
        throw failure;
      }
      if (cause instanceof TableCap cap) {
        return cap.stop();
      }
      if (cause instanceof PageCodecs.UnknownCodec unknown) {
        return Stop.because(RejectReason.CORRUPT, unknown.getMessage());
      }
    }
    return Stop.because(RejectReason.CORRUPT, "damaged pages");
  }

  /** The channel failed: no fault of the file, and no reject. */
  private static final class ChannelFailure extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    ChannelFailure(IOException cause) {
      super(cause);
    }
  }

  /** The bytes of a channel; where it fails, that is told from a damaged file. */
  private static final class Bytes extends FilterInputStream {
    Bytes(SeekableByteChannel channel) {
      super(Channels.newInputStream(channel));
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int at, int max) {
      try {
        return super.read(into, at, max);
      } catch (IOException failed) {
        throw new ChannelFailure(failed);
      }
    }
  }

  /** The file as Parquet wants it. */
  private record Channel(SeekableByteChannel channel) implements InputFile {
    @Override
    public long getLength() throws IOException {
      return channel.size();
    }

    @Override
    public SeekableInputStream newStream() {
      return new DelegatingSeekableInputStream(new Bytes(channel)) {
        @Override
        public long getPos() throws IOException {
          return channel.position();
        }

        @Override
        public void seek(long position) throws IOException {
          channel.position(position);
        }
      };
    }

    @Override
    public String toString() {
      return "the file";
    }
  }
}
