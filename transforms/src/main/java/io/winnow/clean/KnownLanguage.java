package io.winnow.clean;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A language that a text of a few words may be told as.
 *
 * @param code ISO 639-1
 * @param modelCodes what the statistical model calls it and its variants
 * @param script ISO 15924
 * @param letters letters beyond the basic ones of its script
 * @param words frequent short words, lower case
 */
record KnownLanguage(
    String code, List<String> modelCodes, String script, Set<Integer> letters, Set<String> words) {
  /** All of them, in the order of the file. */
  static final List<KnownLanguage> ALL = load("languages.txt");

  /** Letters that some of these languages have and others of the same script lack. */
  static final Set<Integer> TELLING_LETTERS =
      ALL.stream().flatMap(language -> language.letters.stream()).collect(Collectors.toSet());

  /** Places of all of them, in the order of their codes. */
  static final int[] BY_CODE =
      IntStream.range(0, ALL.size())
          .boxed()
          .sorted(Comparator.comparing(place -> ALL.get(place).code()))
          .mapToInt(Integer::intValue)
          .toArray();

  private static List<KnownLanguage> load(String resource) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(KnownLanguage.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      return in.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(KnownLanguage::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KnownLanguage of(String line) {
    String[] fields = line.split("\\|", -1);
    return new KnownLanguage(
        fields[0],
        List.of(fields[1].split(",")),
        fields[2],
        fields[3].codePoints().boxed().collect(Collectors.toSet()),
        fields[4].isBlank() ? Set.of() : Set.of(fields[4].strip().split(" +")));
  }
}
