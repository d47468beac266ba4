package io.winnow.clean;

import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.schema.DroppedSpan;
import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Boilerplate that no rule names: lines that recur over the articles of one site. Says which lines
 * of an article may be counted, and removes those that turned out to recur.
 *
 * <p>Only lines near the beginning or end of an article count: one that recurs in the midst of
 * articles is what their author likes to say. Headings, labels, code and tables are structure, long
 * paragraphs are substance, and works that many articles refer to are references: they never count.
 * Lines are compared folded, by hash.
 */
public final class LearnedLines {
  private static final String RULE = "learned";
  private static final int MIN_KEY = 4;
  private static final int MAX_CHARS = 200;

  private static final double HEAD_SHARE = 0.2;
  private static final int MIN_HEAD = 3;
  private static final int MAX_HEAD = 8;
  private static final double TAIL_SHARE = 0.35;
  private static final int MIN_TAIL = 5;
  private static final int MAX_TAIL = 30;
  private static final Pattern REFERENCES =
      Pattern.compile(
          "(?:#{1,6} )?[*_]{0,2}(?:references?|bibliography|further reading|参考(?:资料|文献|链接|来源)?"
              + "|引用|延伸阅读|扩展阅读)[*_]{0,2}[:：]?[*_]{0,2}",
          Pattern.CASE_INSENSITIVE);

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
    String[] lines = draft.getArticle().getText().split("\n", -1);
    candidates(lines).stream().forEach(i -> keys.add(ContentHash.ofLine(lines[i])));
    return List.copyOf(keys);
  }

  /** The lines that {@code learned} hashes stand for in this article, folded, in order. */
  public static List<String> lines(Draft draft, Set<Long> learned) {
    List<String> found = new ArrayList<>();
    String[] lines = draft.getArticle().getText().split("\n", -1);
    candidates(lines).stream()
        .filter(i -> learned.contains(ContentHash.ofLine(lines[i])))
        .forEach(i -> found.add(Folding.words(lines[i])));
    return found;
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
    BitSet candidates = learned.isEmpty() ? new BitSet() : candidates(lines);
    boolean blank = false;
    boolean code = false;
    for (int i = 0; i < lines.length; i++) {
      if (candidates.get(i) && learned.contains(ContentHash.ofLine(lines[i]))) {
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

  /** Lines that may be counted, by their place and form. */
  private static BitSet candidates(String[] lines) {
    int all = (int) Arrays.stream(lines).filter(line -> !line.isBlank()).count();
    int head = (int) Math.min(MAX_HEAD, Math.max(MIN_HEAD, HEAD_SHARE * all));
    int tail = (int) Math.min(MAX_TAIL, Math.max(MIN_TAIL, TAIL_SHARE * all));
    BitSet candidates = new BitSet();
    boolean code = false;
    boolean references = false;
    int at = 0;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].isBlank()) {
        continue;
      }
      boolean edge = at < head || at >= all - tail;
      at++;
      if (!code) {
        references = isReferences(lines[i]) || references && mayBeWork(lines[i]);
        candidates.set(i, edge && !references && mayRecur(lines[i]));
      }
      code ^= isFence(lines[i]);
    }
    return candidates;
  }

  private static boolean isReferences(String line) {
    return line.length() <= MAX_CHARS && REFERENCES.matcher(line.strip()).matches();
  }

  /** Whether a line behind the word references may name a work. */
  private static boolean mayBeWork(String line) {
    return line.charAt(0) != '>' && line.charAt(0) != '#' && !Columns.endsSentence(line.strip());
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
