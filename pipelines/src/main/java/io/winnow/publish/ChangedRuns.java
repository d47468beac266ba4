package io.winnow.publish;

import java.time.LocalDate;
import java.util.Set;

/**
 * In what the published runs differ from those that the views were rendered of last.
 *
 * @param all every run that is there now and was not so then, or was there then and is not so now;
 *     a run that was replaced, under its dates of both times
 * @param onlyAdded whether no run is gone or replaced
 * @param isUnknown whether it is not known what the views were rendered of; then anything may have
 *     changed
 */
public record ChangedRuns(Set<Run> all, boolean onlyAdded, boolean isUnknown) {
  public ChangedRuns {
    all = Set.copyOf(all);
  }

  /** A run at one time. */
  public record Run(String id, LocalDate date) {}

  /** When nothing is known of the views. */
  public static ChangedRuns unknown() {
    return new ChangedRuns(Set.of(), false, true);
  }
}
