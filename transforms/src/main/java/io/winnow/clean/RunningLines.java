package io.winnow.clean;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Drops what pages and slides print on every one of them: short lines alone between paragraphs that
 * recur, word for word, wherever a page ended, before a heading here and amid a section there.
 * Numbers of pages go where one stands within a sentence.
 *
 * <p>A name before each answer, a note under each heading or a verdict at the end of each section
 * recurs too, but always in the same place, and stays.
 */
final class RunningLines {
  static final String RULE = "running-line";

  private static final int MIN_TIMES = 3;
  private static final int MAX_COLUMNS = 40;
  private static final int PARAGRAPH = 60;
  private static final int MIN_PREFIX = 3;
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:[-–—] ?)?(?:Page |第 ?)?\\d{1,4}(?: ?(?:/|of) ?\\d{1,4})?(?: ?页)?(?: ?[-–—])?");
  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} &|®™·.-]*+");
  private static final String PAGE = "#";

  private final List<Line> lines;
  private final String[] keys;
  private final Map<String, Integer> times = new HashMap<>();

  /** Lines that do not recur. */
  private final BitSet others = new BitSet();

  private RunningLines(List<Line> lines) {
    this.lines = lines;
    this.keys = new String[lines.size()];
    for (int i = 0; i < keys.length; ) {
      int end = i + 1;
      while (end < keys.length && lines.get(end).glued()) {
        end++;
      }
      for (int k = i; k < end && isAlone(i, end); k++) {
        String text = lines.get(k).text().strip();
        keys[k] = isNumber(lines.get(k)) ? PAGE : text;
        times.merge(keys[k], 1, Integer::sum);
      }
      i = end;
    }
  }

  static Manuscript drop(Manuscript text) {
    return text.without(new RunningLines(text.lines()).find());
  }

  /** Whether a paragraph is nothing but one or two short lines. */
  private boolean isAlone(int from, int to) {
    return to - from <= 2
        && lines.subList(from, to).stream()
            .allMatch(
                line ->
                    (line.is(Line.Form.PROSE) || line.is(Line.Form.LIST) && isNumber(line))
                        && line.text().length() <= MAX_COLUMNS
                        && Columns.of(line.text()) <= MAX_COLUMNS
                        && !Columns.endsInMark(line.text())
                        && (WORDS.matcher(line.text().strip()).matches() || isNumber(line)));
  }

  private static boolean isNumber(Line line) {
    return line.text().length() <= MAX_COLUMNS && NUMBER.matcher(line.text().strip()).matches();
  }

  private NavigableMap<Integer, String> find() {
    for (int i = 0; i < keys.length; i++) {
      others.set(i, keys[i] == null || times.get(keys[i]) < MIN_TIMES);
    }
    Map<String, int[]> places = new HashMap<>();
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != null && times.get(keys[i]) >= MIN_TIMES) {
        places
            .computeIfAbsent(keys[i], key -> new int[Place.values().length])[place(i).ordinal()]++;
      }
    }
    NavigableMap<Integer, String> hits = new TreeMap<>();
    for (int i = 0; i < keys.length; i++) {
      if (places.containsKey(keys[i]) && runs(keys[i], places.get(keys[i]))) {
        hits.put(i, RULE);
      }
    }
    beside(hits);
    return hits;
  }

  private enum Place {
    UNDER_HEADING,
    ABOVE_HEADING,
    IN_SENTENCE,
    IN_SECTION
  }

  private static boolean runs(String key, int[] places) {
    if (key.equals(PAGE)) {
      return places[Place.IN_SENTENCE.ordinal()] > 0;
    }
    int ends = places[Place.ABOVE_HEADING.ordinal()] + places[Place.IN_SENTENCE.ordinal()];
    int amid = places[Place.IN_SECTION.ordinal()] + places[Place.IN_SENTENCE.ordinal()];
    return ends > 0 && amid > 0 && places[Place.UNDER_HEADING.ordinal()] == 0;
  }

  private Place place(int i) {
    if (i > 0 && lines.get(i - 1).is(Line.Form.HEADING)) {
      return Place.UNDER_HEADING;
    }
    int before = i == 0 ? -1 : others.previousSetBit(i - 1);
    int next = others.nextSetBit(i + 1);
    int after = next < 0 ? keys.length : next;
    boolean bounded = before >= 0 && after < keys.length;
    if (bounded && isTorn(lines.get(before), lines.get(after))) {
      return Place.IN_SENTENCE;
    }
    return after < keys.length && lines.get(after).is(Line.Form.HEADING)
        ? Place.ABOVE_HEADING
        : Place.IN_SECTION;
  }

  private static boolean isTorn(Line before, Line after) {
    return before.is(Line.Form.PROSE)
        && after.is(Line.Form.PROSE)
        && Columns.of(before.text()) >= PARAGRAPH
        && !Columns.endsInMark(before.text())
        && Character.isLetter(after.text().codePointAt(0))
        && !Character.isUpperCase(after.text().codePointAt(0));
  }

  /** Adds lines right beside these whose first word such neighbours share at least thrice. */
  private void beside(NavigableMap<Integer, String> hits) {
    Map<String, Integer> prefixes = new HashMap<>();
    Set<Integer> neighbours = new HashSet<>();
    for (int i = 0; i < keys.length; i++) {
      String prefix = keys[i] == null ? "" : prefix(keys[i]);
      if (!prefix.isEmpty()
          && (hits.containsKey(i) || hits.containsKey(i - 1) || hits.containsKey(i + 1))) {
        prefixes.merge(prefix, 1, Integer::sum);
        neighbours.add(i);
      }
    }
    for (int i : neighbours) {
      if (prefixes.get(prefix(keys[i])) >= MIN_TIMES) {
        hits.putIfAbsent(i, RULE);
      }
    }
  }

  private static String prefix(String key) {
    int end = key.indexOf(' ');
    return end < MIN_PREFIX ? "" : key.substring(0, end);
  }
}
