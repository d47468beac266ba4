package io.winnow.summarize;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.winnow.text.CharKinds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The wordings of one script by which sentences are told apart, as {@code phrases.yaml} lists them.
 * They are matched against {@link #normal} sentences.
 *
 * @param functionWords words, or characters, that carry no content
 * @param beginnings the wordings of each {@link Manner}, in its order
 */
record Phrases(Set<String> functionWords, Beginnings beginnings) {
  private static final String RESOURCE = "phrases.yaml";

  /** The wordings of sentences with Chinese characters, or of the others. */
  static Phrases of(boolean dense) {
    return dense ? Holder.DENSE : Holder.SPACED;
  }

  /** The wordings of the script that a sentence is written in. */
  static Phrases of(String sentence) {
    for (int i = 0; i < sentence.length(); i++) {
      if (CharKinds.is(sentence.charAt(i), CharKinds.CJK)) {
        return Holder.DENSE;
      }
    }
    return Holder.SPACED;
  }

  /** The sentence as the wordings expect it; indexes keep their meaning. */
  static String normal(String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    return (lower.length() == sentence.length() ? lower : sentence).replace('’', '\'');
  }

  private static Phrases read(Map<String, Map<String, List<String>>> lists, String script) {
    boolean words = script.equals("en");
    return new Phrases(
        Set.of(String.join(" ", entries(lists, "function-words", script)).split(" ")),
        new Beginnings(
            Arrays.stream(Manner.values())
                .map(manner -> pattern(manner, lists, script, words && manner.beginsWords()))
                .toList()));
  }

  private static Pattern pattern(
      Manner manner, Map<String, Map<String, List<String>>> lists, String script, boolean words) {
    String any = String.join("|", entries(lists, manner.list(), script));
    return Pattern.compile((words ? "\\b" : "") + "(?:" + any + ")");
  }

  private static List<String> entries(
      Map<String, Map<String, List<String>>> lists, String list, String script) {
    return Objects.requireNonNull(
        Objects.requireNonNull(lists.get(list), list).get(script), list + " " + script);
  }

  private static final class Holder {
    private static final Map<String, Map<String, List<String>>> LISTS = load();
    static final Phrases DENSE = read(LISTS, "zh");
    static final Phrases SPACED = read(LISTS, "en");

    private static Map<String, Map<String, List<String>>> load() {
      try (InputStream yaml =
          Objects.requireNonNull(Phrases.class.getResourceAsStream(RESOURCE), RESOURCE)) {
        return new YAMLMapper().readValue(yaml, new TypeReference<>() {});
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
