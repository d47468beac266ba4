package io.winnow.bench;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import io.winnow.tag.Concept;
import io.winnow.tag.Taxonomy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The vocabularies that ship with Winnow. */
final class Tables {
  private static final String ENGLISH = "/io/winnow/tag/keyword/background.en.tsv";
  private static final String CHINESE = "/io/winnow/tag/keyword/background.zh.tsv";
  private static final String CHINESE_SYNONYMS = "/data/dictionary/synonym/CoreSynonym.txt";

  private Tables() {}

  /** English words, the most frequent first. */
  static List<String> english() {
    return firstColumn(ENGLISH);
  }

  /**
   * Chinese words and how often they were counted, by their part of speech: the first letter of
   * HanLP's tags.
   */
  static Map<Character, Map<String, Integer>> chinese() {
    Set<String> words = new LinkedHashSet<>(firstColumn(CHINESE));
    lines(
        CHINESE_SYNONYMS,
        line -> words.addAll(Arrays.asList(line.split(" ")).subList(1, line.split(" ").length)));
    Map<Character, Map<String, Integer>> known = new LinkedHashMap<>();
    for (String word : words) {
      CoreDictionary.Attribute attribute = CoreDictionary.get(word);
      if (attribute != null && attribute.totalFrequency > 0 && isHan(word)) {
        char tag = attribute.nature[0].toString().charAt(0);
        known
            .computeIfAbsent(tag, any -> new LinkedHashMap<>())
            .put(word, attribute.totalFrequency);
      }
    }
    return known;
  }

  /** Names of the taxonomy: those in Chinese characters, or those without. */
  static List<String> names(boolean chinese) {
    return Taxonomy.bundled().concepts().stream()
        .flatMap(Tables::names)
        .filter(name -> chinese == name.codePoints().anyMatch(Character::isIdeographic))
        .distinct()
        .toList();
  }

  private static Stream<String> names(Concept concept) {
    return concept.names().stream();
  }

  private static boolean isHan(String word) {
    return word.codePoints().allMatch(Character::isIdeographic);
  }

  private static List<String> firstColumn(String resource) {
    List<String> words = new ArrayList<>();
    lines(
        resource,
        line -> {
          if (!line.startsWith("#")) {
            words.add(line.substring(0, line.indexOf('\t')));
          }
        });
    return words;
  }

  private static void lines(String resource, Consumer<String> lines) {
    try (InputStream in = Tables.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().forEach(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
