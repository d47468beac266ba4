package io.winnow.tag.keyword;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.winnow.text.Sentence;
import io.winnow.text.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Prints the lines of {@code background.LANG.tsv}: how many of 10,000 texts hold a word.
 *
 * <p>Arguments: en or zh, then one file a domain of writing with lines {@code {"text"}}. The shares
 * of the domains are averaged as logarithms, each at least {@link #RARE} in 10,000, so that a word
 * is common only if it is so in every domain.
 */
final class PrintBackground {
  private static final double RARE = 10;
  private static final double LEAST = 16;
  private static final int MAX_WORDS = 6000;
  private static final int LEAST_TEXTS = 3;

  private PrintBackground() {}

  public static void main(String[] args) throws IOException {
    Map<String, Double> logs = new TreeMap<>();
    int domains = args.length - 1;
    for (String file : Arrays.asList(args).subList(1, args.length)) {
      shares(args[0], Path.of(file))
          .forEach((word, share) -> logs.merge(word, Math.log(share / RARE), Double::sum));
    }
    List<Map.Entry<String, Double>> common = new ArrayList<>(logs.entrySet());
    common.removeIf(entry -> mean(entry.getValue(), domains) < LEAST);
    common.sort(Map.Entry.<String, Double>comparingByValue().reversed());
    for (Map.Entry<String, Double> entry : common.subList(0, Math.min(MAX_WORDS, common.size()))) {
      System.out.println(entry.getKey() + "\t" + Math.round(mean(entry.getValue(), domains)));
    }
  }

  private static double mean(double logs, int domains) {
    return RARE * Math.exp(logs / domains);
  }

  /** Texts of 10,000 that hold each word that is not rare. */
  private static Map<String, Double> shares(String lang, Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    EnglishPhrases english = new EnglishPhrases();
    Map<String, Integer> counts = new HashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines) {
      Set<String> words = new HashSet<>();
      for (Sentence sentence : Sentences.of(json.readTree(line).get("text").asText())) {
        words.addAll(words(lang, sentence.text(), english));
      }
      words.forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    Map<String, Double> shares = new HashMap<>();
    counts.forEach(
        (word, texts) -> {
          double share = texts * 10_000.0 / lines.size();
          if (texts >= LEAST_TEXTS && share > RARE && Character.isLetter(word.codePointAt(0))) {
            shares.put(word, share);
          }
        });
    return shares;
  }

  private static List<String> words(String lang, String sentence, EnglishPhrases english) {
    if (lang.equals("en")) {
      return english.words(sentence).stream().map(Term::text).toList();
    }
    ChineseWords cutter = new ChineseWords(english);
    cutter.read(sentence);
    ChineseText words = cutter.words();
    return IntStream.range(0, words.size)
        .filter(
            i ->
                words.words[i].text.length() > 1
                    || ChineseText.firstLetter(words.natures[i]) == 'n'
                    || words.natures[i] == ChineseText.NUMBER)
        .mapToObj(i -> words.words[i].text.toLowerCase(Locale.ROOT))
        .toList();
  }
}
