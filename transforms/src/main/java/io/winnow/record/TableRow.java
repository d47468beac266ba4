package io.winnow.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Makes an object of JSON of each row of a Parquet file: structs are objects, lists of two or three
 * levels are arrays, maps are objects by their keys.
 */
final class TableRow extends RecordMaterializer<ObjectNode> {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Struct root;
  private final Size size;
  private ObjectNode row = JSON.objectNode();

  /**
   * @param maxChars of the texts of one row, and values beside them
   */
  TableRow(MessageType schema, int maxChars) {
    this.size = new Size(maxChars);
    this.root = new Struct(schema, value -> row = (ObjectNode) value);
  }

  @Override
  public ObjectNode getCurrentRecord() {
    size.held = 0;
    return row;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  /** What one row holds. */
  private static final class Size {
    private final long max;
    private long held;

    Size(long max) {
      this.max = max;
    }

    void add(JsonNode value) {
      held += value.isTextual() ? 8L + value.textValue().length() : 8;
      if (held > max) {
        throw new TableCap("characters of one row", held, max).unchecked();
      }
    }
  }

  private Converter converter(Type type, Consumer<JsonNode> into) {
    if (type.isPrimitive()) {
      return new TableValue(
          type.asPrimitiveType(),
          value -> {
            size.add(value);
            into.accept(value);
          });
    }
    GroupType group = type.asGroupType();
    boolean isList =
        group.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation;
    boolean isMap =
        group.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation;
    if ((isList || isMap)
        && group.getFieldCount() == 1
        && group.getType(0).isRepetition(Type.Repetition.REPEATED)) {
      return isList ? new Items(group.getType(0), into) : new Entries(group.getType(0), into);
    }
    return new Struct(group, into);
  }

  /** A struct, or the whole row. */
  private final class Struct extends GroupConverter {
    private final Converter[] fields;
    private final Consumer<JsonNode> into;
    private ObjectNode object = JSON.objectNode();

    Struct(GroupType type, Consumer<JsonNode> into) {
      this.into = into;
      this.fields = new Converter[type.getFieldCount()];
      for (int i = 0; i < fields.length; i++) {
        Type field = type.getType(i);
        String name = field.getName();
        boolean isRepeated = field.isRepetition(Type.Repetition.REPEATED);
        fields[i] =
            converter(
                field,
                value -> {
                  if (isRepeated) {
                    object.withArrayProperty(name).add(value);
                  } else {
                    object.set(name, value);
                  }
                });
      }
    }

    @Override
    public Converter getConverter(int field) {
      return fields[field];
    }

    @Override
    public void start() {
      object = JSON.objectNode();
    }

    @Override
    public void end() {
      into.accept(object);
    }
  }

  /** A list: of three levels as the specification wants it, or of two as older writers made it. */
  private final class Items extends GroupConverter {
    private final Converter item;
    private final Consumer<JsonNode> into;
    private ArrayNode array = JSON.arrayNode();

    Items(Type repeated, Consumer<JsonNode> into) {
      this.into = into;
      boolean isWrapper =
          !repeated.isPrimitive()
              && repeated.asGroupType().getFieldCount() == 1
              && !repeated.getName().equals("array")
              && !repeated.getName().endsWith("_tuple");
      this.item =
          isWrapper
              ? new Wrapper(converter(repeated.asGroupType().getType(0), this::add))
              : converter(repeated, this::add);
    }

    private void add(JsonNode value) {
      array.add(value);
    }

    @Override
    public Converter getConverter(int field) {
      return item;
    }

    @Override
    public void start() {
      array = JSON.arrayNode();
    }

    @Override
    public void end() {
      into.accept(array);
    }
  }

  /** The middle level of a list. */
  private static final class Wrapper extends GroupConverter {
    private final Converter inner;

    Wrapper(Converter inner) {
      this.inner = inner;
    }

    @Override
    public Converter getConverter(int field) {
      return inner;
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }

  /** A map. */
  private final class Entries extends GroupConverter {
    private final Struct entry;
    private final Consumer<JsonNode> into;
    private ObjectNode object = JSON.objectNode();

    Entries(Type repeated, Consumer<JsonNode> into) {
      this.into = into;
      GroupType type = repeated.asGroupType();
      String key = type.getFieldName(0);
      String value = type.getFieldName(type.getFieldCount() - 1);
      this.entry =
          new Struct(
              type,
              pair -> {
                if (pair.hasNonNull(key) && pair.has(value)) {
                  object.set(pair.get(key).asText(), pair.get(value));
                }
              });
    }

    @Override
    public Converter getConverter(int field) {
      return entry;
    }

    @Override
    public void start() {
      object = JSON.objectNode();
    }

    @Override
    public void end() {
      into.accept(object);
    }
  }
}
