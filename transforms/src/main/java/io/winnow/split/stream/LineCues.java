package io.winnow.split.stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Tells which classes of head and tail lines a line belongs to; the classes are a resource. */
final class LineCues {
  private static final String DEFAULTS = "line-cues.yaml";

  private final List<String> heads;
  private final List<String> tails;
  private final List<List<Pattern>> patterns;

  private LineCues(Map<String, Map<String, List<String>>> classes) {
    this.heads = List.copyOf(of(classes, "head").keySet());
    this.tails = List.copyOf(of(classes, "tail").keySet());
    this.patterns = new ArrayList<>();
    of(classes, "head").values().forEach(this::compile);
    of(classes, "tail").values().forEach(this::compile);
  }

  /** The classes that come with Winnow. */
  static LineCues defaults() {
    try (InputStream yaml =
        Objects.requireNonNull(LineCues.class.getResourceAsStream(DEFAULTS), DEFAULTS)) {
      return new LineCues(
          new YAMLMapper()
              .readValue(yaml, new TypeReference<Map<String, Map<String, List<String>>>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Classes of lines at the head of a post, in the order of their bits. */
  List<String> heads() {
    return heads;
  }

  /** Classes of lines at the tail of a post; their bits follow those of the heads. */
  List<String> tails() {
    return tails;
  }

  /**
   * The classes of a line as bits: heads from bit 0, then tails.
   *
   * @param view the line as {@link Stream#view} gives it
   */
  int classes(String view) {
    String narrow = Normalizer.normalize(view, Normalizer.Form.NFKC);
    int bits = 0;
    for (int i = 0; i < patterns.size(); i++) {
      for (Pattern pattern : patterns.get(i)) {
        if (pattern.matcher(narrow).find()) {
          bits |= 1 << i;
          break;
        }
      }
    }
    return bits;
  }

  private void compile(List<String> expressions) {
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    patterns.add(expressions.stream().map(e -> Pattern.compile(e, flags)).toList());
  }

  private static Map<String, List<String>> of(
      Map<String, Map<String, List<String>>> classes, String side) {
    return Objects.requireNonNull(classes.get(side), side);
  }
}
