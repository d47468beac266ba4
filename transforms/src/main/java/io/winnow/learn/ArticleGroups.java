package io.winnow.learn;

/** Puts articles into groups that are finished together. */
public final class ArticleGroups {
  private ArticleGroups() {}

  /**
   * The range of ids that {@code id} falls into, from 0 to {@code groups - 1}: ids are hexadecimal
   * hashes, so ranges are equally full.
   */
  public static int group(String id, int groups) {
    return (int) ((Long.parseLong(id, 0, 8, 16) * groups) >>> 32);
  }
}
