package io.winnow.publish;

import io.winnow.publish.PublishException.OutputUnusable;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Changes of what is published, and the packs as they are once changed runs have left them. */
final class PacksLeft implements Closeable {
  private final OutputStore output;
  private final SortedMap<String, Optional<String>> changes;
  private final List<String> staged = new ArrayList<>();

  private PacksLeft(OutputStore output, Map<String, Optional<String>> changes) {
    this.output = output;
    this.changes = new TreeMap<>(changes);
  }

  /**
   * Writes each pack anew that holds a run which changes or goes, without that run. A pack that is
   * itself among the changes is left to them.
   */
  static PacksLeft stage(OutputStore output, Map<String, Optional<String>> changes)
      throws IOException {
    PacksLeft all = new PacksLeft(output, changes);
    SortedMap<String, String> published = output.published();
    try {
      for (PublishedPack pack : PublishedPack.all(output, published)) {
        if (!changes.containsKey(pack.name())
            && pack.pack().runs().stream().anyMatch(changes::containsKey)) {
          all.write(pack, published);
        }
      }
      return all;
    } catch (IOException | RuntimeException e) {
      all.close();
      throw e;
    }
  }

  SortedMap<String, Optional<String>> withChanges() {
    return changes;
  }

  private void write(PublishedPack pack, SortedMap<String, String> published) throws IOException {
    requireReplaceable(pack.name());
    List<String> left =
        pack.pack().runs().stream().filter(run -> !changes.containsKey(run)).toList();
    if (left.isEmpty()) {
      changes.put(pack.name(), Optional.empty());
      return;
    }
    List<PublishedRun> runs = Manifests.read(output, left.stream().map(published::get).toList());
    runs.replaceAll(run -> run.in(pack));
    String folder = Staging.makeFolder(output, pack.name());
    staged.add(folder);
    new PackWriter(output, folder, pack.pack().winnow()).write(runs);
    changes.put(pack.name(), Optional.of(folder));
  }

  private void requireReplaceable(String pack) throws IOException {
    try {
      output.requireReplaceable(pack);
    } catch (OutputUnusable e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Removes what was staged, unless it was published. */
  @Override
  public void close() throws IOException {
    if (!staged.isEmpty()) {
      SortedMap<String, String> published = output.published();
      for (String folder : staged) {
        if (!published.containsValue(folder)) {
          output.delete(folder);
        }
      }
    }
  }
}
