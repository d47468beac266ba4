package io.winnow.dedupe;

/**
 * Two compared texts whose similarity lies near the threshold, for a person to judge.
 *
 * @param jaccard as estimated
 * @param containment as estimated
 * @param repeats what was decided
 */
public record BorderlinePair(
    String idA,
    String titleA,
    String idB,
    String titleB,
    double jaccard,
    double containment,
    boolean repeats) {}
