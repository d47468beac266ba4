package io.winnow.quality;

import io.winnow.text.GatedPattern;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures how much of a text is a notice of some class: that a page is missing, that one must log
 * in, that cookies are to be accepted. A notice is told by its sentences, and only the beginning of
 * a text is looked at: an article about such pages has other sentences as well.
 *
 * @param patterns what sentences of each class hold, by name of the class
 */
public record Notices(Map<String, GatedPattern> patterns) implements Serializable {
  /** Characters of a text that are looked at. */
  static final int HEAD = 4_000;

  private static final String STOPS = ".!?。！？…";

  public Notices {
    patterns = new LinkedHashMap<>(patterns);
  }

  /** The signals of one class: in the text, in the title, in all of the page. */
  static String[] signals(String name) {
    return new String[] {name + "_share", name + "_title", "page_" + name + "_share"};
  }

  void putInto(Signals signals, String title, String text, @Nullable String page) {
    patterns.forEach(
        (name, pattern) -> {
          String[] names = signals(name);
          signals.put(names[0], share(text, pattern));
          signals.put(names[1], pattern.isIn(head(title, 200)) ? 1 : 0);
          if (page != null) {
            signals.put(names[2], share(page, pattern));
          }
        });
  }

  private static double share(String text, GatedPattern pattern) {
    String head = head(text, HEAD);
    GatedPattern.Search search = pattern.search(head);
    int noticed = 0;
    int done = 0;
    while (search.find()) {
      if (search.start() < done) {
        continue;
      }
      int from = sentenceStart(head, search.start(), done);
      done = sentenceEnd(head, Math.max(search.start(), search.end() - 1));
      noticed += Mass.of(head, from, done);
    }
    int all = noticed == 0 ? 1 : Mass.of(head);
    return all == 0 ? 0 : Math.min(1, (double) noticed / all);
  }

  private static int sentenceStart(String text, int at, int min) {
    int from = at;
    while (from > min && !isEnd(text, from - 1)) {
      from--;
    }
    return from;
  }

  private static int sentenceEnd(String text, int at) {
    int to = at;
    while (to < text.length() && !isEnd(text, to)) {
      to++;
    }
    return Math.min(text.length(), to + 1);
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
