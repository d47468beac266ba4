package io.winnow.dedupe;

/**
 * Two compared texts whose similarity lies near the threshold, for a person to judge.
 *
 * @param jaccard as estimated
 * @param containment as estimated
 * @param margin how far the measure that decides lies above its threshold; below 0, under it
 * @param repeats what was decided
 */
public record BorderlinePair(
    String idA,
    String titleA,
    String idB,
    String titleB,
    double jaccard,
    double containment,
    double margin,
    boolean repeats) {}
