package io.winnow.pipeline;

import java.nio.file.Path;
import java.util.List;

/**
 * Runs the common commands on a few texts, so that the JVM can keep the classes that they load in
 * an archive for later starts.
 *
 * <p>The launcher runs it after a build, with {@code -XX:DumpLoadedClassList} (JEP 310). What it
 * publishes goes into a scratch folder.
 */
final class Rehearsal {
  private Rehearsal() {}

  /** Takes a folder of texts and a scratch folder; ends with 1 when a command failed. */
  public static void main(String[] args) {
    String input = "--input=" + args[0];
    String output = "--output=" + Path.of(args[1], "output");
    List<String[]> commands =
        List.of(
            new String[] {"curate", input, output, "--date=2026-02-14"},
            new String[] {"curate", input, output, "--date=2026-02-15", "--inputs=all", "--html"},
            new String[] {"query", output, "SELECT site, count(*) FROM articles GROUP BY ALL"},
            new String[] {"explain", output, Path.of(args[0], "stream.txt") + ":1"});
    for (String[] command : commands) {
      if (Winnow.run(command) != ExitCode.OK.code()) {
        System.exit(1);
      }
    }
    System.exit(0);
  }
}
