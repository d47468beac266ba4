package io.winnow.record;

import io.winnow.config.YamlFile;
import io.winnow.config.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Which fields of a record hold what Winnow needs.
 *
 * <p>Names are compared without case, {@code _} and {@code -}; {@code a.b} is the field b of the
 * object a.
 */
public final class RecordFields implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String DEFAULTS = "record-fields.yaml";

  /** What a record may tell, in the order of {@code inspect}. */
  static final List<String> FIELDS =
      List.of(
          "id", "url", "title", "text", "html", "author", "date", "lang", "publication", "path");

  private final TreeMap<String, List<String>> names;

  private RecordFields(Map<String, List<String>> names) {
    this.names = new TreeMap<>(names);
  }

  /** The mapping that comes with Winnow: the names that common exporters write. */
  public static RecordFields defaults() {
    return Defaults.FIELDS;
  }

  /**
   * The mapping of a file, a list of names for each field, best first; fields that it does not
   * mention keep the names of {@link #defaults}.
   *
   * @param name what messages call the file
   * @throws IllegalArgumentException with every problem, one a line as {@code name:line: problem}
   */
  public static RecordFields parse(String name, String yaml) {
    return parse(name, yaml, defaults().names);
  }

  private static RecordFields parse(String name, String yaml, Map<String, List<String>> others) {
    YamlFile file = YamlFile.parse(name, yaml);
    YamlMap root = file.root().allow(FIELDS.toArray(String[]::new));
    Map<String, List<String>> names = new TreeMap<>(others);
    for (String field : FIELDS) {
      List<String> keys = root.texts(field).stream().map(text -> key(text.value())).toList();
      if (!keys.isEmpty()) {
        names.put(field, keys);
      }
    }
    file.check();
    return new RecordFields(names);
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

  /** Read when it is asked for first. */
  private static final class Defaults {
    static final RecordFields FIELDS = read();

    private static RecordFields read() {
      try (InputStream yaml =
          Objects.requireNonNull(RecordFields.class.getResourceAsStream(DEFAULTS), DEFAULTS)) {
        String text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        return parse(DEFAULTS, text, Map.of());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
