package io.winnow.tag;

import io.winnow.tag.Vocabulary.Meaning;
import io.winnow.tag.Vocabulary.NamePattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;

/** What an article says of the taxonomy: how often it names each concept and section term. */
final class Evidence {
  /** How often something is named. */
  static final class Count {
    int title;
    int lead;
    int all;

    private void add(Zone zone) {
      all++;
      if (zone == Zone.TITLE) {
        title++;
      } else if (zone == Zone.LEAD) {
        lead++;
      }
    }
  }

  private enum Zone {
    TITLE,
    LEAD,
    BODY
  }

  private record Hit(int from, int to, Meaning meaning) {}

  /** UTF-16 units of the text that count as its lead. */
  private static final int LEAD = 400;

  /** Within so many units a context word tells what an ambiguous name means. */
  private static final int NEAR = 400;

  /** Patterns read only so far into a text. */
  private static final int PATTERN_REACH = 200_000;

  private final Map<Integer, Count> concepts = new TreeMap<>();
  private final Map<Integer, Map<Integer, Count>> terms = new TreeMap<>();
  private final int titleEnd;

  private Evidence(int titleEnd) {
    this.titleEnd = titleEnd;
  }

  static Evidence of(Vocabulary vocabulary, String title, String text) {
    String whole = title + "\n\n" + text;
    Evidence evidence = new Evidence(title.length());
    evidence.read(vocabulary, whole);
    return evidence;
  }

  /** Counts by the number of the concept. */
  Map<Integer, Count> concepts() {
    return concepts;
  }

  /** Counts by the number of the section, then of its term. */
  Map<Integer, Map<Integer, Count>> terms() {
    return terms;
  }

  private void read(Vocabulary vocabulary, String whole) {
    List<Hit> hits = new ArrayList<>();
    Map<Integer, List<Integer>> contexts = new TreeMap<>();
    vocabulary
        .lexicon()
        .scan(
            FoldedText.of(whole),
            (from, to, meaning) -> {
              if (meaning instanceof Meaning.Context context) {
                contexts.computeIfAbsent(context.concept(), key -> new ArrayList<>()).add(from);
              } else if (!(meaning instanceof Meaning.Ambiguous name)
                  || whole.startsWith(name.written(), from)) {
                hits.add(new Hit(from, to, meaning));
              }
            });
    String head = whole.substring(0, Math.min(whole.length(), PATTERN_REACH));
    for (NamePattern name : vocabulary.patterns()) {
      Matcher matcher = name.pattern().matcher(head);
      while (matcher.find()) {
        hits.add(new Hit(matcher.start(), matcher.end(), new Meaning.Name(name.concept())));
      }
    }
    for (Hit hit : longest(hits)) {
      Zone zone = zone(hit.from());
      if (hit.meaning() instanceof Meaning.Name name) {
        concepts.computeIfAbsent(name.concept(), key -> new Count()).add(zone);
      } else if (hit.meaning() instanceof Meaning.Ambiguous name) {
        if (isNear(contexts.getOrDefault(name.concept(), List.of()), hit)) {
          concepts.computeIfAbsent(name.concept(), key -> new Count()).add(zone);
        }
      } else if (hit.meaning() instanceof Meaning.Term term) {
        terms
            .computeIfAbsent(term.section(), key -> new TreeMap<>())
            .computeIfAbsent(term.term(), key -> new Count())
            .add(zone);
      }
    }
  }

  /** The hits that do not lie inside a longer one: React Native is no React. */
  private static List<Hit> longest(List<Hit> hits) {
    hits.sort(
        Comparator.comparingInt(Hit::from)
            .thenComparing(Comparator.comparingInt(Hit::to).reversed()));
    List<Hit> longest = new ArrayList<>();
    int from = -1;
    int to = -1;
    for (Hit hit : hits) {
      boolean inside = hit.to() < to || hit.to() == to && hit.from() > from;
      if (!inside) {
        longest.add(hit);
        from = hit.from();
        to = hit.to();
      }
    }
    return longest;
  }

  /** Whether a context word, not the name itself, stands near; both ascend. */
  private static boolean isNear(List<Integer> contexts, Hit hit) {
    int low = 0;
    int high = contexts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (contexts.get(middle) < hit.from() - NEAR) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low; i < contexts.size() && contexts.get(i) <= hit.to() + NEAR; i++) {
      if (contexts.get(i) < hit.from() || contexts.get(i) >= hit.to()) {
        return true;
      }
    }
    return false;
  }

  private Zone zone(int at) {
    if (at < titleEnd) {
      return Zone.TITLE;
    }
    return at < titleEnd + LEAD ? Zone.LEAD : Zone.BODY;
  }
}
