package io.winnow.tag.keyword;

import io.winnow.config.YamlFile;
import io.winnow.config.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of a language that are no keywords: {@code words.yaml}.
 *
 * @param stop never part of a keyword, or never at its edge
 * @param generic no keyword alone
 */
record WordLists(Set<String> stop, Set<String> generic) {
  static WordLists of(String lang) {
    String name = "words.yaml";
    try (InputStream in = WordLists.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      YamlFile file = YamlFile.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      YamlMap root = file.root().allow("stop", "generic");
      WordLists lists =
          new WordLists(words(root.map("stop"), lang), words(root.map("generic"), lang));
      file.check();
      return lists;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> words(YamlMap map, String lang) {
    return map.texts(lang).stream()
        .map(YamlMap.Text::value)
        .collect(Collectors.toUnmodifiableSet());
  }
}
