package io.winnow.dedupe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ibm.icu.text.Transliterator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes up articles in Chinese and English of which many repeat others: copies in another case,
 * width or script, near-copies, truncated copies, revisions at the same URL, chains in which each
 * differs a little from the one before (the first of 400), and short and long ones that repeat
 * nothing. The same seed and number give the same articles.
 */
final class MadeArticles {
  private static final int LONGEST_CHAIN = 400;
  private static final Transliterator TRADITIONAL =
      Transliterator.getInstance("Simplified-Traditional");
  private static final Transliterator FULL_WIDTH =
      Transliterator.getInstance("Halfwidth-Fullwidth");

  /** An article before it has an id. */
  record Made(boolean chinese, List<String> sentences, @Nullable String url) {
    String text() {
      return String.join("", sentences).strip();
    }
  }

  private final Random random;
  private final List<Made> made = new ArrayList<>();

  private MadeArticles(long seed) {
    this.random = new Random(seed);
  }

  static List<Made> of(long seed, int count) {
    MadeArticles articles = new MadeArticles(seed);
    articles.addChain(Math.min(LONGEST_CHAIN, count / 2));
    while (articles.made.size() < count) {
      articles.addNext(count - articles.made.size());
    }
    return articles.made;
  }

  /** Arguments: how many, seed, and the JSON Lines file to write. */
  public static void main(String[] args) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Made> articles = of(Long.parseLong(args[1]), Integer.parseInt(args[0]));
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[2]), StandardCharsets.UTF_8)) {
      for (int i = 0; i < articles.size(); i++) {
        out.write(json.writeValueAsString(row(i, articles.get(i))));
        out.write('\n');
      }
    }
  }

  private static Map<String, String> row(int number, Made article) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("id", "made-" + number);
    if (article.url != null) {
      row.put("url", article.url);
    }
    row.put("title", article.sentences.get(0).strip());
    row.put("text", article.text());
    row.put("date", LocalDate.of(2025, 1, 1).plusDays(number % 365).toString());
    row.put("lang", article.chinese ? "zh" : "en");
    return row;
  }

  private void addNext(int room) {
    Made earlier = made.isEmpty() ? distinct() : made.get(random.nextInt(made.size()));
    switch (random.nextInt(20)) {
      case 0, 1 -> made.add(copied(earlier));
      case 2, 3 -> made.add(edited(earlier, 1 + random.nextInt(5)));
      case 4 -> made.add(truncated(earlier));
      case 5 -> made.add(new Made(earlier.chinese, fresh(earlier.chinese, 20), earlier.url));
      case 6, 7, 8 -> made.add(new Made(earlier.chinese, fresh(earlier.chinese, 1), null));
      case 9 -> addChain(Math.min(room, 1 + random.nextInt(20)));
      default -> made.add(distinct());
    }
  }

  private void addChain(int length) {
    Made link = distinct();
    for (int i = 0; i < length; i++) {
      made.add(link);
      link = edited(link, 1);
    }
  }

  private Made distinct() {
    boolean chinese = random.nextBoolean();
    String url =
        random.nextInt(3) == 0 ? "https://made.example/" + random.nextInt(Integer.MAX_VALUE) : null;
    return new Made(chinese, fresh(chinese, 10 + random.nextInt(30)), url);
  }

  private static Made copied(Made earlier) {
    List<String> sentences =
        earlier.sentences.stream()
            .map(
                sentence ->
                    earlier.chinese
                        ? TRADITIONAL.transliterate(FULL_WIDTH.transliterate(sentence))
                        : sentence.toUpperCase(Locale.ROOT))
            .toList();
    return new Made(earlier.chinese, sentences, null);
  }

  private Made edited(Made earlier, int edits) {
    List<String> sentences = new ArrayList<>(earlier.sentences);
    for (int i = 0; i < edits; i++) {
      sentences.set(random.nextInt(sentences.size()), fresh(earlier.chinese, 1).get(0));
    }
    return new Made(earlier.chinese, sentences, null);
  }

  private Made truncated(Made earlier) {
    int all = earlier.sentences.size();
    int left = Math.max(1, all * (50 + random.nextInt(40)) / 100);
    return new Made(earlier.chinese, earlier.sentences.subList(0, left), null);
  }

  private List<String> fresh(boolean chinese, int count) {
    return chinese
        ? Prose.chineseSentences(random.nextLong(), count)
        : Prose.sentences(random.nextLong(), count);
  }
}
