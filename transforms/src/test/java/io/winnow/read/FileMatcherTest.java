package io.winnow.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMatcherTest {
  @TempDir Path dir;

  @Test
  void aFolderMeansEverythingBelowIt() throws IOException {
    files("in/b.txt", "in/sub/deep/a.txt", "other/c.txt");
    assertThat(uris(match("in")), contains("b.txt", "sub/deep/a.txt"));
    assertThat(uris(match("in/")), contains("b.txt", "sub/deep/a.txt"));
  }

  @Test
  void aSingleFileIsItsName() throws IOException {
    files("in/a.txt");
    MatchedFiles matched = match("in/a.txt");
    assertThat(uris(matched), contains("a.txt"));
    assertThat(matched.files().get(0).path(), is(dir + "/in/a.txt"));
    assertThat(matched.files().get(0).bytes(), is(8L));
    assertThat(matched.files().get(0).knownSha256(), empty());
  }

  @Test
  void urisDoNotDependOnWhichFilesAreThereToday() throws IOException {
    files("in/2026/01/a.txt");
    assertThat(uris(match("in/**/*.txt")), contains("2026/01/a.txt"));
    assertThat(uris(match("in/2026/*/a.txt,in/2027/*/a.txt")), contains("2026/01/a.txt"));
  }

  @Test
  void aDoubleStarIncludesTheTopLevel() throws IOException {
    files("in/top.txt", "in/sub/below.txt", "in/sub/other.md");
    assertThat(uris(match("in/**/*.txt")), contains("sub/below.txt", "top.txt"));
  }

  @Test
  void hiddenNamesAreSkippedUnlessNamed() throws IOException {
    files("in/a.txt", "in/.b.txt", "in/_c.txt", "in/.git/d.txt", "in/_posts/e.txt");
    assertThat(uris(match("in")), contains("a.txt"));
    assertThat(match("in").hidden(), is(4));
    assertThat(uris(match("in/*.txt")), contains("a.txt"));
    assertThat(uris(match("in/.b.txt")), contains(".b.txt"));
    assertThat(uris(match("in/_posts")), contains("e.txt"));
    assertThat(uris(match("in/_*/*.txt")), contains("_posts/e.txt"));
    assertThat(uris(match("in,in/_c.txt")), contains("_c.txt", "a.txt"));
    assertThat(match("in,in/_c.txt").hidden(), is(3));
  }

  @Test
  void aFileMatchedTwiceIsReadOnce() throws IOException {
    files("in/a.txt", "in/b.txt");
    assertThat(uris(match("in/*.txt", "in/a.*", "in")), contains("a.txt", "b.txt"));
    Files.createSymbolicLink(dir.resolve("in/link.txt"), dir.resolve("in/a.txt"));
    assertThat(uris(match("in")), contains("a.txt", "b.txt"));
  }

  @Test
  void aLinkBackToItsFolderIsNoEndlessLoop() throws IOException {
    files("in/a.txt");
    Files.createSymbolicLink(dir.resolve("in/loop"), dir.resolve("in"));
    assertThat(uris(match("in")), contains("a.txt"));
  }

  @Test
  void chineseNamesAreNames() throws IOException {
    files("资料/二月 第3周/技术，周刊.md");
    assertThat(uris(match("资料")), contains("二月 第3周/技术，周刊.md"));
    assertThat(uris(match("资料/*/技术*.md")), contains("二月 第3周/技术，周刊.md"));
  }

  @Test
  void aFileWhoseNameLooksLikeAGlobIsThatFile() throws IOException {
    files("in/[1] a.txt", "in/1.txt");
    assertThat(uris(match("in/[1] a.txt")), contains("[1] a.txt"));
    assertThat(uris(match("in/[1]*.txt")), contains("1.txt"));
  }

  @Test
  void inputsAreSharedBelowTheirCommonFolder() throws IOException {
    files("x/in/a.txt", "x/more/b.txt");
    MatchedFiles matched = match("x/in", "x/more/*.txt");
    assertThat(matched.folder(), is(dir + "/x/"));
    assertThat(uris(matched), contains("in/a.txt", "more/b.txt"));
  }

  @Test
  void whatMatchesNothingIsAProblem() throws IOException {
    files("in/a.txt");
    MatchedFiles matched = match("in/*.md", "in", "in/nowhere");
    assertThat(uris(matched), contains("a.txt"));
    assertThat(kinds(matched), contains(InputProblem.Kind.NO_MATCH, InputProblem.Kind.NO_MATCH));
    assertThat(matched.problems().get(0).input(), is(dir + "/in/*.md"));
  }

  @Test
  void anInputInsideTheOutputIsAProblem() throws IOException {
    files("out/run=1/a.txt");
    assertThat(kinds(match("out/run=1")), contains(InputProblem.Kind.INSIDE_OUTPUT));
    assertThat(kinds(match("out")), contains(InputProblem.Kind.INSIDE_OUTPUT));
    assertThat(kinds(match("out/*/*.txt")), contains(InputProblem.Kind.INSIDE_OUTPUT));
    assertThat(kinds(match("out/run=1/a.txt")), contains(InputProblem.Kind.INSIDE_OUTPUT));
    Files.createSymbolicLink(dir.resolve("way"), dir.resolve("out"));
    assertThat(kinds(match("way/run=1")), contains(InputProblem.Kind.INSIDE_OUTPUT));
  }

  @Test
  void anInputAroundTheOutputGoesOnWithoutIt() throws IOException {
    files("a.txt", "out/run=1/b.txt", "outer/c.txt");
    MatchedFiles matched = match("");
    assertThat(uris(matched), contains("a.txt", "outer/c.txt"));
    assertThat(matched.problems(), empty());
  }

  @Test
  void whatCannotBeUnderstoodIsAProblem() throws IOException {
    files("in/a.txt");
    MatchedFiles matched = match("in/{a,b", "in/a.txt");
    assertThat(kinds(matched), contains(InputProblem.Kind.INVALID));
    assertThat(matched.problems().get(0).message(), containsString("{ without }"));
    MatchedFiles scheme = FileMatcher.match(List.of("nofs://bucket/*.txt"), dir + "/out");
    assertThat(kinds(scheme), contains(InputProblem.Kind.INVALID));
  }

  @Test
  void theOrderOfInputsMakesNoDifference() throws IOException {
    files("in/b.txt", "in/a.txt", "more/c.txt");
    assertThat(match("more", "in").files(), is(match("in", "more").files()));
  }

  private MatchedFiles match(String... inputs) throws IOException {
    return FileMatcher.match(
        Arrays.stream(inputs).map(this::absolute).toList(), dir.resolve("out").toString());
  }

  private String absolute(String inputs) {
    return dir
        + "/"
        + String.join(
            "," + dir + "/",
            inputs.contains("{") ? List.of(inputs) : List.of(inputs.split(",", -1)));
  }

  private static List<String> uris(MatchedFiles matched) {
    return matched.files().stream().map(SourceFile::uri).toList();
  }

  private static List<InputProblem.Kind> kinds(MatchedFiles matched) {
    return matched.problems().stream().map(InputProblem::kind).toList();
  }

  private void files(String... paths) throws IOException {
    for (String path : paths) {
      Path file = dir.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "content\n");
    }
  }
}
