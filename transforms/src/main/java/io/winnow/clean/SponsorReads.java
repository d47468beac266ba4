package io.winnow.clean;

import io.winnow.text.Folding;
import io.winnow.text.Sieve;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds paid reads in the middle of a transcript: a stretch of lines about one brand that ends in
 * an invitation to its address, with the words by which hosts thank their sponsors. The brand is
 * read from the address, so no rule names one.
 */
final class SponsorReads {
  private static final String RULE = "sponsor";
  private static final int MAX_LINES = 20;
  private static final int MAX_GAP = 6;
  private static final int MIN_BRAND = 4;
  private static final Pattern DOMAIN =
      Pattern.compile(
          "\\b([a-z0-9][a-z0-9-]{1,30})\\.(?:com|io|dev|ai|org|net|app|co|sh|so|cloud|tech|cn)\\b(?:/[\\w-]{1,40}){0,3}",
          Pattern.CASE_INSENSITIVE);

  private static final Sieve DOMAIN_SIEVE = Sieve.of(List.of(DOMAIN));

  private final SponsorCues cues;
  private final List<String> lines;
  private final List<String> keys = new ArrayList<>();

  /** Looks through lines folded as by {@link BoilerplateRule#folded}. */
  SponsorReads(SponsorCues cues, List<String> lines) {
    this.cues = cues;
    this.lines = lines;
  }

  NavigableMap<Integer, String> find() {
    NavigableMap<Integer, String> found = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!DOMAIN_SIEVE.sift(lines.get(i)).any()) {
        continue;
      }
      Matcher domain = DOMAIN.matcher(lines.get(i));
      if (found.containsKey(i) || !domain.find() || !invites(i, domain)) {
        continue;
      }
      String brand = Folding.key(domain.group(1));
      int last = lastMention(brand, i);
      int first = firstMention(brand, i);
      if (isPaid(first, last) && isLocal(brand, first, last)) {
        for (int at = opening(first); at <= last; at++) {
          found.put(at, RULE);
        }
      }
    }
    return found;
  }

  private boolean invites(int i, Matcher domain) {
    return domain.group().length() == lines.get(i).length() || cues.invites(lines.get(i));
  }

  private int firstMention(String brand, int from) {
    int first = from;
    for (int i = from - 1; i >= Math.max(0, from - MAX_LINES) && first - i <= MAX_GAP; i--) {
      if (mentions(i, brand)) {
        first = i;
      }
    }
    return first;
  }

  private int lastMention(String brand, int from) {
    int last = from;
    while (last + 1 < lines.size() && last - from < MAX_LINES && mentions(last + 1, brand)) {
      last++;
    }
    return last;
  }

  private int opening(int first) {
    return first > 0 && !cues.opens(lines.get(first)) && cues.opens(lines.get(first - 1))
        ? first - 1
        : first;
  }

  private boolean isPaid(int first, int last) {
    return lines.subList(first, last + 1).stream().anyMatch(cues::pays);
  }

  /** A brand the article also speaks of elsewhere is its subject. */
  private boolean isLocal(String brand, int first, int last) {
    int inside = 0;
    int outside = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (mentions(i, brand)) {
        if (i >= first && i <= last) {
          inside++;
        } else {
          outside++;
        }
      }
    }
    return outside <= inside;
  }

  private boolean mentions(int i, String brand) {
    if (keys.isEmpty()) {
      lines.forEach(line -> keys.add(Folding.key(line)));
    }
    return brand.length() >= MIN_BRAND && keys.get(i).contains(brand);
  }
}
