package io.winnow.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of a run on any file system that Beam knows; the driver does this once.
 *
 * <p>A folder means everything below it. A file matched twice is read once, also where a link leads
 * to it. Files inside the output are never read: an input that lies there is a problem, one that
 * merely contains the output goes on without it. The result does not depend on the order of inputs,
 * nor on that in which a file system lists its files.
 */
public final class FileMatcher {
  private static final String HDFS = "hdfs://";

  private FileMatcher() {}

  /**
   * Matches every input.
   *
   * @param inputs paths, folders and globs, each may hold several separated by commas
   * @param output the folder that the run writes to
   * @throws IOException when a file system cannot be listed
   */
  public static MatchedFiles match(List<String> inputs, String output) throws IOException {
    return match(inputs, Location.of(output));
  }

  /** Matches every input of a command that writes nothing. */
  public static MatchedFiles match(List<String> inputs) throws IOException {
    return match(inputs, (Location) null);
  }

  private static MatchedFiles match(List<String> inputs, @Nullable Location output)
      throws IOException {
    Matching matching = new Matching(output);
    for (String input : inputs) {
      for (String part : InputGlob.split(input)) {
        matching.add(part);
      }
    }
    return matching.result();
  }

  /** One matching as it goes on. */
  private static final class Matching {
    private final @Nullable Location output;
    private final List<String> bases = new ArrayList<>();
    private final Map<String, FoundFile> files = new LinkedHashMap<>();
    private final List<InputProblem> problems = new ArrayList<>();
    private final Set<String> hidden = new HashSet<>();

    Matching(@Nullable Location output) {
      this.output = output;
    }

    void add(String input) throws IOException {
      boolean any = false;
      try {
        String path = Location.of(input).path();
        for (InputGlob glob : globs(path)) {
          bases.add(glob.base());
          if (output != null && output.contains(Location.of(glob.base()))) {
            problem(
                InputProblem.Kind.INSIDE_OUTPUT, input, "lies inside the output " + output.path());
            return;
          }
          any |= addAll(glob);
        }
      } catch (IllegalArgumentException e) {
        problem(InputProblem.Kind.INVALID, input, String.valueOf(e.getMessage()));
        return;
      }
      if (!any) {
        problem(InputProblem.Kind.NO_MATCH, input, "no file matches");
      }
    }

    private boolean addAll(InputGlob glob) throws IOException {
      boolean any = false;
      for (FoundFile found :
          glob.base().startsWith(HDFS) ? HdfsListing.of(glob) : list(glob.spec())) {
        String path = found.name();
        if (found.isFolder() || !path.startsWith(glob.base())) {
          continue;
        }
        String below = path.substring(glob.base().length());
        if (!glob.matches(below) || (output != null && output.contains(Location.of(path)))) {
          continue;
        }
        if (glob.hides(below)) {
          hidden.add(path);
        } else {
          any = true;
          files.put(path, found);
        }
      }
      return any;
    }

    private void problem(InputProblem.Kind kind, String input, String message) {
      problems.add(new InputProblem(kind, input, message));
    }

    MatchedFiles result() {
      String folder = Location.commonFolder(bases);
      Map<String, SourceFile> once = new LinkedHashMap<>();
      files.values().stream()
          .map(
              found -> {
                String uri = found.name().substring(folder.length());
                return new SourceFile(found.path(), uri, found.bytes(), List.of());
              })
          .sorted(
              Comparator.comparingInt((SourceFile file) -> file.path().length())
                  .thenComparing(SourceFile::path))
          .forEach(file -> once.putIfAbsent(Location.of(file.path()).real(), file));
      List<SourceFile> sorted = new ArrayList<>(once.values());
      sorted.sort(Comparator.comparing(SourceFile::uri).thenComparing(SourceFile::path));
      hidden.removeAll(files.keySet());
      return new MatchedFiles(folder, sorted, hidden.size(), problems);
    }
  }

  /** What an input stands for: one file, a folder, or whatever its wildcards match. */
  private static List<InputGlob> globs(String path) throws IOException {
    boolean isLiteral = !InputGlob.hasWildcard(path) || Location.of(path).exists();
    if (!isLiteral) {
      return InputGlob.parse(path);
    }
    if (path.matches("[a-zA-Z0-9+.-]+://[^/]+")) {
      return List.of(InputGlob.everythingBelow(path));
    }
    List<FoundFile> there = path.startsWith(HDFS) ? HdfsListing.at(path) : list(path);
    boolean isFile = there.stream().anyMatch(found -> !found.isFolder());
    return List.of(isFile ? InputGlob.file(path) : InputGlob.everythingBelow(path));
  }

  private static List<FoundFile> list(String spec) throws IOException {
    MatchResult result = FileSystems.match(spec, EmptyMatchTreatment.ALLOW);
    return result.metadata().stream()
        .map(
            found -> {
              String path = found.resourceId().toString();
              boolean isFolder = found.resourceId().isDirectory();
              return new FoundFile(path, path, found.sizeBytes(), isFolder);
            })
        .toList();
  }
}
