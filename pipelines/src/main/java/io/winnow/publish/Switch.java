package io.winnow.publish;

import io.winnow.publish.PublishException.LeaseLost;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Changes of what is published that readers see in one step: all of them or none.
 *
 * <p>The folders that it names are complete and durable before it is published.
 *
 * <p>A run that lies in a pack needs no more than any other: name its new folder, or that it is to
 * go. Its rows leave the pack in the same step, in which the pack is written anew without them, or
 * goes when none is left. That takes seconds and some 200 MB of disk a pack, so runs of one pack
 * are better changed by one switch than by one each.
 */
public final class Switch {
  private final SortedMap<String, Optional<String>> changes = new TreeMap<>();

  /** Readers are to see {@code folder} as {@code name}, in place of any before. */
  public Switch to(String name, String folder) {
    changes.put(name, Optional.of(folder));
    return this;
  }

  /** Readers are to see nothing as {@code name} any more. */
  public Switch without(String name) {
    changes.put(name, Optional.empty());
    return this;
  }

  /** Whether nothing changes. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /**
   * Lets readers see the changes.
   *
   * @throws LeaseLost when {@code lease} is no longer ours; nothing was changed
   */
  public void publish(OutputStore output, Lease lease) throws LeaseLost, IOException {
    if (isEmpty()) {
      return;
    }
    try (PacksLeft packs = PacksLeft.stage(output, changes)) {
      lease.guard(() -> output.publish(packs.withChanges()));
    }
  }
}
