package io.winnow.quality;

import io.winnow.text.AnyOf;
import io.winnow.text.Sieve;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Measures how much of a text is a notice of some class: that a page is missing, that one must log
 * in, that cookies are to be accepted. A notice is told by its sentences, and only short texts are
 * looked at: an article about such pages has other sentences as well.
 */
public final class Notices implements Serializable {
  private static final long serialVersionUID = 1;

  /** Characters of a text that are looked at. */
  static final int HEAD = 4_000;

  /** Words of a text that is looked at: no notice is longer, and looking takes most of the time. */
  static final int MAX_WORDS = 600;

  private static final String STOPS = ".!?。！？…";

  private final Map<String, AnyOf> classes;

  /** The expressions of each class, as written. */
  private final Map<String, List<String>> wordings;

  /** The {@link #signals} of each class. */
  private final Map<String, String[]> signals;

  private final Sieve sieve;

  /**
   * Notices of these classes.
   *
   * @param patterns what sentences of each class hold, by name of the class
   */
  public Notices(Map<String, List<Pattern>> patterns) {
    List<Pattern> sifted = new ArrayList<>();
    this.classes = new LinkedHashMap<>();
    patterns.forEach((name, any) -> classes.put(name, AnyOf.of(any, sifted)));
    this.wordings = new LinkedHashMap<>();
    patterns.forEach(
        (name, any) -> wordings.put(name, any.stream().map(Pattern::pattern).toList()));
    this.signals = new LinkedHashMap<>();
    classes.keySet().forEach(name -> signals.put(name, signals(name)));
    this.sieve = Sieve.of(sifted);
  }

  /** Names of the classes. */
  Set<String> names() {
    return Collections.unmodifiableSet(classes.keySet());
  }

  /** The classes that are not told by the same wordings there; all of them where that is null. */
  Set<String> unlike(@Nullable Notices other) {
    return wordings.keySet().stream()
        .filter(name -> other == null || !wordings.get(name).equals(other.wordings.get(name)))
        .collect(Collectors.toSet());
  }

  /** The signals of one class: in the text, in the title, in all of the page. */
  static String[] signals(String name) {
    return new String[] {name + "_share", name + "_title", "page_" + name + "_share"};
  }

  void putInto(Signals measured, String title, String text, @Nullable String page) {
    boolean isShort = measured.value("words").orElse(0.0) <= MAX_WORDS;
    String start = head(title, 200);
    Sieve.Found inTitle = sieve.sift(start);
    Noticed own = isShort ? new Noticed(head(text, HEAD)) : null;
    Noticed all = page == null || !isShort ? null : new Noticed(head(page, HEAD));
    classes.forEach(
        (name, notice) -> {
          String[] names = signals.get(name);
          measured.put(names[1], notice.isIn(start, inTitle) ? 1 : 0);
          if (own != null) {
            measured.put(names[0], own.share(notice));
          }
          if (all != null) {
            measured.put(names[2], all.share(notice));
          }
        });
  }

  /** A sentence, how much it says, and the patterns that may be in it. */
  private record Said(String sentence, int mass, Sieve.Found may) {}

  /** What the sentences of the beginning of a text notice. */
  private final class Noticed {
    private final String head;
    private final Sieve.Found may;
    private @Nullable List<Said> sentences;
    private int all;

    Noticed(String head) {
      this.head = head;
      this.may = sieve.sift(head);
    }

    private Said said(String sentence) {
      return new Said(sentence, Mass.of(sentence), sieve.sift(sentence));
    }

    /** The share that is a notice of a class. */
    double share(AnyOf notice) {
      if (!notice.mayBeIn(may)) {
        return 0;
      }
      if (sentences == null) {
        sentences = sentences(head).stream().map(this::said).toList();
        all = sentences.stream().mapToInt(Said::mass).sum();
      }
      int noticed = 0;
      for (Said said : sentences) {
        noticed += notice.isIn(said.sentence(), said.may()) ? said.mass() : 0;
      }
      return all == 0 ? 0 : (double) noticed / all;
    }
  }

  /** The sentences of a text; a line is one, too. */
  private static List<String> sentences(String head) {
    List<String> sentences = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < head.length(); at++) {
      if (isEnd(head, at) || at + 1 == head.length()) {
        String sentence = head.substring(from, at + 1).strip();
        from = at + 1;
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
        }
      }
    }
    return sentences;
  }

  private static boolean isEnd(String text, int at) {
    char c = text.charAt(at);
    return c == '\n'
        || STOPS.indexOf(c) >= 0
            && (c >= 0x80 || at + 1 == text.length() || text.charAt(at + 1) <= ' ');
  }

  private static String head(String text, int chars) {
    return text.length() <= chars ? text : text.substring(0, chars);
  }
}
