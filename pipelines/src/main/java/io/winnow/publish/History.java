package io.winnow.publish;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run sees of the runs published before it, and never of itself: Law 4.
 *
 * @param sequence the run's own sequence number; that of the run it replaces, if any
 * @param date logical date of the run it replaces; empty for a new run id
 * @param runs the other published runs, with their sequences
 * @param knownSha256 by uri of a file, the SHA-256 under which another run has read it. Rows that
 *     only say {@code unchanged} or {@code replayed} do not count, so that a file is read again
 *     when the run that published it is gone
 * @param fingerprintFiles where the fingerprints of the runs with a lower sequence lie, perhaps
 *     together with rows of this run or later ones
 * @param fingerprints how many they are
 */
public record History(
    long sequence,
    Optional<LocalDate> date,
    Map<String, Long> runs,
    Map<String, List<String>> knownSha256,
    List<String> fingerprintFiles,
    long fingerprints) {
  public History {
    runs = Map.copyOf(runs);
    knownSha256 = Map.copyOf(knownSha256);
    fingerprintFiles = List.copyOf(fingerprintFiles);
  }
}
