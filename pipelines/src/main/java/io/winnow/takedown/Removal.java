package io.winnow.takedown;

import io.winnow.forget.Tombstone;
import io.winnow.publish.PublishedRuns;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * All that a takedown removes, and what it leaves.
 *
 * @param published what readers saw when it was looked for
 * @param tombstones a new one for each name that stands for something
 * @param texts how many different ones go, copies not counted
 * @param runs those that hold something, by sequence
 * @param expired ids of pieces of removed runs whose fingerprints go
 * @param missing names that stand for nothing that is published
 * @param staying other texts at the URLs of what goes
 */
public record Removal(
    PublishedRuns published,
    List<Tombstone> tombstones,
    long texts,
    List<RunRemoval> runs,
    SortedSet<String> expired,
    List<Name> missing,
    List<Other> staying) {
  public Removal {
    tombstones = List.copyOf(tombstones);
    runs = List.copyOf(runs);
    expired = Collections.unmodifiableSortedSet(new TreeSet<>(expired));
    missing = List.copyOf(missing);
    staying = List.copyOf(staying);
  }

  /** A published text that stays. */
  public record Other(String runId, String id) {}

  /** Ids of all pieces that go. */
  public SortedSet<String> ids() {
    SortedSet<String> ids = new TreeSet<>();
    runs.forEach(run -> run.addAllTo(ids));
    ids.addAll(expired);
    tombstones.forEach(each -> ids.addAll(each.ids()));
    return ids;
  }

  public long articles() {
    return count(RunRemoval::articles);
  }

  public long duplicates() {
    return count(RunRemoval::duplicates);
  }

  public long rejects() {
    return count(RunRemoval::rejects);
  }

  private long count(Function<RunRemoval, Set<String>> rows) {
    return runs.stream().mapToLong(run -> rows.apply(run).size()).sum();
  }
}
