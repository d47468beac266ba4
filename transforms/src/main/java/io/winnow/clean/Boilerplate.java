package io.winnow.clean;

import io.winnow.text.Sieve;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Drops the lines that belong to the page: promotion, calls to like and subscribe, licences,
 * sign-offs and the like. A rule looks at the part of the article where its class of lines stands,
 * so that an article about likes keeps its likes.
 */
final class Boilerplate {
  private static final int HEAD_LINES = 8;
  private static final int TAIL_LINES = 60;
  private static final double TAIL_SHARE = 0.35;
  private static final int MIN_TAIL_LINES = 6;
  private static final int MAX_LAST_LINES = 4;
  private static final int MAX_LEAD_IN = 4;

  private final List<BoilerplateRule> rules;
  private final Sieve sieve;
  private final List<Line> lines;
  private final List<String> folded = new ArrayList<>();
  private final Sieve.@Nullable Found[] sifted;
  private final NavigableMap<Integer, String> hits = new TreeMap<>();

  private Boilerplate(BoilerplateRules rules, List<Line> lines) {
    this.rules = rules.rules();
    this.sieve = rules.sieve();
    this.sifted = new Sieve.Found[lines.size()];
    this.lines = lines;
    lines.forEach(line -> folded.add(BoilerplateRule.folded(line.words())));
  }

  static Manuscript drop(BoilerplateRules rules, Manuscript text) {
    Boilerplate boilerplate = new Boilerplate(rules, text.lines());
    NavigableMap<Integer, String> hits = boilerplate.find();
    new SponsorReads(rules.sponsors(), boilerplate.folded).find().forEach(hits::putIfAbsent);
    return text.without(hits);
  }

  private NavigableMap<Integer, String> find() {
    for (BoilerplateRule rule : rules) {
      int last = -1;
      for (int i = 0; i < lines.size(); i++) {
        if (isCode(i) || !inZone(rule.where(), i) || !rule.hits(folded.get(i), sifted(i))) {
          continue;
        }
        if (rule.extent() == BoilerplateRule.Extent.SECTION) {
          section(rule, i);
          continue;
        }
        hits.putIfAbsent(i, rule.name());
        leadIn(rule, i);
        frame(rule, last, i);
        last = i;
      }
    }
    return hits;
  }

  /** Takes a section; one without a heading only where nothing but a few titles are left. */
  private void section(BoilerplateRule rule, int heading) {
    if (!lines.get(heading).is(Line.Form.HEADING) && !isBeforeLastTitles(heading)) {
      return;
    }
    hits.putIfAbsent(heading, rule.name());
    for (int i = heading + 1; i < lines.size() && !lines.get(i).is(Line.Form.HEADING); i++) {
      hits.putIfAbsent(i, rule.name());
    }
  }

  private boolean isBeforeLastTitles(int i) {
    List<String> rest = folded.subList(i + 1, folded.size());
    return rest.size() <= MAX_LAST_LINES
        && rest.stream().noneMatch(line -> line.endsWith("。") || line.endsWith("."));
  }

  private void leadIn(BoilerplateRule rule, int hit) {
    for (int i = hit - 1; i >= Math.max(0, hit - MAX_LEAD_IN); i--) {
      if (isCode(i) || hits.containsKey(i) || !rule.leadsIn(folded.get(i), sifted(i))) {
        return;
      }
      hits.put(i, rule.name());
    }
  }

  private void frame(BoilerplateRule rule, int before, int hit) {
    if (before < 0 || hit - before - 1 > rule.frame()) {
      return;
    }
    for (int i = before + 1; i < hit; i++) {
      hits.putIfAbsent(i, rule.name());
    }
  }

  private boolean inZone(BoilerplateRule.Where where, int i) {
    return switch (where) {
      case HEAD -> i < HEAD_LINES;
      case TAIL -> isTail(i);
      case EDGES -> i < HEAD_LINES || isTail(i);
      case ANYWHERE -> true;
    };
  }

  private boolean isTail(int i) {
    int fromEnd = lines.size() - i;
    return fromEnd <= TAIL_LINES && fromEnd <= Math.max(MIN_TAIL_LINES, TAIL_SHARE * lines.size());
  }

  private Sieve.Found sifted(int i) {
    Sieve.Found found = sifted[i];
    if (found == null) {
      found = sieve.sift(folded.get(i));
      sifted[i] = found;
    }
    return found;
  }

  private boolean isCode(int i) {
    return lines.get(i).is(Line.Form.CODE);
  }
}
