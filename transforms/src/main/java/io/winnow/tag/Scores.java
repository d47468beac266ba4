package io.winnow.tag;

/** Rounds scores as the datasets hold them. */
final class Scores {
  private Scores() {}

  /** To 1e-6, so that rows are equal wherever they were computed. */
  static double round(double score) {
    return Math.rint(score * 1e6) / 1e6;
  }
}
