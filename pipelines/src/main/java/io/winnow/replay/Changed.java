package io.winnow.replay;

/**
 * A piece that other thresholds would put on the other side.
 *
 * @param run that has it
 * @param title as the row has it, cut; empty where it has none
 * @param reason of the reject that it would be, or was
 * @param rule that would stop it, or did
 * @param measured value of the rule's first signal
 * @param threshold the bound of that signal
 */
public record Changed(
    String run,
    String id,
    String title,
    String reason,
    String rule,
    String signal,
    double measured,
    double threshold) {

  /** How far from the threshold it is, as a share of the larger of the two, 0 to 1. */
  public double distance() {
    double larger = Math.max(Math.abs(measured), Math.abs(threshold));
    return larger == 0 ? 0 : Math.min(1, Math.abs(measured - threshold) / larger);
  }
}
