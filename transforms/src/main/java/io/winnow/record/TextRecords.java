package io.winnow.record;

import io.winnow.reject.Stop;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a dump that is one decoded text. Places are those of the text, in units of
 * UTF-16, and ascend; a reader that does not know them says so.
 */
@FunctionalInterface
public interface TextRecords {
  /**
   * Gives every record.
   *
   * @return why it ended before its end; null for a good end
   */
  @Nullable Stop read(Reader text, RecordSink records) throws IOException;
}
