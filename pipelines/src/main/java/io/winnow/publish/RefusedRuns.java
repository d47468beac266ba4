package io.winnow.publish;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refused runs that are kept for people to look at, in {@code _refused/ID.<attempt>}. Nothing reads
 * them.
 *
 * <p>An id has at most one, which goes when the id is refused again or published; all ids together
 * have at most {@link #KEPT}, the newest.
 */
public final class RefusedRuns {
  static final String FOLDER = "_refused";
  static final int KEPT = 5;

  private static final Pattern NAME = Pattern.compile("(.+)\\.(\\d{8}T\\d{9})");

  private final OutputStore output;

  public RefusedRuns(OutputStore output) {
    this.output = output;
  }

  /**
   * Moves a complete run here, its manifest last, and removes those that must go for it. The caller
   * must hold the lease.
   *
   * @return its folder below the output
   */
  String keep(Staging staging) throws IOException {
    String name = staging.folder().substring(staging.folder().lastIndexOf('/') + 1);
    String kept = FOLDER + "/" + name;
    String manifest = staging.folder() + "/" + Manifest.PATH;
    for (String file : output.files(staging.folder())) {
      if (!file.equals(manifest)) {
        move(file, kept + file.substring(staging.folder().length()));
      }
    }
    move(manifest, kept + "/" + Manifest.PATH);
    output.sync(kept);
    forgetAllBut(name, staging.run().id());
    return kept;
  }

  /**
   * All of them.
   *
   * @throws IOException also when the manifest of one cannot be read
   */
  public List<PublishedRun> all() throws IOException {
    List<PublishedRun> runs = new ArrayList<>();
    for (Kept kept : kept()) {
      runs.add(new PublishedRun(output, kept.folder(), Manifest.read(output, kept.folder())));
    }
    return runs;
  }

  /** Removes one. The caller must hold the lease. */
  public void remove(PublishedRun run) throws IOException {
    output.delete(run.folder());
  }

  /** Removes the kept run of an id, if there is one. */
  void forget(String runId) throws IOException {
    for (Kept kept : kept()) {
      if (kept.runId.equals(runId)) {
        output.delete(kept.folder());
      }
    }
  }

  /**
   * Removes those that were refused before a day. The caller must hold the lease.
   *
   * @return how many there were
   */
  int forgetBefore(LocalDate day) throws IOException {
    int removed = 0;
    for (Kept kept : kept()) {
      String refused = kept.attempt.substring(0, kept.attempt.indexOf('T'));
      if (refused.compareTo(day.format(DateTimeFormatter.BASIC_ISO_DATE)) < 0) {
        output.delete(kept.folder());
        removed++;
      }
    }
    return removed;
  }

  private void forgetAllBut(String name, String runId) throws IOException {
    int others = 0;
    for (Kept kept : kept()) {
      if (!kept.name.equals(name) && (kept.runId.equals(runId) || ++others >= KEPT)) {
        output.delete(kept.folder());
      }
    }
  }

  private void move(String from, String to) throws IOException {
    Set<String> parents = new TreeSet<>();
    for (int slash = to.indexOf('/'); slash > 0; slash = to.indexOf('/', slash + 1)) {
      parents.add(to.substring(0, slash));
    }
    for (String parent : parents) {
      output.makeFolder(parent);
    }
    output.move(from, to);
  }

  /** The newest first; what is not called as we call them is left alone. */
  private List<Kept> kept() throws IOException {
    List<Kept> all = new ArrayList<>();
    for (String name : output.names(FOLDER)) {
      Matcher matcher = NAME.matcher(name);
      if (matcher.matches()) {
        all.add(new Kept(name, matcher.group(1), matcher.group(2)));
      }
    }
    all.sort(Comparator.comparing(Kept::attempt).thenComparing(Kept::name).reversed());
    return all;
  }

  private record Kept(String name, String runId, String attempt) {
    String folder() {
      return FOLDER + "/" + name;
    }
  }
}
