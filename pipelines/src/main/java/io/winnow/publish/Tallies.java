package io.winnow.publish;

import io.winnow.write.Dataset;
import io.winnow.write.ParquetRows;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/** Counts rows and lines of written files by the source that they come from. */
final class Tallies {
  private Tallies() {}

  /** By {@code source_uri}; of each row no more is read than is counted. */
  static Map<String, Tally> bySource(OutputStore output, Dataset<?> dataset, List<String> files)
      throws IOException {
    Map<String, Tally> bySource = new HashMap<>();
    for (String file : files) {
      try (ParquetRows<GenericRecord> rows =
          ParquetRows.project(dataset, output, file, "source_uri", "lines")) {
        while (rows.hasNext()) {
          GenericRecord row = rows.next();
          bySource.merge(
              row.get("source_uri").toString(),
              new Tally(1, (Integer) row.get("lines")),
              Tally::plus);
        }
      }
    }
    return bySource;
  }
}
