package io.winnow.tag.unknown;

import io.winnow.schema.Article;
import io.winnow.schema.ScoredTerm;
import io.winnow.tag.KnownNames;
import io.winnow.tag.keyword.CommonWords;
import io.winnow.text.Scripts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds what an article names and the taxonomy does not know: its best keywords, and the
 * capitalized names that it writes most often.
 */
public final class TermFinder implements Serializable {
  private static final int MAX_KEYWORDS = 8;
  private static final int MAX_NAMES = 10;

  /** UTF-16 units of a text that are read. */
  private static final int REACH = 40_000;

  private static final int MAX_CHARS = 40;
  private static final int MAX_TITLE = 60;

  private static final Pattern DAY = Pattern.compile("\\p{L}{3,9} \\d{1,2}|\\d{1,2} \\p{L}{3,9}");

  private final KnownNames known;

  /**
   * @param known what is left out
   */
  public TermFinder(KnownNames known) {
    this.known = known;
  }

  /** Each of them once, an article and a source to its name. */
  public Collection<UnknownTerm> terms(Article article) {
    Map<String, UnknownTerm> terms = new LinkedHashMap<>();
    article.getKeywords().stream()
        .map(ScoredTerm::getTerm)
        .filter(this::isNews)
        .limit(MAX_KEYWORDS)
        .forEach(term -> terms.putIfAbsent(KnownNames.key(term), term(term, article)));
    for (String name : names(article)) {
      terms.putIfAbsent(KnownNames.key(name), term(name, article));
    }
    return terms.values();
  }

  private List<String> names(Article article) {
    boolean chinese = article.getLang().equals("zh");
    String text = article.getText();
    String read = text.substring(0, Math.min(text.length(), REACH));
    List<String> written = new ArrayList<>(CapitalizedNames.in(read, chinese));
    if (chinese) {
      written.addAll(CapitalizedNames.in(article.getTitle(), true));
    }
    Map<String, Integer> counts = new HashMap<>();
    written.forEach(name -> counts.merge(name, 1, Integer::sum));
    return counts.entrySet().stream()
        .filter(name -> isNews(name.getKey()))
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MAX_NAMES)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether a term is neither a common word, nor a number, nor known. */
  private boolean isNews(String term) {
    String key = KnownNames.key(term);
    return key.length() > 1
        && term.length() <= MAX_CHARS
        && key.codePoints().filter(Character::isLetter).count() * 2 > key.length()
        && !isCommon(term, key)
        && !DAY.matcher(term).matches()
        && !known.know(term);
  }

  private static boolean isCommon(String term, String key) {
    return CommonWords.contain(key)
        || CommonWords.contain(term.toLowerCase(Locale.ROOT))
        || key.length() == 2 && Scripts.isCjk(key.charAt(0));
  }

  private static UnknownTerm term(String name, Article article) {
    return new UnknownTerm(
        KnownNames.key(name),
        name,
        1,
        List.of(Scripts.head(source(article), MAX_TITLE)),
        article.getId(),
        Scripts.head(article.getTitle(), MAX_TITLE));
  }

  /** Whose words they are: the site for what was published there, else publication, else file. */
  private static String source(Article article) {
    if ("self".equals(article.getUrlRole()) && article.getSite() != null) {
      return article.getSite();
    }
    return article.getPublication() != null ? article.getPublication() : article.getSourceUri();
  }
}
