package io.winnow.publish;

import java.util.Locale;
import java.util.Optional;

/**
 * Refuses a run of whose pieces too many are rejects. Files that were unchanged have no pieces.
 *
 * @param most largest share of rejects, 0 to 1
 */
public record GateOnRejects(double most) implements Gate {
  @Override
  public Optional<GateRefusal> refuses(PublishedRun run, PublishedRuns published) {
    Manifest manifest = run.manifest();
    long rejects = manifest.count("rejects");
    long pieces = manifest.count("articles") + manifest.count("duplicates") + rejects;
    double share = pieces == 0 ? 0 : (double) rejects / pieces;
    if (share <= most) {
      return Optional.empty();
    }
    return Optional.of(
        new GateRefusal(
            "max-rejects",
            String.format(
                Locale.ROOT,
                "%s of the pieces are rejects (%d of %d), more than --maxRejects=%s",
                GateRefusal.percent(share),
                rejects,
                pieces,
                GateRefusal.percent(most)),
            share,
            most));
  }
}
