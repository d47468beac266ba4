package io.winnow.publish;

import io.winnow.publish.Manifest.Page;
import io.winnow.write.Dataset;

/**
 * What published runs take of a store.
 *
 * @param files with their manifests
 * @param bytes of rows and reports
 */
public record Footprint(long files, long bytes) {
  /** Of all that is published. */
  public static Footprint of(PublishedRuns published) {
    long files = 0;
    long bytes = 0;
    for (PublishedRun run : published.all()) {
      files += files(run);
      bytes += run.manifest().pages().stream().mapToLong(Page::bytes).sum();
      if (!run.isPacked()) {
        bytes += PackGroup.bytes(run).values().stream().mapToLong(Long::longValue).sum();
      }
    }
    for (PublishedPack pack : published.packs()) {
      files += pack.pack().fileCount();
      bytes += pack.pack().bytes();
    }
    return new Footprint(files, bytes);
  }

  /** How many files fewer there are once a group is one pack. */
  static int savedBy(PackGroup group) {
    int before = group.packs().stream().mapToInt(pack -> pack.pack().fileCount()).sum();
    boolean reports = group.packs().stream().anyMatch(pack -> !pack.pack().pages().isEmpty());
    for (PublishedRun run : group.runs()) {
      before += files(run);
      reports |= !run.manifest().pages().isEmpty();
    }
    int pack = Dataset.all().size() + (reports ? 1 : 0) + 1;
    return before - group.runs().size() - pack;
  }

  private static int files(PublishedRun run) {
    int own = 1 + run.manifest().pages().size();
    return run.isPacked()
        ? own
        : own + Dataset.all().stream().mapToInt(dataset -> run.dataFiles(dataset).size()).sum();
  }
}
