package io.winnow.write;

import io.winnow.schema.Article;
import io.winnow.schema.Boilerplate;
import io.winnow.schema.Duplicate;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Reject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * A dataset that a run publishes: its folder below {@code run=ID}, its rows, and their order.
 *
 * @param <T> a row; its Avro schema is the only declaration of the columns
 */
public final class Dataset<T extends SpecificRecord> {
  public static final Dataset<Article> ARTICLES =
      new Dataset<>("articles", Article.class, Article.getClassSchema(), "id");
  public static final Dataset<Duplicate> DUPLICATES =
      new Dataset<>("duplicates", Duplicate.class, Duplicate.getClassSchema(), "id");
  public static final Dataset<Reject> REJECTS =
      new Dataset<>("rejects", Reject.class, Reject.getClassSchema(), "id");
  public static final Dataset<Fingerprint> FINGERPRINTS =
      new Dataset<>("fingerprints", Fingerprint.class, Fingerprint.getClassSchema(), "id");
  public static final Dataset<Boilerplate> BOILERPLATE =
      new Dataset<>("boilerplate", Boilerplate.class, Boilerplate.getClassSchema(), "site", "line");
  public static final Dataset<LedgerEntry> LEDGER =
      new Dataset<>("ledger", LedgerEntry.class, LedgerEntry.getClassSchema(), "source_uri");

  private static final List<Dataset<?>> ALL =
      List.of(ARTICLES, DUPLICATES, REJECTS, FINGERPRINTS, BOILERPLATE, LEDGER);

  /** Version of every dataset's columns; it rises when nullable columns or lists are added. */
  public static final int SCHEMA_VERSION = 4;

  /** What a schema calls the version that brought a column. */
  private static final String SINCE = "since";

  private final String name;
  private final Class<T> rowType;
  private final Schema schema;
  private final List<String> key;
  private final Comparator<T> order;

  private Dataset(String name, Class<T> rowType, Schema schema, String... key) {
    this.name = name;
    this.rowType = rowType;
    this.schema = schema;
    this.key = List.of(key);
    int[] positions = this.key.stream().mapToInt(column -> schema.getField(column).pos()).toArray();
    this.order = (a, b) -> compare(a, b, positions);
  }

  private static int compare(SpecificRecord a, SpecificRecord b, int[] positions) {
    for (int position : positions) {
      int order = ((String) a.get(position)).compareTo((String) b.get(position));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Every dataset, in the order of the documentation. */
  public static List<Dataset<?>> all() {
    return ALL;
  }

  /**
   * The dataset of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Dataset<?> named(String name) {
    return ALL.stream()
        .filter(dataset -> dataset.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no dataset is called " + name));
  }

  /** Name of the dataset and of its folder. */
  public String name() {
    return name;
  }

  public Class<T> rowType() {
    return rowType;
  }

  public Schema schema() {
    return schema;
  }

  /**
   * The columns that files of {@code version} do not have yet, in the order of the schema; each has
   * a default, null or the empty list.
   */
  public List<Schema.Field> addedAfter(int version) {
    return schema.getFields().stream().filter(column -> since(column) > version).toList();
  }

  /** The version that brought a column, as its declaration says; 1 where it says nothing. */
  private static int since(Schema.Field column) {
    return column.getObjectProp(SINCE) instanceof Integer version ? version : 1;
  }

  /** Columns that no two rows of a run share; files are sorted by them. */
  public List<String> key() {
    return key;
  }

  /** The values of {@link #key} in a row, for messages. */
  public String keyOf(T row) {
    return key.stream()
        .map(column -> row.get(schema.getField(column).pos()).toString())
        .collect(Collectors.joining(", "));
  }

  /** Order of the rows in a file: by {@link #key}, as Java compares strings. */
  public Comparator<T> order() {
    return order;
  }

  @Override
  public String toString() {
    return name;
  }
}
