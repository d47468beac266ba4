package io.winnow.quality;

import io.winnow.text.GatedPattern;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures how much of a text is a notice of some class: that a page is missing, that one must log
 * in, that cookies are to be accepted. A notice is told by its sentences, and only short texts are
 * looked at: an article about such pages has other sentences as well.
 *
 * @param patterns what sentences of each class hold, by name of the class
 */
public record Notices(Map<String, GatedPattern> patterns) implements Serializable {
  /** Characters of a text that are looked at. */
  static final int HEAD = 4_000;

  /** Words of a text that is looked at: no notice is longer, and looking takes most of the time. */
  static final int MAX_WORDS = 600;

  private static final String STOPS = ".!?。！？…";

  public Notices {
    patterns = new LinkedHashMap<>(patterns);
  }

  /** The signals of one class: in the text, in the title, in all of the page. */
  static String[] signals(String name) {
    return new String[] {name + "_share", name + "_title", "page_" + name + "_share"};
  }

  void putInto(Signals signals, String title, String text, @Nullable String page) {
    boolean isShort = signals.value("words").orElse(0.0) <= MAX_WORDS;
    List<String> own = isShort ? sentences(text) : List.of();
    List<String> all = page == null || !isShort ? List.of() : sentences(page);
    patterns.forEach(
        (name, pattern) -> {
          String[] names = signals(name);
          signals.put(names[1], pattern.isIn(head(title, 200)) ? 1 : 0);
          if (isShort) {
            signals.put(names[0], share(own, pattern));
          }
          if (isShort && page != null) {
            signals.put(names[2], share(all, pattern));
          }
        });
  }

  private static double share(List<String> sentences, GatedPattern pattern) {
    int noticed = 0;
    int all = 0;
    for (String sentence : sentences) {
      int mass = Mass.of(sentence);
      all += mass;
      noticed += pattern.isIn(sentence) ? mass : 0;
    }
    return all == 0 ? 0 : (double) noticed / all;
  }

  /** The sentences of the beginning of a text; a line is one, too. */
  private static List<String> sentences(String text) {
    String head = head(text, HEAD);
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
