package io.winnow.schema;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader of any column may rely on. */
class SchemaDocumentationTest {
  /** More than a word, ending in a full stop. */
  private static final String SENTENCE = "\\S+ [^\\n]*\\.";

  static List<Schema> schemas() {
    return List.of(
        Article.getClassSchema(),
        Duplicate.getClassSchema(),
        Reject.getClassSchema(),
        Fingerprint.getClassSchema(),
        Boilerplate.getClassSchema(),
        LedgerEntry.getClassSchema(),
        Piece.getClassSchema(),
        Draft.getClassSchema(),
        Verdict.getClassSchema(),
        StoryMark.getClassSchema());
  }

  static List<Schema> datasets() {
    return schemas().subList(0, 6);
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void documentsEveryField(Schema schema) {
    for (Schema.Field field : allFields(schema)) {
      assertThat(schema.getName() + "." + field.name(), field.doc(), not(nullValue()));
      assertThat(schema.getName() + "." + field.name(), field.doc(), matchesPattern(SENTENCE));
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void namesFieldsInSnakeCase(Schema schema) {
    for (Field field : allFields(schema)) {
      assertThat(field.name(), matchesPattern("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
    }
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void saysWhenAFieldIsNull(Schema schema) {
    for (Field field : allFields(schema)) {
      if (isNullable(field.schema())) {
        assertThat(field.name(), field.doc().toLowerCase(Locale.ROOT), containsString("null"));
        assertThat(field.defaultVal(), equalTo(JsonProperties.NULL_VALUE));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void usesNoTypeThatReadersDisagreeOn(Schema schema) {
    List<String> odd = new ArrayList<>();
    for (Field field : allFields(schema)) {
      Schema type = notNull(field.schema());
      boolean plain =
          List.of(
                  Type.STRING,
                  Type.INT,
                  Type.LONG,
                  Type.DOUBLE,
                  Type.BOOLEAN,
                  Type.BYTES,
                  Type.ARRAY)
              .contains(type.getType());
      if (!plain) {
        odd.add(field.name() + ": " + type);
      }
    }
    assertThat(odd, empty());
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void neverLeavesAListNull(Schema schema) {
    for (Field field : allFields(schema)) {
      if (notNull(field.schema()).getType() == Type.ARRAY) {
        assertThat(field.name(), field.schema().getType(), equalTo(Type.ARRAY));
        assertThat(field.name(), field.defaultVal(), equalTo(List.of()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void beginsEveryRowWithItsRun(Schema schema) {
    assertThat(schema.getFields().get(0).name(), equalTo("run_id"));
    assertThat(schema.getFields().get(0).schema().getType(), equalTo(Type.STRING));
  }

  @Test
  void givesArticlesDuplicatesAndRejectsTheSamePlace() {
    List<String> place =
        List.of(
            "run_id",
            "id",
            "first_seen",
            "source_uri",
            "source_format",
            "source_id",
            "source_ordinal",
            "start_line",
            "end_line",
            "start_offset",
            "end_offset",
            "lines");
    for (Schema schema : datasets().subList(0, 3)) {
      assertThat(
          schema.getFields().subList(0, place.size()).stream().map(Field::name).toList(),
          equalTo(place));
      for (String column : place) {
        assertThat(
            schema.getField(column).schema(),
            equalTo(Article.getClassSchema().getField(column).schema()));
      }
    }
  }

  @Test
  void listsTheNestedFieldsOfAnArticle() {
    assertThat(
        notNull(Article.getClassSchema().getField("links").schema())
            .getElementType()
            .getFields()
            .stream()
            .map(Field::name)
            .toList(),
        contains("url", "text", "role"));
    assertThat(
        Article.getClassSchema().getField("text").doc(),
        allOf(containsString("paragraphs"), containsString("blank line")));
  }

  /** The fields of a record and of the records in its lists. */
  private static List<Field> allFields(Schema schema) {
    List<Field> fields = new ArrayList<>();
    for (Field field : schema.getFields()) {
      fields.add(field);
      Schema type = notNull(field.schema());
      if (type.getType() == Type.ARRAY && type.getElementType().getType() == Type.RECORD) {
        fields.addAll(allFields(type.getElementType()));
      }
    }
    return fields;
  }

  private static boolean isNullable(Schema schema) {
    return schema.getType() == Type.UNION;
  }

  private static Schema notNull(Schema schema) {
    if (!isNullable(schema)) {
      return schema;
    }
    assertThat(schema.getTypes().size(), equalTo(2));
    assertThat(schema.getTypes().get(0).getType(), equalTo(Type.NULL));
    return schema.getTypes().get(1);
  }
}
