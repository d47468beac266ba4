package io.winnow.pipeline;

import io.winnow.dedupe.Fingerprints;
import io.winnow.publish.Manifest;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds out before any data is read that history is of fingerprints which do not compare. */
final class OtherFingerprints {
  private static final int RUNS_SHOWN = 10;

  private OtherFingerprints() {}

  /**
   * Does nothing where all runs but {@code runId}, which replaces itself, have fingerprints of our
   * version.
   *
   * @throws UserError with the command that rebuilds the others
   */
  static void refuse(PublishedRuns published, String runId, String output, List<String> beamArgs) {
    List<Manifest> others =
        published.withOtherFingerprints(Fingerprints.VERSION).stream()
            .map(PublishedRun::manifest)
            .filter(run -> !run.runId().equals(runId))
            .toList();
    if (!others.isEmpty()) {
      throw new UserError(ExitCode.USAGE, message(others, output, beamArgs));
    }
  }

  private static String message(List<Manifest> others, String output, List<String> beamArgs) {
    String runs =
        others.stream()
            .limit(RUNS_SHOWN)
            .map(run -> run.runId() + " (version " + run.fingerprintVersion() + ")")
            .collect(Collectors.joining(", "));
    int more = others.size() - RUNS_SHOWN;
    return "this Winnow compares fingerprints of version "
        + Fingerprints.VERSION
        + ", but "
        + others.size()
        + (others.size() == 1 ? " published run has others: " : " published runs have others: ")
        + runs
        + (more > 0 ? " and " + more + " more" : "")
        + "; rebuild them with\n  "
        + command(output, beamArgs);
  }

  private static String command(String output, List<String> beamArgs) {
    List<String> words = new ArrayList<>(List.of("./winnow", "refingerprint"));
    words.add("--output=" + output);
    beamArgs.stream()
        .filter(arg -> arg.startsWith("--awsRegion=") || arg.startsWith("--endpoint="))
        .forEach(words::add);
    return words.stream().map(OtherFingerprints::quoted).collect(Collectors.joining(" "));
  }

  /** As a shell takes it. */
  private static String quoted(String word) {
    return word.matches("[\\p{L}\\p{N}_./:=@%+,-]+")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }
}
