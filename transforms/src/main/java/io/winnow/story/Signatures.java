package io.winnow.story;

import com.dynatrace.hash4j.hashing.Hashing;
import io.winnow.han.LongestWords;
import io.winnow.schema.Article;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the signature of an article; it depends on the article alone. */
final class Signatures {
  /** UTF-16 units of a text that are read for names. */
  private static final int REACH = 20_000;

  /** UTF-16 units of a text that are read for words. */
  private static final int LEAD = 1_600;

  /** Characters above are mostly those of scripts without spaces. */
  private static final char UNSPACED = 0x2E80;

  private static final int MAX_SUBJECTS = 10;
  private static final int MAX_TERMS = 64;
  private static final int FREQUENT = 3;
  private static final int OFTEN = 5;

  /** Letters of a Latin word that counts. */
  private static final int LETTERS = 4;

  private Signatures() {}

  static StorySignature of(Article article) {
    return of(
        article.getId(),
        source(article),
        article.getSeries(),
        article.getPublished(),
        article.getFirstSeen(),
        "derived".equals(article.getTitleOrigin()) ? "" : article.getTitle(),
        article.getText());
  }

  static String source(Article article) {
    if (article.getSite() != null) {
      return article.getSite();
    }
    return article.getPublication() != null ? article.getPublication() : article.getSourceUri();
  }

  static StorySignature of(
      String id,
      String source,
      @Nullable String series,
      @Nullable LocalDate published,
      LocalDate firstSeen,
      String title,
      String text) {
    String read = text.substring(0, Math.min(text.length(), REACH));
    Names names = new Names();
    names.read(title, read);
    TermWeights terms = new TermWeights();
    List<Name> all = names.all();
    for (Name name : all) {
      if (name.alone() > 0 || name.titleWhole()) {
        terms.add(term("n:" + name.key()), weight(name.count(), name.inTitle()));
      }
    }
    words(title, read.substring(0, Math.min(read.length(), LEAD)), terms);
    terms.keepBest(MAX_TERMS);
    int[] hashes = new int[terms.size()];
    byte[] weights = new byte[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = terms.term(i);
      weights[i] = (byte) Math.min(127, Math.round(terms.weight(i) * 16));
    }
    return new StorySignature(
        id,
        hash(source),
        series == null ? 0 : hash(series),
        published == null ? StorySignature.UNKNOWN : (int) published.toEpochDay(),
        (int) firstSeen.toEpochDay(),
        subjects(all, names.aliases(), title.isEmpty()),
        hashes,
        weights);
  }

  private static List<Subject> subjects(
      List<Name> names, Iterable<Names.Alias> aliases, boolean derived) {
    StoryWords words = StoryWords.bundled();
    List<Name> known = new ArrayList<>(names);
    known.removeIf(name -> words.isEveryday(name.key()));
    List<Name> frequent = new ArrayList<>(known);
    frequent.removeIf(name -> name.count() < OFTEN || name.alone() * 2 < name.count());
    frequent.sort(Comparator.comparingInt(Name::count).reversed().thenComparing(Name::key));
    List<Name> most = frequent.subList(0, Math.min(FREQUENT, frequent.size()));
    Map<String, Subject> subjects = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Name name : known) {
      int strength = strength(name, most, derived);
      if (strength > 0) {
        subjects.put(
            name.key(),
            new Subject(name.key(), name.surface(), name.words(), strength, name.coined(), ""));
        counts.put(name.key(), name.count());
      }
    }
    for (Names.Alias alias : aliases) {
      alias(subjects, alias.a(), alias.b());
      alias(subjects, alias.b(), alias.a());
    }
    return subjects.values().stream()
        .sorted(
            Comparator.comparingInt(Subject::strength)
                .reversed()
                .thenComparing(
                    Comparator.comparingInt((Subject s) -> counts.getOrDefault(s.key(), 0))
                        .reversed())
                .thenComparing(Subject::key))
        .limit(MAX_SUBJECTS)
        .toList();
  }

  private static void alias(Map<String, Subject> subjects, String strong, String weak) {
    Subject from = subjects.get(strong);
    Subject to = subjects.get(weak);
    if (from == null || to == null || from.strength() < to.strength()) {
      return;
    }
    subjects.put(
        weak,
        new Subject(weak, to.surface(), to.words(), from.strength(), to.coined(), from.key()));
  }

  private static int strength(Name name, List<Name> most, boolean derived) {
    int rank = most.indexOf(name);
    if (name.leadsTitle() || (derived && rank == 0)) {
      return Subject.TITLE;
    }
    if (name.titleWhole() || (derived && rank > 0)) {
      return Subject.IN_TITLE;
    }
    if (rank >= 0) {
      return Subject.FREQUENT;
    }
    return name.first() < LEAD / 2 || name.count() > 1 ? Subject.MENTIONED : 0;
  }

  private static double weight(int count, boolean title) {
    return (1 + Math.log(1 + count)) * (title ? 1.5 : 1);
  }

  private static void words(String title, String lead, TermWeights terms) {
    Map<String, Integer> inTitle = new HashMap<>();
    count(title, inTitle);
    Map<String, Integer> counts = new HashMap<>(inTitle);
    count(lead, counts);
    counts.forEach(
        (word, count) ->
            terms.add(term("w:" + word), 0.6 * weight(count, inTitle.containsKey(word))));
  }

  /** Counts the words that are not ordinary. */
  private static void count(String text, Map<String, Integer> counts) {
    StoryWords background = StoryWords.bundled();
    if (hasUnspaced(text)) {
      LongestWords words = new LongestWords();
      words.cut(text);
      for (int at = 0; at < text.length(); at += words.length(at)) {
        if (words.length(at) > 1
            && text.charAt(at) > UNSPACED
            && "nvaxjig".indexOf(words.nature(at)) >= 0) {
          count(text.substring(at, at + words.length(at)), background, counts);
        }
      }
    }
    for (int at = LatinLetters.next(text, 0); at < text.length(); ) {
      int end = LatinLetters.endOfLetters(text, at);
      if (end - at >= LETTERS && text.codePointCount(at, end) >= LETTERS) {
        count(text.substring(at, end).toLowerCase(Locale.ROOT), background, counts);
      }
      at = LatinLetters.next(text, Math.max(end, at + 1));
    }
  }

  private static void count(String word, StoryWords background, Map<String, Integer> counts) {
    if (!background.isOrdinary(word)) {
      counts.merge(word, 1, Integer::sum);
    }
  }

  private static boolean hasUnspaced(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > UNSPACED) {
        return true;
      }
    }
    return false;
  }

  /** The hash that stands for a term. */
  static int term(String term) {
    return Hashing.komihash5_0().hashCharsToInt(term);
  }

  static long hash(String text) {
    return Hashing.komihash5_0().hashCharsToLong(text);
  }
}
