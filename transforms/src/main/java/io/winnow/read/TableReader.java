package io.winnow.read;

import io.winnow.read.RecordDumps.Content;
import io.winnow.record.JsonMapping;
import io.winnow.record.RecordSink;
import io.winnow.record.TableRecords;
import io.winnow.reject.Stop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Parquet file, which is read from its end: one of at most {@code maxTextBytes} in memory,
 * a larger one from a copy on the local disk.
 */
final class TableReader {
  private final ReadSpec spec;
  private final JsonMapping mapping;

  TableReader(ReadSpec spec, JsonMapping mapping) {
    this.spec = spec;
    this.mapping = mapping;
  }

  /** Gives at least one dump. */
  void read(Place place, Content content, Consumer<Dump> dumps) {
    new RecordDumps(spec, place, content, dumps)
        .read(SourceFormat.PARQUET, (RecordSink records) -> read(content, records));
  }

  private @Nullable Stop read(Content content, RecordSink records) throws IOException {
    byte[] bytes = content.bytes();
    Inflow rest = content.rest();
    if (rest == null) {
      return read(content, Arrays.copyOf(bytes, content.length()), records);
    }
    bytes = rest.upTo(Arrays.copyOf(bytes, content.length()), spec.maxTextBytes() + 1);
    if (rest.count() <= spec.maxTextBytes()) {
      return rest.stop() != null
          ? rest.stop()
          : read(content, Arrays.copyOf(bytes, (int) rest.count()), records);
    }
    Path copy = Files.createTempFile("winnow-", ".parquet");
    try {
      try (InputStream all = new Content(bytes, (int) rest.count(), rest).from(0)) {
        Files.copy(all, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      if (rest.stop() != null) {
        return rest.stop();
      }
      try (SeekableByteChannel channel = Files.newByteChannel(copy)) {
        return read(content, channel, records);
      }
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private @Nullable Stop read(Content content, byte[] bytes, RecordSink records)
      throws IOException {
    try (SeekableByteChannel channel = new SeekableInMemoryByteChannel(bytes)) {
      return read(content, channel, records);
    }
  }

  private @Nullable Stop read(Content content, SeekableByteChannel channel, RecordSink records)
      throws IOException {
    Budget budget = content.budget(spec);
    long stored = Math.max(1, channel.size());
    long[] decoded = {0};
    return new TableRecords(
            mapping,
            spec.maxTextBytes(),
            chars -> {
              decoded[0] += chars;
              return budget.spend(chars, decoded[0], stored);
            })
        .read(channel, records);
  }
}
