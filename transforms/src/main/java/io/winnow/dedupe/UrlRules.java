package io.winnow.dedupe;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What in addresses names no article, as {@code url-rules.yaml} lists it. */
final class UrlRules {
  private static final String RESOURCE = "url-rules.yaml";
  private static final Map<String, List<String>> LISTS = read();

  private final Set<String> words = new HashSet<>();
  private final String[] beginnings;

  private UrlRules(List<String> list) {
    list.stream().filter(word -> !word.endsWith("*")).forEach(words::add);
    beginnings =
        list.stream()
            .filter(word -> word.endsWith("*"))
            .map(word -> word.substring(0, word.length() - 1))
            .toArray(String[]::new);
  }

  static UrlRules of(String list) {
    return new UrlRules(Objects.requireNonNull(LISTS.get(list), list));
  }

  /** Whether the word is listed, in upper or lower case. */
  boolean has(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (words.contains(lower)) {
      return true;
    }
    for (String beginning : beginnings) {
      if (lower.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, List<String>> read() {
    try (InputStream yaml =
        Objects.requireNonNull(UrlRules.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new YAMLMapper().readValue(yaml, new TypeReference<Map<String, List<String>>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
