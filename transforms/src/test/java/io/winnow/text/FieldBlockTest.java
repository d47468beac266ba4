package io.winnow.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldBlockTest {
  @Test
  void readsYaml() {
    FieldBlock block =
        fenced(
                """
                ---
                title: 'It''s bells before beacons'
                description: >
                  Two lines
                  of text.
                author:
                  - name: Ada Moreno
                  - "Lin Watanabe"
                tags: [sea, "fog"]
                # a comment
                title: again
                ---
                text
                """)
            .orElseThrow();
    assertThat(block.to(), is(11));
    assertThat(block.first("title"), is(Optional.of("It's bells before beacons")));
    assertThat(block.all("authors", "author"), is(List.of("Ada Moreno", "Lin Watanabe")));
    assertThat(block.all("tags"), is(List.of("sea", "fog")));
  }

  @Test
  void readsToml() {
    FieldBlock block =
        fenced(
                "+++\ntitle = \"老街灯\"\nauthors = [\"沈巷\"]\ndate = 2026-02-13\n\n[params]\n  a = 1\n+++\n")
            .orElseThrow();
    assertThat(block.first("title"), is(Optional.of("老街灯")));
    assertThat(block.first("date"), is(Optional.of("2026-02-13")));
    assertThat(block.to(), is(7));
  }

  @Test
  void readsBareFields() {
    List<String> lines = "Title: Weekly 12\nDate: 2026-02-13\n\nText".lines().toList();
    FieldBlock block = FieldBlock.bareAt(lines::get, 0, 3).orElseThrow();
    assertThat(block.first("title"), is(Optional.of("Weekly 12")));
    assertThat(block.to(), is(1));
  }

  @Test
  void doesNotTakeARuleAndProseForFields() {
    assertThat(fenced("---\nThe sea was calm.\n---\n"), is(Optional.empty()));
    assertThat(fenced("---\nNote: calm\nand then the wind came\n---\n"), is(Optional.empty()));
    assertThat(fenced("---\ntitle: never closed\n"), is(Optional.empty()));
    assertThat(fenced("---\n---\n"), is(Optional.empty()));
  }

  private static Optional<FieldBlock> fenced(String text) {
    List<String> lines = text.lines().toList();
    return FieldBlock.fencedAt(lines::get, 0, lines.size() - 1);
  }
}
