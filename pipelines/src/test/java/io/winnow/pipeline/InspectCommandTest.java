package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
  @TempDir private Path folder;

  @Test
  void showsTheDetectorTheRunnersUpAndWhyEachPieceBegins() {
    Console console = Console.run("inspect", "../samples/notes.md");

    assertThat(console.err(), console.code(), is(0));
    assertThat(
        console.out(),
        allOf(
            containsString("dated-notes"),
            containsString("<- chosen"),
            containsString("single       0.500"),
            containsString("because of date-heading 1.00"),
            containsString("article")));
  }

  @Test
  void showsWhatIsLeftBehind() throws IOException {
    String issue =
        """
        # Harbour Weekly, Issue 12

        ## Links

        - [Kettle](https://one.example/kettle)
        - [Lift](https://two.example/lift)
        - [Tofu](https://three.example/tofu)
        - [Kite](https://four.example/kite)
        - [Tide](https://five.example/tide)
        """;
    Console console = Console.run("inspect", write("issue.md", issue));

    assertThat(
        console.out(),
        allOf(
            containsString("3-3  frame    ## Links"),
            containsString("issue-label 0.80, leading-link 0.60"),
            containsString("under Harbour Weekly, Issue 12 / Links")));
  }

  @Test
  void writesALineForTheDumpAndOneForEachPiece() throws IOException {
    Console console = Console.run("inspect", "--format=jsonl", "../samples/records.jsonl");

    assertThat(console.code(), is(0));
    List<JsonNode> rows = rows(console);
    assertThat(rows.size(), is(7));
    assertThat(rows.get(0).get("decision").asText(), is("split"));
    assertThat(
        rows.get(0).get("proposals").get(0).get("detector").asText(),
        is(rows.get(1).get("detector").asText()));
    for (int i = 1; i < rows.size(); i++) {
      assertThat(rows.get(i).get("record").asInt(), is(i - 1));
    }
    assertThat(console.out(), containsString("\"reason\":\"malformed-record\""));
  }

  @Test
  void saysWhyEachPieceBeginsToScripts() throws IOException {
    List<JsonNode> rows = rows(Console.run("inspect", "--format=jsonl", "../samples/notes.md"));

    assertThat(rows.size(), greaterThan(2));
    assertThat(rows.get(1).get("cues").get("date-heading").asDouble(), is(1.0));
  }

  @Test
  void lettingADumpMoveTheCursorIsRefused() throws IOException {
    String file =
        write(
            "evil.md",
            "# Title \u001b[2J\u009b31m\u202e\n\nText \u001b]0;owned\u0007 that is here.\n");
    for (String format : List.of("text", "jsonl")) {
      Console console = Console.run("inspect", "--format=" + format, file);

      assertThat(console.code(), is(0));
      assertThat(
          console.out().codePoints().filter(c -> c < ' ' && c != '\n' && c != '\r').count(),
          is(0L));
      assertThat(console.out(), not(containsString("\u009b")));
      assertThat(console.out(), not(containsString("\u202e")));
    }
  }

  @Test
  void saysSoWhenThereIsNoSuchFile() {
    assertThat(Console.run("inspect", "nowhere.md").code(), is(ExitCode.NO_INPUT.code()));
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static List<JsonNode> rows(Console console) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : console.out().lines().toList()) {
      rows.add(new JsonMapper().readTree(line));
    }
    return rows;
  }
}
