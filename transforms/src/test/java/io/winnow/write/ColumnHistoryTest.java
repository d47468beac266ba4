package io.winnow.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The law of columns: a version only adds nullable columns and lists, behind those that were there.
 *
 * <p>What was published stands in {@code columns/vN.txt}, a file for each version, and never
 * changes. The columns of today without those that came after version N must be those of its file:
 * so none is gone, renamed, moved, retyped or no longer nullable, and none was added unnoticed.
 */
class ColumnHistoryTest {
  private static final Path NEXT = Path.of("target", "columns.txt");

  static IntStream versions() {
    return IntStream.rangeClosed(1, Dataset.SCHEMA_VERSION);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void keepsTheColumnsOfEveryVersion(int version) throws IOException {
    Files.write(NEXT, columns(Dataset.SCHEMA_VERSION));
    List<String> recorded = recorded(version);
    List<String> today = columns(version);

    String hint =
        "version %d; see \"A column\" in CONTRIBUTING.md, all columns of today are in %s"
            .formatted(version, NEXT.toAbsolutePath());
    assertThat("gone or changed since " + hint, without(recorded, today), is(empty()));
    assertThat("not recorded of " + hint, without(today, recorded), is(empty()));
    assertThat("order of the columns of " + hint, today, equalTo(recorded));
  }

  @Test
  void addsNoColumnThatOlderRowsHaveNoValueFor() {
    List<String> wrong = new ArrayList<>();
    for (Dataset<?> dataset : Dataset.all()) {
      for (Field column : dataset.addedAfter(1)) {
        if (!isNullable(column) && !isListThatMayBeEmpty(column)) {
          wrong.add(dataset + "." + column.name());
        }
      }
    }

    assertThat("neither [null, T] = null nor a list = []", wrong, is(empty()));
  }

  @Test
  void addsSomethingInEveryVersion() {
    for (int version = 2; version <= Dataset.SCHEMA_VERSION; version++) {
      assertThat(columns(version), not(equalTo(columns(version - 1))));
    }
    assertThat(
        "a column says that it came with a version after Dataset.SCHEMA_VERSION",
        columns(Integer.MAX_VALUE),
        equalTo(columns(Dataset.SCHEMA_VERSION)));
  }

  private static boolean isNullable(Field column) {
    return column.schema().getType() == Type.UNION
        && column.schema().getTypes().get(0).getType() == Type.NULL
        && column.hasDefaultValue();
  }

  private static boolean isListThatMayBeEmpty(Field column) {
    return column.schema().getType() == Type.ARRAY
        && column.defaultVal() instanceof List<?> list
        && list.isEmpty();
  }

  private static List<String> without(List<String> lines, List<String> others) {
    return lines.stream().filter(line -> !others.contains(line)).toList();
  }

  private static List<String> recorded(int version) {
    String name = "columns/v" + version + ".txt";
    try (InputStream in = ColumnHistoryTest.class.getResourceAsStream(name)) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The columns that came with {@code version} or before, a line each. */
  private static List<String> columns(int version) {
    List<String> lines = new ArrayList<>();
    for (Dataset<?> dataset : Dataset.all()) {
      List<Field> columns = new ArrayList<>(dataset.schema().getFields());
      columns.removeAll(dataset.addedAfter(version));
      for (Field column : columns) {
        String type = type(column.schema());
        String value = column.hasDefaultValue() ? " = " + defaultOf(column) : "";
        lines.add(dataset + "." + column.name() + ": " + type + value);
      }
    }
    return lines;
  }

  private static String type(Schema schema) {
    return switch (schema.getType()) {
      case UNION ->
          schema.getTypes().stream().map(it -> type(it)).collect(Collectors.joining(" or "));
      case ARRAY -> "list<" + type(schema.getElementType()) + ">";
      case RECORD ->
          schema.getFields().stream()
              .map(field -> field.name() + ": " + type(field.schema()))
              .collect(Collectors.joining(", ", "{", "}"));
      default ->
          schema.getLogicalType() == null
              ? schema.getType().getName()
              : schema.getLogicalType().getName();
    };
  }

  private static String defaultOf(Field column) {
    Object value = column.defaultVal();
    return value instanceof String text
        ? "'" + text + "'"
        : value == JsonProperties.NULL_VALUE ? "null" : String.valueOf(value);
  }
}
