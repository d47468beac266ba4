package io.winnow.tag.section;

import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.util.Map;
import opennlp.tools.stemmer.PorterStemmer;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a linear model looks at: words, pairs and stems of words and parts of them in scripts
 * with spaces, runs of one to three characters and segmented words in those without; those of the
 * title once more by themselves; the site, the form and the hosts that are linked to.
 *
 * <p>Texts are folded, so width, case and traditional characters make no difference. Only the
 * beginning of a long text is read.
 */
final class Features {
  /** Version of what is counted and how it is weighed; a model of another one is refused. */
  static final int VERSION = 2;

  /** Code points of a text that are read: what it is about stands there, and costs are bounded. */
  static final int MAX_TEXT = 8000;

  static final int MAX_TITLE = 500;

  /** Code points of the beginning, which also speaks by itself where there is more. */
  private static final int LEAD = 300;

  private static final int RUN = 3;
  private static final int PART = 4;

  /** Letters of a code of the thesaurus that name a broad class. */
  private static final int BROAD = 4;

  /** Keeps runs apart that differ in two places: Chinese characters are more than 31. */
  private static final int SPREAD = 0x9E3779B1;

  /** Of a number its length counts, too: the next year is a year. */
  private static final int NUMBER = 0x5eed;

  private final FeatureCounts counts = new FeatureCounts();
  private final PorterStemmer stemmer = new PorterStemmer();

  /** What the features are, by their keys; null where nobody asks. */
  private final @Nullable Map<Integer, FeatureName> names;

  private Features(@Nullable Map<Integer, FeatureName> names) {
    this.names = names;
  }

  static FeatureCounts of(SectionText article) {
    return of(article, null);
  }

  /** The same, and puts into {@code names} what each feature is. */
  static FeatureCounts of(SectionText article, @Nullable Map<Integer, FeatureName> names) {
    Features features = new Features(names);
    String title = Folding.words(Scripts.head(article.title(), MAX_TITLE));
    String text = Folding.words(Scripts.head(article.text(), MAX_TEXT));
    features.read(title, FeatureGroup.TERMS, FeatureGroup.PARTS, FeatureGroup.WORDS);
    features.read(text, FeatureGroup.TERMS, FeatureGroup.PARTS, FeatureGroup.WORDS);
    if (!title.equals(text)) {
      features.read(
          title, FeatureGroup.TITLE_TERMS, FeatureGroup.TITLE_PARTS, FeatureGroup.TITLE_WORDS);
    }
    String lead = Scripts.head(text, LEAD);
    if (2 * lead.length() <= text.length()) {
      features.read(
          lead, FeatureGroup.LEAD_TERMS, FeatureGroup.LEAD_PARTS, FeatureGroup.LEAD_WORDS);
    }
    TextShape.count(article.text(), features.counts);
    features.count(article.kind().hashCode(), FeatureGroup.KIND, article.kind());
    if (article.site() != null) {
      features.host(article.site(), FeatureGroup.SITE);
    }
    article.hosts().forEach(host -> features.count(host.hashCode(), FeatureGroup.LINKS, host));
    return features.counts;
  }

  /** A host, and what it belongs to: news.example.org is example.org, too. */
  private void host(String host, FeatureGroup group) {
    String wider = host.substring(host.indexOf('.') + 1);
    count(host.hashCode(), group, host);
    count(wider.hashCode(), group, wider);
  }

  private void count(int hash, FeatureGroup group, String name) {
    counts.add(hash, group);
    if (names != null) {
      names.putIfAbsent(FeatureCounts.key(hash, group), new FeatureName(name, group));
    }
  }

  /** The same of what stands in a text. */
  private void count(int hash, FeatureGroup group, String text, int from, int to) {
    counts.add(hash, group);
    if (names != null) {
      String name = text.substring(Math.max(0, from), Math.min(text.length(), to));
      names.putIfAbsent(FeatureCounts.key(hash, group), new FeatureName(name, group));
    }
  }

  private void read(String folded, FeatureGroup terms, FeatureGroup parts, FeatureGroup words) {
    int before = 0;
    int beforeFrom = 0;
    for (int at = 0; at < folded.length(); ) {
      char c = folded.charAt(at);
      int end = at + 1;
      if (isUnspaced(c)) {
        while (end < folded.length() && isUnspaced(folded.charAt(end))) {
          end++;
        }
        runs(folded, at, end, terms);
        before = 0;
      } else if (isWord(c)) {
        while (end < folded.length() && isWord(folded.charAt(end))) {
          end++;
        }
        int word = hash(folded, at, end);
        count(word, terms, folded, at, end);
        if (before != 0) {
          count(before * 31 + word + 1, terms.pairs(), folded, beforeFrom, end);
        }
        if (isNumber(folded, at, end)) {
          count(NUMBER + end - at, terms, folded, at, end);
        } else {
          parts(folded, at, end, parts);
          count(stemmer.stem(folded.substring(at, end)).hashCode(), words, folded, at, end);
        }
        before = word;
        beforeFrom = at;
      } else if (c != ' ') {
        before = 0;
      }
      at = end;
    }
    HanWords.forEach(folded, word -> word(word, words));
  }

  /** A word, and what the thesaurus puts it under: a broad and a narrow class of its meaning. */
  private void word(String word, FeatureGroup words) {
    count(word.hashCode(), words, word);
    for (String meaning : WordClasses.of(word)) {
      count(meaning.substring(0, BROAD).hashCode(), words.meanings(), word);
      count(meaning.hashCode(), words.meanings(), word);
    }
  }

  /** Every run of up to {@link #RUN} characters. */
  private void runs(String text, int from, int to, FeatureGroup group) {
    for (int at = from; at < to; at++) {
      int hash = 7;
      for (int n = 0; n < RUN && at + n < to; n++) {
        hash = hash * SPREAD + text.charAt(at + n);
        count(hash * 5 + n, group, text, at, at + n + 1);
      }
    }
  }

  /** Every {@link #PART} characters of a longer word, its ends marked. */
  private void parts(String text, int from, int to, FeatureGroup group) {
    for (int at = from - 1; at + PART <= to + 1; at++) {
      int hash = 7919;
      for (int i = at; i < at + PART; i++) {
        hash = hash * SPREAD + (i < from || i >= to ? ' ' : text.charAt(i));
      }
      if (to - from + 2 > PART) {
        count(hash, group, text, at, at + PART);
      }
    }
  }

  private static int hash(String text, int from, int to) {
    int hash = 17;
    for (int i = from; i < to; i++) {
      hash = hash * 131 + text.charAt(i);
    }
    return hash;
  }

  private static boolean isNumber(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnspaced(char c) {
    return c >= 0x2E80 && Character.isLetter(c);
  }

  private static boolean isWord(char c) {
    return c < 0x2E80 && Character.isLetterOrDigit(c);
  }
}
