package io.winnow.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which runs become which packs.
 *
 * <p>Old runs with files of their own are gathered by sequence, as many as leave no dataset above a
 * size. The packs that are there stay; but small ones are taken into the last group, the smallest
 * first, each if it is at most twice as large as what joins it. So what is written again is at most
 * twice what is new, times the number of packs that grow at once: however often this is asked, a
 * row is written some ten times until its pack is full. One run alone stays as it is.
 */
final class PackPlan {
  /** Most bytes of a dataset in a pack, compressed; a larger run is worth no pack. */
  static final long PACK_BYTES = 128L << 20;

  private final PublishedRuns published;
  private final LocalDate before;
  private final long mostBytes;

  private PackPlan(PublishedRuns published, LocalDate before, long mostBytes) {
    this.published = published;
    this.before = before;
    this.mostBytes = mostBytes;
  }

  /**
   * The packs to be made, each of two runs at least.
   *
   * @param before logical dates of the runs that are old
   * @param mostBytes of a dataset in a pack
   */
  static List<PackGroup> of(PublishedRuns published, LocalDate before, long mostBytes) {
    PackPlan plan = new PackPlan(published, before, mostBytes);
    List<PackGroup> groups = plan.groups();
    plan.takeSmallPacks(groups.get(groups.size() - 1));
    return groups.stream().filter(group -> group.runs().size() > 1).toList();
  }

  private List<PackGroup> groups() {
    List<PackGroup> groups = new ArrayList<>();
    PackGroup group = new PackGroup();
    groups.add(group);
    for (PublishedRun run : published.all()) {
      if (run.isPacked()
          || !run.manifest().logicalDate().isBefore(before)
          || !new PackGroup().fits(PackGroup.bytes(run), mostBytes)) {
        continue;
      }
      if (!group.fits(PackGroup.bytes(run), mostBytes)) {
        group = new PackGroup();
        groups.add(group);
      }
      group.add(run);
    }
    return groups;
  }

  private void takeSmallPacks(PackGroup group) {
    List<PublishedPack> smallestFirst =
        published.packs().stream()
            .sorted(
                Comparator.<PublishedPack>comparingLong(pack -> pack.pack().bytes())
                    .thenComparing(PublishedPack::name))
            .toList();
    for (PublishedPack pack : smallestFirst) {
      if (2 * group.bytes() >= pack.pack().bytes()
          && !group.runs().isEmpty()
          && group.fits(PackGroup.bytes(pack), mostBytes)) {
        group.add(pack, published.in(pack));
      }
    }
  }
}
