package io.winnow.replay;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sources of earlier runs that a run reads again as a whole, so that its rows replace theirs.
 */
public final class Superseded implements Serializable {
  /** Status of such a source in the ledger of the earlier run. */
  public static final String STATUS = "superseded";

  private static final long serialVersionUID = 1;

  private final HashMap<String, TreeSet<String>> sources = new HashMap<>();

  /**
   * @param sources by id of the run
   */
  public Superseded(Map<String, ? extends Set<String>> sources) {
    sources.forEach((run, some) -> this.sources.put(run, new TreeSet<>(some)));
  }

  /** Nothing. */
  public static Superseded nothing() {
    return new Superseded(Map.of());
  }

  public boolean isEmpty() {
    return sources.isEmpty();
  }

  /** Whether a row of that run and source is replaced. */
  public boolean has(String run, String source) {
    TreeSet<String> ofRun = sources.get(run);
    return ofRun != null && ofRun.contains(source);
  }

  /** Sources of a run, sorted; none where all its rows stay. */
  public Set<String> of(String run) {
    return Set.copyOf(sources.getOrDefault(run, new TreeSet<>()));
  }

  /** How many sources of runs there are; one that two runs have read counts twice. */
  int count() {
    return sources.values().stream().mapToInt(Set::size).sum();
  }

  /** Ids of the runs, sorted. */
  Set<String> runs() {
    return new TreeSet<>(sources.keySet());
  }

  /** Whether rows of that run are replaced. */
  public boolean has(String run) {
    return sources.containsKey(run);
  }
}
