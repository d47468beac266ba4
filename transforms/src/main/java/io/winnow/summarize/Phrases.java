package io.winnow.summarize;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.winnow.text.GatedPattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The bilingual wordings by which sentences are told apart, as {@code phrases.yaml} lists them. */
final class Phrases {
  private static final String RESOURCE = "phrases.yaml";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private final Map<String, List<String>> lists;

  private Phrases(Map<String, List<String>> lists) {
    this.lists = lists;
  }

  static Phrases defaults() {
    return Holder.DEFAULTS;
  }

  /** The plain words of a list. */
  Set<String> words(String list) {
    return Set.of(String.join(" ", list(list)).split(" "));
  }

  /** One pattern that finds any expression of a list. */
  GatedPattern pattern(String list) {
    return GatedPattern.compile(String.join("|", list(list)), FLAGS);
  }

  private List<String> list(String list) {
    return Objects.requireNonNull(lists.get(list), list);
  }

  private static final class Holder {
    static final Phrases DEFAULTS = read();

    private static Phrases read() {
      try (InputStream yaml =
          Objects.requireNonNull(Phrases.class.getResourceAsStream(RESOURCE), RESOURCE)) {
        return new Phrases(
            new YAMLMapper().readValue(yaml, new TypeReference<Map<String, List<String>>>() {}));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
