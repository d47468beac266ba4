package io.winnow.publish;

import io.winnow.log.Event;
import io.winnow.publish.PublishException.DiskFull;
import io.winnow.publish.PublishException.LeaseLost;
import io.winnow.publish.PublishException.OutputUnusable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;

/**
 * Rewrites old runs into fewer files: the rows of many into the files of one pack, without a change
 * of a row or of what a run is.
 *
 * <p>Of a run its manifest stays, without its rewrites and hashes changed, and names the pack. Each
 * pack is one step for readers. Killed before it, what is staged is removed by the next command;
 * the packs made before stay. The caller holds the lease of the output.
 */
public final class Compaction {
  /** Disk that is needed beside what is written. */
  private static final long RESERVE_BYTES = 64L << 20;

  private final OutputStore output;
  private final String winnow;
  private final Iterator<PackGroup> groups;
  private final List<PackGroup> planned;

  private Compaction(OutputStore output, String winnow, List<PackGroup> planned) {
    this.output = output;
    this.winnow = winnow;
    this.planned = planned;
    this.groups = planned.iterator();
  }

  /**
   * Looks for what is worth packing.
   *
   * @param before logical dates of the runs that may be packed
   * @param winnow version of the program that writes
   */
  public static Compaction of(
      OutputStore output, PublishedRuns published, LocalDate before, String winnow) {
    return of(output, published, before, winnow, PackPlan.PACK_BYTES);
  }

  static Compaction of(
      OutputStore output, PublishedRuns published, LocalDate before, String winnow, long bytes) {
    return new Compaction(output, winnow, PackPlan.of(published, before, bytes));
  }

  /** The packs that are to be made. */
  public List<Planned> planned() {
    return planned.stream().map(Planned::of).toList();
  }

  /**
   * One pack to be made.
   *
   * @param first id of its first run, by sequence
   * @param last that of its last
   * @param runs how many it will hold
   * @param packs how many packs it replaces
   * @param bytes of rows, before
   * @param filesLess by how many files there will be fewer
   */
  public record Planned(String first, String last, int runs, int packs, long bytes, int filesLess) {
    private static Planned of(PackGroup group) {
      List<PublishedRun> runs = group.runs();
      return new Planned(
          runs.get(0).manifest().runId(),
          runs.get(runs.size() - 1).manifest().runId(),
          runs.size(),
          group.packs().size(),
          group.bytes(),
          Footprint.savedBy(group));
    }
  }

  public boolean hasNext() {
    return groups.hasNext();
  }

  /**
   * Makes the next pack, and lets readers see it in place of what it holds.
   *
   * @throws DiskFull when there is no room for it; nothing was changed
   * @throws LeaseLost when {@code lease} is no longer ours; nothing was changed
   * @throws OutputUnusable when one of the runs cannot be swapped here
   */
  public void next(Lease lease) throws DiskFull, LeaseLost, OutputUnusable, IOException {
    PackGroup group = groups.next();
    for (PublishedRun run : group.runs()) {
      output.requireReplaceable(run.manifest().runId());
    }
    output.requireRoom(RESERVE_BYTES + group.bytes());
    List<String> staged = new ArrayList<>();
    try {
      stage(group, staged).publish(output, lease);
    } finally {
      SortedMap<String, String> published = output.published();
      for (String folder : staged) {
        if (!published.containsValue(folder)) {
          output.delete(folder);
        }
      }
    }
  }

  private Switch stage(PackGroup group, List<String> staged) throws IOException {
    String name = name(group);
    String folder = folder(name, staged);
    Pack pack = new PackWriter(output, folder, winnow).write(group.runs());
    Switch all = new Switch();
    group.packs().forEach(replaced -> all.without(replaced.name()));
    for (PublishedRun run : group.runs()) {
      Manifest manifest = run.manifest();
      String place = folder(manifest.runId(), staged);
      manifest.writePacked(output, place, name);
      output.sync(place);
      all.to(manifest.runId(), place);
    }
    Event.named("runs-packed")
        .with("pack", name)
        .with("runs", group.runs().size())
        .with("bytes", pack.bytes())
        .log(Compaction.class);
    return all.to(name, folder);
  }

  private String folder(String name, List<String> staged) throws IOException {
    String folder = Staging.makeFolder(output, name);
    staged.add(folder);
    return folder;
  }

  /** By its first and last run; two packs can have the same, if runs between them were changed. */
  private String name(PackGroup group) throws IOException {
    List<PublishedRun> runs = group.runs();
    String name =
        Pack.name(
            runs.get(0).manifest().sequence(), runs.get(runs.size() - 1).manifest().sequence());
    SortedMap<String, String> published = output.published();
    group.packs().forEach(replaced -> published.remove(replaced.name()));
    String free = name;
    for (int number = 2; published.containsKey(free); number++) {
      free = name + "-" + number;
    }
    return free;
  }
}
