package io.winnow.query;

import io.winnow.write.Dataset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;

/** How a reader of our files names the types of their columns, and the values of absent ones. */
enum SqlDialect {
  DUCKDB("VARCHAR", "INTEGER", "BLOB") {
    @Override
    String list(String element) {
      return element + "[]";
    }

    @Override
    String struct(List<Schema.Field> fields) {
      return fields.stream()
          .map(field -> field.name() + " " + type(field.schema()))
          .collect(Collectors.joining(", ", "STRUCT(", ")"));
    }

    @Override
    String emptyList() {
      return "[]";
    }
  },

  SPARK("STRING", "INT", "BINARY") {
    @Override
    String list(String element) {
      return "ARRAY<" + element + ">";
    }

    @Override
    String struct(List<Schema.Field> fields) {
      return fields.stream()
          .map(field -> field.name() + ": " + type(field.schema()))
          .collect(Collectors.joining(", ", "STRUCT<", ">"));
    }

    @Override
    String emptyList() {
      return "array()";
    }
  };

  private final String text;
  private final String integer;
  private final String bytes;

  SqlDialect(String text, String integer, String bytes) {
    this.text = text;
    this.integer = integer;
    this.bytes = bytes;
  }

  abstract String list(String element);

  abstract String struct(List<Schema.Field> fields);

  abstract String emptyList();

  /**
   * The type of a column.
   *
   * @throws IllegalArgumentException for one that our schemas do not have
   */
  String type(Schema schema) {
    if (schema.getLogicalType() != null) {
      return schema.getLogicalType().getName().toUpperCase(Locale.ROOT);
    }
    return switch (schema.getType()) {
      case UNION -> type(schema.getTypes().get(1));
      case STRING -> text;
      case INT -> integer;
      case LONG -> "BIGINT";
      case DOUBLE -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case BYTES -> bytes;
      case ARRAY -> list(type(schema.getElementType()));
      case RECORD -> struct(schema.getFields());
      default -> throw new IllegalArgumentException("no column is of type " + schema);
    };
  }

  /** All columns of today, in their order, of files of one {@code version}. */
  String columns(Dataset<?> dataset, int version) {
    List<Schema.Field> added = dataset.addedAfter(version);
    return added.isEmpty() ? "*" : "*, " + absent(added);
  }

  /** All columns of today without a file. */
  String absent(Dataset<?> dataset) {
    return absent(dataset.schema().getFields());
  }

  /** What rows have in columns that came after them: null, or the empty list. */
  private String absent(List<Schema.Field> columns) {
    return columns.stream()
        .map(
            column ->
                "CAST("
                    + (isList(column) ? emptyList() : "NULL")
                    + " AS "
                    + type(column.schema())
                    + ") AS "
                    + column.name())
        .collect(Collectors.joining(", "));
  }

  private static boolean isList(Schema.Field column) {
    return column.schema().getType() == Type.ARRAY;
  }
}
