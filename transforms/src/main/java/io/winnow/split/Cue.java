package io.winnow.split;

/**
 * One reason why a boundary was set.
 *
 * @param name class of the cue, such as {@code date-heading} or {@code language-switch}
 * @param weight how strong it is; for shapes with headings the chance, 0 to 1, that it is right
 */
public record Cue(String name, double weight) {
  /** A cue that decides alone. */
  static Cue certain(String name) {
    return new Cue(name, 1);
  }
}
