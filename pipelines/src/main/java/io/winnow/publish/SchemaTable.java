package io.winnow.publish;

import io.winnow.write.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;

/** Renders the columns of every dataset as Markdown, from the schemas and nothing else. */
public final class SchemaTable {
  /** Where the tables begin in a page that holds them. */
  public static final String BEGIN = "<!-- schema:begin -->";

  /** Where they end. */
  public static final String END = "<!-- schema:end -->";

  private SchemaTable() {}

  /**
   * Brings the tables of a Markdown page up to date.
   *
   * @param args the page, which holds both marks
   */
  public static void main(String[] args) throws IOException {
    Path page = Path.of(args[0]);
    Files.writeString(page, replaceIn(Files.readString(page)));
  }

  /** The page with today's tables between its marks. */
  static String replaceIn(String page) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("the page must hold " + BEGIN + " and " + END);
    }
    return page.substring(0, begin + BEGIN.length()) + "\n" + render() + page.substring(end);
  }

  /** A table for each dataset, folded away under its name and meaning. */
  static String render() {
    StringBuilder page = new StringBuilder();
    for (Dataset<?> dataset : Dataset.all()) {
      page.append("\n<details><summary><b>").append(dataset.name()).append("</b>: ");
      page.append(escaped(dataset.schema().getDoc())).append("</summary>\n\n");
      page.append("| column | type | meaning |\n|---|---|---|\n");
      rows(page, dataset.schema(), "");
      page.append("\n</details>\n");
    }
    return page.append('\n').toString();
  }

  private static void rows(StringBuilder page, Schema record, String prefix) {
    for (Field field : record.getFields()) {
      String name = prefix + field.name();
      page.append("| `").append(name).append("` | ");
      page.append(type(field.schema())).append(" | ").append(escaped(field.doc())).append(" |\n");
      if (isListOfRecords(field.schema())) {
        rows(page, field.schema().getElementType(), name + "[].");
      }
    }
  }

  private static String type(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> type(schema.getTypes().get(1)) + ", null";
      case ARRAY -> "list&lt;" + type(schema.getElementType()) + "&gt;";
      case RECORD -> "struct";
      default ->
          schema.getLogicalType() == null
              ? schema.getType().getName()
              : schema.getLogicalType().getName();
    };
  }

  private static boolean isListOfRecords(Schema schema) {
    return schema.getType() == Type.ARRAY && schema.getElementType().getType() == Type.RECORD;
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }
}
