package io.winnow.read;

/**
 * Something about {@code --input} that its user has to know.
 *
 * @param input what was given
 * @param message what is wrong with it, as a sentence for people
 */
public record InputProblem(Kind kind, String input, String message) {
  /** What the problem is about. */
  public enum Kind {
    /** No file matches; other inputs may. */
    NO_MATCH,
    /** It lies in the output: what a run writes is never its own input. */
    INSIDE_OUTPUT,
    /** It cannot be understood. */
    INVALID
  }
}
