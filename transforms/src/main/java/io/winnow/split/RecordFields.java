package io.winnow.split;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Which fields of a record hold id, URL, title, text, author, date and language. */
final class RecordFields {
  private static final String DEFAULTS = "record-fields.yaml";

  private final Map<String, List<String>> names;

  private RecordFields(Map<String, List<String>> names) {
    this.names = names;
  }

  /** The mapping that comes with Winnow. */
  static RecordFields defaults() {
    try (InputStream yaml =
        Objects.requireNonNull(RecordFields.class.getResourceAsStream(DEFAULTS), DEFAULTS)) {
      Map<String, List<String>> read =
          new YAMLMapper().readValue(yaml, new TypeReference<Map<String, List<String>>>() {});
      Map<String, List<String>> names = new TreeMap<>();
      read.forEach(
          (field, keys) -> names.put(field, keys.stream().map(RecordFields::key).toList()));
      return new RecordFields(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys that may hold {@code field}, best first, each as {@link #key} makes it. */
  List<String> keys(String field) {
    return Objects.requireNonNull(names.get(field), field);
  }

  /** A name as it is compared. */
  static String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    name.toLowerCase(Locale.ROOT)
        .chars()
        .filter(c -> c != '_' && c != '-')
        .forEach(c -> key.append((char) c));
    return key.toString();
  }
}
