package io.winnow.train;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.config.ConfigException;
import io.winnow.tag.section.LabelledText;
import io.winnow.tag.section.SectionText;
import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of JSON Lines that a section model is learned from: {@code {title, text, label}},
 * one of the first two may be missing. Every line that is none is told, with all others.
 */
public final class LabelledRows {
  /** Problems that are told one by one. */
  static final int MAX_PROBLEMS = 20;

  /** Longest line, in UTF-16 units. */
  static final int MAX_LINE = 16 << 20;

  static final int MAX_ROWS = 2_000_000;
  static final int MAX_LABEL = 200;

  /** UTF-16 units of a text that are kept; no more of it is looked at. */
  private static final int KEPT = 20_000;

  private static final ObjectReader JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxStringLength(MAX_LINE)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final @Nullable GroupField groupField;
  private final Consumer<String> progress;
  private final RowCleaner cleaner = new RowCleaner();
  private final List<LabelledText> rows = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private long problemCount;

  private LabelledRows(@Nullable GroupField groupField, Consumer<String> progress) {
    this.groupField = groupField;
    this.progress = progress;
  }

  /**
   * The rows of some files, gzip or not.
   *
   * @param groupField rows with one value of it share a fold; null where each is for itself
   * @param progress is told how far it is
   * @throws ConfigException with every problem of every file, up to a bound
   */
  public static List<LabelledText> read(
      List<Path> files, @Nullable GroupField groupField, Consumer<String> progress)
      throws IOException {
    LabelledRows all = new LabelledRows(groupField, progress);
    for (Path file : files) {
      all.read(file);
    }
    if (all.problemCount > 0) {
      long more = all.problemCount - all.problems.size();
      if (more > 0) {
        all.problems.add("and " + more + " more");
      }
      throw new ConfigException(all.problems);
    }
    return all.rows;
  }

  private void read(Path file) throws IOException {
    int number = 0;
    try (BufferedReader lines = open(file)) {
      for (String line = line(lines); line != null; line = line(lines)) {
        number++;
        if (number == 1 && line.startsWith("\uFEFF")) {
          line = line.substring(1);
        }
        if (line.length() > MAX_LINE) {
          problem(file, number, "the line is longer than " + MAX_LINE + " characters");
        } else if (!line.isBlank()) {
          add(file, number, line);
        }
      }
    } catch (CharacterCodingException e) {
      problem(file, number + 1, "from here on it is not UTF-8");
    } catch (IOException e) {
      problem(file, number + 1, "cannot be read: " + e.getMessage());
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    boolean packed = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return new BufferedReader(
        new InputStreamReader(
            packed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8.newDecoder()));
  }

  /** The next line; of one that is too long, only so much as shows it. */
  private static @Nullable String line(BufferedReader in) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (line.length() <= MAX_LINE) {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private void add(Path file, int number, String line) {
    JsonNode row;
    try {
      row = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      problem(file, number, "is no JSON: " + e.getOriginalMessage());
      return;
    }
    String wrong = wrong(row);
    if (!wrong.isEmpty()) {
      problem(file, number, wrong);
      return;
    }
    if (problemCount > 0) {
      return;
    }
    if (rows.size() == MAX_ROWS) {
      problem(file, number, "there are more than " + MAX_ROWS + " rows");
      return;
    }
    if (rows.size() % 200 == 0) {
      progress.accept("cleaning row " + rows.size());
    }
    SectionText text = cut(cleaner.clean(row, line));
    String key = Folding.key(text.title() + "\n" + text.text());
    String group = groupField == null ? key : groupField.of(row);
    rows.add(new LabelledText(text, row.get("label").textValue().strip(), key, group));
  }

  /** What is wrong with a row; empty where nothing is. */
  private String wrong(JsonNode row) {
    if (!row.isObject()) {
      return "is no JSON object";
    }
    for (String field : List.of("title", "text")) {
      if (!row.path(field).isMissingNode()
          && !row.path(field).isNull()
          && !row.path(field).isTextual()) {
        return "'" + field + "' must be a string";
      }
    }
    JsonNode label = row.path("label");
    if (!label.isTextual() || label.textValue().isBlank()) {
      return "'label' must be a string with something in it";
    }
    if (label.textValue().length() > MAX_LABEL) {
      return "'label' must have at most " + MAX_LABEL + " characters";
    }
    if (label.textValue().chars().anyMatch(Character::isISOControl)) {
      return "'label' must have no control characters";
    }
    if (row.path("title").asText("").isBlank()
        && row.path("text").asText("").isBlank()
        && row.path("html").asText("").isBlank()) {
      return "one of 'title' and 'text' must have something in it";
    }
    return groupField == null ? "" : groupField.wrong(row);
  }

  private static SectionText cut(SectionText text) {
    return new SectionText(
        Scripts.head(text.title(), KEPT),
        Scripts.head(text.text(), KEPT),
        text.site(),
        text.kind(),
        text.hosts());
  }

  private void problem(Path file, int line, String what) {
    problemCount++;
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(file + ":" + line + ": " + what);
    }
  }
}
