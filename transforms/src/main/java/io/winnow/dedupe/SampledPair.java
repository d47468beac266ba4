package io.winnow.dedupe;

/**
 * Two articles of which one was chosen by hash, with what their sketches say about them.
 *
 * @param runA run of the chosen article, which is this run
 * @param runB run of the other
 * @param jaccard as estimated
 * @param containment as estimated
 * @param met whether the two were to be compared at all: by a band or by a URL
 * @param repeats whether the sketches say that one repeats the other
 */
public record SampledPair(
    String runA,
    String idA,
    String runB,
    String idB,
    double jaccard,
    double containment,
    boolean met,
    boolean repeats) {

  /** Whether deduplication took the two for near-duplicates. */
  public boolean isFound() {
    return met && repeats;
  }

  /** The same for both orders of the two. */
  String name() {
    return idA.compareTo(idB) <= 0 ? idA + ' ' + idB : idB + ' ' + idA;
  }
}
