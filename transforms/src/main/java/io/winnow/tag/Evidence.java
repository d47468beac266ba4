package io.winnow.tag;

import io.winnow.tag.Vocabulary.Meaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** Receives what is named, by its number. */
  interface Visitor {
    void named(int number, Count count);
  }

  /** Receives each place that counts; offsets are UTF-16 units of title, two line ends and text. */
  interface Places {
    /** That of a name of a concept. */
    void concept(int number, int from, int to);

    /** That of a term of a section. */
    void term(int number, int from, int to);
  }

  private static final Places UNTOLD =
      new Places() {
        @Override
        public void concept(int number, int from, int to) {}

        @Override
        public void term(int number, int from, int to) {}
      };

  private enum Zone {
    TITLE,
    LEAD,
    BODY
  }

  private record Hit(int from, int to, Meaning meaning) {
    private static final Comparator<Hit> ORDER =
        Comparator.comparingInt(Hit::from)
            .thenComparing(Comparator.comparingInt(Hit::to).reversed());
  }

  /** UTF-16 units of the text that count as its lead. */
  private static final int LEAD = 400;

  /** Within so many units a context word tells what an ambiguous name means. */
  private static final int NEAR = 400;

  /** Patterns read only so far into a text. */
  private static final int PATTERN_REACH = 200_000;

  private final Vocabulary vocabulary;
  private final String whole;
  private final int titleEnd;
  private final @Nullable Count[] concepts;
  private final @Nullable Count[] terms;

  /** Where context words stand, each with its number in the low half; ascending once read. */
  private long[] contexts = new long[64];

  private int contextCount;

  private final Places places;

  private Evidence(Vocabulary vocabulary, String title, String text, Places places) {
    this.vocabulary = vocabulary;
    this.places = places;
    this.whole = title + "\n\n" + text;
    this.titleEnd = title.length();
    this.concepts = new Count[vocabulary.taxonomy().concepts().size()];
    this.terms = new Count[vocabulary.terms().size()];
  }

  static Evidence of(Vocabulary vocabulary, String title, String text) {
    return of(vocabulary, title, text, UNTOLD);
  }

  /** The same, and tells every place that counts. */
  static Evidence of(Vocabulary vocabulary, String title, String text, Places places) {
    Evidence evidence = new Evidence(vocabulary, title, text, places);
    evidence.read();
    return evidence;
  }

  /** The concepts that are named, by their numbers in ascending order. */
  void concepts(Visitor visitor) {
    visit(concepts, visitor);
  }

  /** The terms of sections that are named, by their numbers in ascending order. */
  void terms(Visitor visitor) {
    visit(terms, visitor);
  }

  private static void visit(@Nullable Count[] counts, Visitor visitor) {
    for (int i = 0; i < counts.length; i++) {
      Count count = counts[i];
      if (count != null) {
        visitor.named(i, count);
      }
    }
  }

  private void read() {
    List<Hit> hits = new ArrayList<>();
    WebAddresses addresses = WebAddresses.in(whole);
    vocabulary
        .lexicon()
        .scan(
            FoldedText.of(whole),
            (from, to, meaning) -> {
              if (meaning instanceof Meaning.Context context) {
                addContext(from, context.word());
              } else if (isWritten(meaning, from) && !addresses.cover(from)) {
                hits.add(new Hit(from, to, meaning));
              }
            });
    Arrays.sort(contexts, 0, contextCount);
    String head = whole.substring(0, Math.min(whole.length(), PATTERN_REACH));
    for (NamePattern pattern : vocabulary.patterns()) {
      Meaning name = new Meaning.Name(pattern.concept());
      pattern.find(head, (from, to) -> hits.add(new Hit(from, to, name)));
    }
    hits.sort(Hit.ORDER);
    countLongest(hits);
  }

  private boolean isWritten(Meaning meaning, int from) {
    return !(meaning instanceof Meaning.Ambiguous name)
        || !name.asWritten()
        || whole.startsWith(name.written(), from);
  }

  private void addContext(int from, int word) {
    if (contextCount == contexts.length) {
      contexts = Arrays.copyOf(contexts, 2 * contextCount);
    }
    contexts[contextCount++] = (long) from << 32 | word;
  }

  /**
   * Counts the hits that do not lie inside a longer one: React Native is no React. A section's term
   * hides no concept: {@code AI agent framework} names agents all the same.
   */
  private void countLongest(List<Hit> hits) {
    Hit longest = null;
    Hit longestName = null;
    for (Hit hit : hits) {
      boolean term = hit.meaning() instanceof Meaning.Term;
      Hit above = term ? longest : longestName;
      if (above != null && lies(hit, above)) {
        continue;
      }
      if (longest == null || !lies(hit, longest)) {
        longest = hit;
      }
      if (!term) {
        longestName = hit;
      }
      count(hit);
    }
  }

  /** Whether a hit lies inside one that begins no later, and is shorter. */
  private static boolean lies(Hit hit, Hit longer) {
    return hit.to() < longer.to() || hit.to() == longer.to() && hit.from() > longer.from();
  }

  private void count(Hit hit) {
    if (hit.meaning() instanceof Meaning.Name name) {
      concept(name.concept(), hit);
    } else if (hit.meaning() instanceof Meaning.Term term) {
      add(terms, term.term(), zone(hit.from()));
      places.term(term.term(), hit.from(), hit.to());
    } else if (hit.meaning() instanceof Meaning.Ambiguous name && isTold(name.concept(), hit)) {
      concept(name.concept(), hit);
    }
  }

  private void concept(int number, Hit hit) {
    add(concepts, number, zone(hit.from()));
    places.concept(number, hit.from(), hit.to());
  }

  private static void add(@Nullable Count[] counts, int number, Zone zone) {
    Count count = counts[number];
    if (count == null) {
      count = new Count();
      counts[number] = count;
    }
    count.add(zone);
  }

  /** Whether a context word of the concept, not the name itself, stands near. */
  private boolean isTold(int concept, Hit hit) {
    long least = (long) Math.max(0, hit.from() - NEAR) << 32;
    int at = Arrays.binarySearch(contexts, 0, contextCount, least);
    for (int i = at < 0 ? -at - 1 : at; i < contextCount; i++) {
      int from = (int) (contexts[i] >>> 32);
      if (from > hit.to() + NEAR) {
        return false;
      }
      boolean apart = from < hit.from() || from >= hit.to();
      if (apart && vocabulary.isContext((int) contexts[i], concept)) {
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
