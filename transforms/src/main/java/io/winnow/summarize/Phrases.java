package io.winnow.summarize;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.winnow.text.GatedPattern;
import io.winnow.text.Scripts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The wordings of one script by which sentences are told apart, as {@code phrases.yaml} lists them.
 * They are matched against {@link #normal} sentences.
 *
 * @param functionWords words, or characters, that carry no content
 * @param greeting opens salutations, thanks and farewells
 * @param promotion stands in requests, advertisements and imprints
 * @param guide stands in talk about the text
 * @param hook opens what prepares a statement
 * @param statement stands in what a text states, be it by talking of itself
 * @param praise stands in praise that says nothing
 * @param dependentOpening opens what hangs on the sentence before
 * @param dependent stands in what hangs on the sentence before
 * @param pointing stands in what names its subject by a word for a thing named before
 * @param pointingOpening opens what names its subject so
 * @param filler sounds of speech
 * @param introduction stands in what says who made what the text is about
 * @param cue stands in statements that matter
 * @param background stands in what was so before, or is told of the teller, or is announced and not
 *     told
 */
record Phrases(
    Set<String> functionWords,
    GatedPattern greeting,
    GatedPattern promotion,
    GatedPattern guide,
    GatedPattern hook,
    GatedPattern statement,
    GatedPattern praise,
    GatedPattern dependentOpening,
    GatedPattern dependent,
    GatedPattern pointing,
    GatedPattern pointingOpening,
    GatedPattern filler,
    GatedPattern introduction,
    GatedPattern cue,
    GatedPattern background) {
  private static final String RESOURCE = "phrases.yaml";

  /** The wordings of sentences with Chinese characters, or of the others. */
  static Phrases of(boolean dense) {
    return dense ? Holder.DENSE : Holder.SPACED;
  }

  /** The wordings of the script that a sentence is written in. */
  static Phrases of(String sentence) {
    for (int i = 0; i < sentence.length(); i++) {
      if (Scripts.isCjk(sentence.charAt(i))) {
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
        pattern(lists, "greeting-opening", script, false),
        pattern(lists, "promotion", script, words),
        pattern(lists, "guide", script, words),
        pattern(lists, "hook-opening", script, false),
        pattern(lists, "statement", script, words),
        pattern(lists, "praise", script, words),
        pattern(lists, "dependent-opening", script, false),
        pattern(lists, "dependent", script, words),
        pattern(lists, "pointing", script, false),
        pattern(lists, "pointing-opening", script, false),
        pattern(lists, "filler", script, words),
        pattern(lists, "introduction", script, words),
        pattern(lists, "cue", script, words),
        pattern(lists, "background", script, words));
  }

  private static GatedPattern pattern(
      Map<String, Map<String, List<String>>> lists, String list, String script, boolean words) {
    String any = String.join("|", entries(lists, list, script));
    return GatedPattern.compile((words ? "\\b" : "") + "(?:" + any + ")", 0);
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
