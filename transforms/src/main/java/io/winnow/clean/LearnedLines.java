package io.winnow.clean;

import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.schema.DroppedSpan;
import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Boilerplate that no rule names: lines that recur over the articles of one site. Says which lines
 * of an article may be counted, and removes those that turned out to recur.
 *
 * <p>Headings, labels, code and tables are structure, and long paragraphs are substance: they are
 * never counted. Lines are compared folded, by hash.
 */
public final class LearnedLines {
  private static final String RULE = "learned";
  private static final int MIN_KEY = 4;
  private static final int MAX_CHARS = 200;

  private LearnedLines() {}

  /**
   * Hashes of the lines of an article that may be boilerplate, each once, in order; never 0. Empty
   * where the article has no site to learn for.
   */
  public static List<Long> keys(Draft draft) {
    if (draft.getLearningSite() == null) {
      return List.of();
    }
    Set<Long> keys = new TreeSet<>();
    boolean code = false;
    for (String line : draft.getArticle().getText().split("\n")) {
      if (!code && mayRecur(line)) {
        keys.add(ContentHash.ofLine(line));
      }
      code ^= isFence(line);
    }
    return List.copyOf(keys);
  }

  /** The lines that {@code learned} hashes stand for in this article, folded, in order. */
  public static List<String> lines(Draft draft, Set<Long> learned) {
    List<String> lines = new ArrayList<>();
    boolean code = false;
    for (String line : draft.getArticle().getText().split("\n")) {
      if (!code && isLearned(line, learned)) {
        lines.add(Folding.words(line));
      }
      code ^= isFence(line);
    }
    return lines;
  }

  /**
   * The article without learned lines, each logged, and with every column that follows from the
   * text set anew. An article of nothing else keeps them: it is what its site says there.
   */
  public static Article finish(Draft draft, Set<Long> learned) {
    Article article = draft.getArticle();
    String[] lines = article.getText().split("\n", -1);
    List<DroppedSpan> spans = new ArrayList<>(article.getDroppedSpans());
    StringBuilder text = new StringBuilder(article.getText().length());
    boolean blank = false;
    boolean code = false;
    for (int i = 0; i < lines.length; i++) {
      if (!code && isLearned(lines[i], learned)) {
        spans.add(span(draft, i, lines[i]));
        blank = true;
      } else if (!code && lines[i].isEmpty()) {
        blank = true;
      } else {
        text.append(text.length() == 0 ? "" : blank ? "\n\n" : "\n").append(lines[i]);
        code ^= isFence(lines[i]);
        blank = false;
      }
    }
    if (spans.size() == article.getDroppedSpans().size() || text.toString().isBlank()) {
      return article;
    }
    spans.sort(
        Comparator.comparingInt(DroppedSpan::getFromChar).thenComparingInt(DroppedSpan::getToChar));
    return ArticleText.finish(
        Article.newBuilder(article).setDroppedSpans(spans),
        text.toString(),
        draft.getDeclaredLang());
  }

  private static boolean isLearned(String line, Set<Long> learned) {
    return !learned.isEmpty() && mayRecur(line) && learned.contains(ContentHash.ofLine(line));
  }

  private static boolean mayRecur(String line) {
    String text = line.strip();
    return Scripts.length(text) <= MAX_CHARS
        && Folding.key(text).length() >= MIN_KEY
        && !text.startsWith("#")
        && !text.startsWith("|")
        && !text.startsWith("```")
        && !line.startsWith("    ")
        && ":：".indexOf(text.charAt(text.length() - 1)) < 0;
  }

  private static boolean isFence(String line) {
    return line.startsWith("```") || line.startsWith("~~~");
  }

  private static DroppedSpan span(Draft draft, int line, String text) {
    return DroppedSpan.newBuilder()
        .setRule(RULE)
        .setFromChar(draft.getRawFrom().get(line))
        .setToChar(draft.getRawTo().get(line))
        .setExcerpt(text.strip())
        .build();
  }
}
