package io.winnow.publish;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is remembered of a run whose rows were removed.
 *
 * @param runId the run
 * @param sequence its place among the runs of its output, which no other gets
 * @param date its logical date, {@code YYYY-MM-DD}
 * @param counts sources, pieces and lines, and rows of each dataset, as they were
 * @param fingerprintVersion version of its fingerprints; of another version they are kept, but
 *     compare with nothing
 * @param finished when it was published, ISO instant
 * @param expired when it was removed, ISO instant
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExpiredRun(
    String runId,
    long sequence,
    String date,
    Map<String, Long> counts,
    int fingerprintVersion,
    String finished,
    String expired) {
  public ExpiredRun {
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
  }

  static ExpiredRun of(Manifest manifest, String expired) {
    return new ExpiredRun(
        manifest.runId(),
        manifest.sequence(),
        manifest.date(),
        manifest.counts(),
        manifest.fingerprintVersion(),
        manifest.finished(),
        expired);
  }

  /** A count by name; 0 when it is not there. */
  public long count(String name) {
    return counts.getOrDefault(name, 0L);
  }
}
