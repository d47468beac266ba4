package io.winnow.train;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.config.ConfigException;
import io.winnow.tag.section.LabelledText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledRowsTest {
  @TempDir private Path folder;

  @Test
  void readsRowsWithATitleOrATextOrBoth() throws Exception {
    List<LabelledText> rows =
        read(
            null,
            "\uFEFF{\"title\": \"Frost\", \"text\": \"Cover the beds.\", \"label\": \" home/garden \"}",
            "",
            "{\"text\": \"Threads share memory.\", \"label\": \"软件\", \"title\": null}",
            "{\"title\": \"编译器\", \"label\": \"软件\"}\r");

    assertThat(
        rows.stream().map(LabelledText::label).toList(), contains("home/garden", "软件", "软件"));
    assertThat(rows.get(0).text().title(), is("Frost"));
    assertThat(rows.get(1).text().text(), containsString("Threads share memory."));
  }

  @Test
  void cleansTextsAsCurateDoes() throws Exception {
    List<LabelledText> rows =
        read(
            null,
            "{\"title\": \"Locks\", \"text\": \"A **bold** claim, see [here](https://example.org/x).\","
                + " \"label\": \"l\", \"url\": \"https://news.example.org/1\"}");

    assertThat(rows.get(0).text().text(), not(containsString("https://")));
    assertThat(rows.get(0).text().site(), is("news.example.org"));
    assertThat(rows.get(0).text().hosts(), contains("example.org"));
  }

  @Test
  void readsGzip() throws Exception {
    Path file = folder.resolve("rows.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("{\"title\": \"a\", \"label\": \"b\"}".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(LabelledRows.read(List.of(file), null, state -> {}), hasSize(1));
  }

  @Test
  void tellsEveryWrongLineWithItsNumber() {
    ConfigException wrong =
        assertThrows(
            ConfigException.class,
            () ->
                read(
                    null,
                    "{\"title\": \"a\", \"label\": \"b\"}",
                    "{\"title\": \"a\"}",
                    "title,label",
                    "{\"title\": 7, \"label\": \"b\"}",
                    "{\"title\": \" \", \"label\": \"b\"}",
                    "{\"title\": \"a\", \"label\": \"b\\u001b[2J\"}",
                    "[]"));

    String rows = folder.resolve("rows.jsonl") + ":";
    assertThat(
        wrong.problems(),
        contains(
            is(rows + "2: 'label' must be a string with something in it"),
            containsString(rows + "3: is no JSON"),
            is(rows + "4: 'title' must be a string"),
            is(rows + "5: one of 'title' and 'text' must have something in it"),
            is(rows + "6: 'label' must have no control characters"),
            is(rows + "7: is no JSON object")));
  }

  @Test
  void countsWhatItDoesNotTell() {
    String[] lines = new String[50];
    Arrays.fill(lines, "{}");

    ConfigException wrong = assertThrows(ConfigException.class, () -> read(null, lines));

    assertThat(wrong.problems(), hasSize(LabelledRows.MAX_PROBLEMS + 1));
    assertThat(wrong.getMessage(), containsString("and 30 more"));
  }

  @Test
  void groupsByTheBeginningOfAField() throws Exception {
    List<LabelledText> rows =
        read(
            GroupField.parse("id:7"),
            "{\"id\": \"2025W10-001\", \"title\": \"a\", \"label\": \"b\"}",
            "{\"id\": \"2025W10-002\", \"title\": \"c\", \"label\": \"b\"}");

    assertThat(rows.stream().map(LabelledText::group).toList(), contains("2025W10", "2025W10"));
    ConfigException wrong =
        assertThrows(
            ConfigException.class,
            () -> read(GroupField.parse("week"), "{\"title\": \"a\", \"label\": \"b\"}"));
    assertThat(wrong.getMessage(), containsString(":1: 'week' of --foldBy is missing"));
  }

  @Test
  void refusesFieldsThatAreNone() {
    for (String given : List.of("", ":3", "id:", "id:0", "id:x", "id:-1")) {
      assertThrows(IllegalArgumentException.class, () -> GroupField.parse(given), given);
    }
  }

  private List<LabelledText> read(@Nullable GroupField group, String... lines) throws IOException {
    Path file = Files.writeString(folder.resolve("rows.jsonl"), String.join("\n", lines));
    return LabelledRows.read(List.of(file), group, state -> {});
  }
}
