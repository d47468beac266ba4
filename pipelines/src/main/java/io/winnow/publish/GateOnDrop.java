package io.winnow.publish;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses a run whose input yields much less than that of the run before it.
 *
 * <p>What is compared is the {@link RunYield}, so that a quiet night, in which most files are
 * unchanged, is no drop, nor is a file read again whose articles are now duplicates. The run before
 * is the last one, replays left out, with a lower sequence that had the same {@code --input} and
 * yielded anything; where there is none, the last one that yielded anything. A run that replaces
 * itself is not compared with itself.
 *
 * @param most largest drop, as a share of what the run before yielded, 0 to 1
 */
public record GateOnDrop(double most) implements Gate {
  @Override
  public Optional<GateRefusal> refuses(PublishedRun run, PublishedRuns published)
      throws IOException {
    RunYield yields = new RunYield(published);
    for (PublishedRun earlier : candidates(run, published)) {
      long before = yields.of(earlier);
      if (before > 0) {
        return refuses(yields.of(run), before, earlier.manifest().runId());
      }
    }
    return Optional.empty();
  }

  private Optional<GateRefusal> refuses(long now, long before, String earlier) {
    double drop = (double) (before - now) / before;
    if (drop <= most) {
      return Optional.empty();
    }
    return Optional.of(
        new GateRefusal(
            "max-drop",
            String.format(
                Locale.ROOT,
                "the input yields %s less than that of run %s (%d articles and duplicates after %d,"
                    + " unchanged files counted), more than --maxDrop=%s",
                GateRefusal.percent(drop),
                earlier,
                now,
                before,
                GateRefusal.percent(most)),
            drop,
            most));
  }

  private static List<PublishedRun> candidates(PublishedRun run, PublishedRuns published) {
    List<PublishedRun> earlier =
        published.all().stream()
            .filter(it -> it.manifest().sequence() < run.manifest().sequence())
            .filter(it -> !it.manifest().runId().equals(run.manifest().runId()))
            .filter(it -> !it.manifest().isReplay())
            .sorted(
                Comparator.<PublishedRun>comparingLong(it -> it.manifest().sequence()).reversed())
            .toList();
    return Stream.concat(
            earlier.stream().filter(it -> Objects.equals(input(it), input(run))),
            earlier.stream().filter(it -> !Objects.equals(input(it), input(run))))
        .toList();
  }

  private static String input(PublishedRun run) {
    return run.manifest().options().getOrDefault("input", "");
  }
}
