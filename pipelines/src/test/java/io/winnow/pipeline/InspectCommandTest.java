package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class InspectCommandTest {
  @Test
  void showsTheDetectorAndEveryPiece() {
    Console console = Console.run("inspect", "../samples/notes.md");

    assertThat(console.err(), console.code(), is(0));
    assertThat(
        console.out(),
        allOf(
            containsString("dated-notes"), containsString("<- chosen"), containsString("article")));
  }

  @Test
  void writesALineAPieceForScripts() {
    Console console = Console.run("inspect", "--format=jsonl", "../samples/records.jsonl");

    assertThat(console.code(), is(0));
    assertThat(console.out().lines().count(), is(6L));
    assertThat(console.out(), containsString("\"reason\":\"malformed-record\""));
  }

  @Test
  void saysSoWhenThereIsNoSuchFile() {
    assertThat(Console.run("inspect", "nowhere.md").code(), is(ExitCode.NO_INPUT.code()));
  }
}
