package io.winnow.record;

import io.winnow.reject.Stop;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the records of a dump whose records have charsets of their own. */
@FunctionalInterface
public interface ByteRecords {
  /**
   * Gives every record.
   *
   * @return why it ended before its end; null for a good end
   */
  @Nullable Stop read(InputStream bytes, RecordSink records) throws IOException;
}
