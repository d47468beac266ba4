package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTableTest {
  private static final Path README = Path.of("..", "README.md");

  @Test
  void standsInTheReadme() throws IOException {
    String readme = Files.readString(README);

    assertThat(
        "bring README.md up to date with the main of SchemaTable",
        readme,
        equalTo(SchemaTable.replaceIn(readme)));
  }

  @Test
  void showsTypesNullsAndTheFieldsInLists() {
    String tables = SchemaTable.render();

    assertThat(tables, containsString("| `first_seen` | date | Logical date of the run"));
    assertThat(tables, containsString("| `published` | date, null | "));
    assertThat(tables, containsString("| `authors` | list&lt;string&gt; | "));
    assertThat(tables, containsString("| `links` | list&lt;struct&gt; | "));
    assertThat(tables, containsString("| `links[].text` | string, null | "));
    assertThat(tables, containsString("| `sketch` | bytes | "));
  }

  @Test
  void replacesWhatStandsBetweenTheMarks(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("page.md");
    Files.writeString(page, "a\n<!-- schema:begin -->\nold\n<!-- schema:end -->\nb\n");

    SchemaTable.main(new String[] {page.toString()});

    assertThat(
        Files.readString(page),
        equalTo("a\n<!-- schema:begin -->\n" + SchemaTable.render() + "<!-- schema:end -->\nb\n"));
  }

  @Test
  void refusesAPageWithoutMarks() {
    assertThrows(IllegalArgumentException.class, () -> SchemaTable.replaceIn("no marks"));
  }
}
