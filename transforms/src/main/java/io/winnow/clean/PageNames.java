package io.winnow.clean;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The names that authors of pages give to their parts, as {@code page-names.yaml} lists them. */
final class PageNames {
  private static final String RESOURCE = "page-names.yaml";
  private static final Map<String, List<String>> LISTS = read();

  private PageNames() {}

  static Set<String> words(String list) {
    return Set.copyOf(Objects.requireNonNull(LISTS.get(list), list));
  }

  private static Map<String, List<String>> read() {
    try (InputStream yaml =
        Objects.requireNonNull(PageNames.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new YAMLMapper().readValue(yaml, new TypeReference<Map<String, List<String>>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
