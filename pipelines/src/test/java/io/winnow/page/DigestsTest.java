package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestsTest {
  private static final Digest DIGEST = new Digest(SectionLabels.PLAIN, a -> Optional.empty());

  @TempDir Path output;

  @Test
  void writesBothEditionsAndTheIndexAndNothingElse() throws IOException {
    render("2026-W08");
    render("run:r1");
    assertThat(
        files(),
        contains("2026-W08.en.md", "2026-W08.zh.md", "README.md", "run-r1.en.md", "run-r1.zh.md"));
  }

  @Test
  void anotherRenderingChangesNothing() throws IOException {
    render("2026-W08");
    String page = read("2026-W08.zh.md");
    String index = read("README.md");
    render("2026-W08");
    assertThat(read("2026-W08.zh.md"), equalTo(page));
    assertThat(read("README.md"), equalTo(index));
  }

  @Test
  void theIndexLinksAllDigestsNewestFirstAndPassesOverOtherFiles() throws IOException {
    render("2026-W07");
    Files.writeString(output.resolve("digests/notes.md"), "mine");
    Files.writeString(output.resolve("digests/2026-W99.zh.md"), "no such week");
    render("2026-W08");
    render("2026-02");
    Golden.assertEqual("index.md", read("README.md"));
  }

  private void render(String period) throws IOException {
    Digests.render(
        output, Period.parse(period), List.of(Edition.values()), DIGEST, Articles.many(5));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(output.resolve("digests"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private String read(String name) throws IOException {
    return Files.readString(output.resolve("digests").resolve(name));
  }
}
