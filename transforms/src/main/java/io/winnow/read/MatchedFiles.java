package io.winnow.read;

import java.util.List;

/**
 * The files of a run.
 *
 * @param folder the common folder of the inputs, ending with a slash; every uri is a path below it.
 *     Empty where the inputs have nothing in common
 * @param files each file once, by uri
 * @param hidden files left out because a name below an input begins with {@code .} or {@code _}
 * @param problems in the order of the inputs
 */
public record MatchedFiles(
    String folder, List<SourceFile> files, int hidden, List<InputProblem> problems) {
  public MatchedFiles {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }
}
