package io.winnow.privacy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts placeholders in the place of personal data.
 *
 * <p>The result depends on the text alone; masking it again changes nothing. Lines stay lines. Cost
 * is linear in the length of the text.
 */
public final class PersonalDataMasker implements Serializable {
  /** Masks nothing, at no cost. */
  public static final PersonalDataMasker NONE = of(Set.of());

  private static final int MAX_PASSES = 8;
  private static final long serialVersionUID = 1;

  private final EnumSet<PersonalDataKind> kinds;

  private PersonalDataMasker(EnumSet<PersonalDataKind> kinds) {
    this.kinds = kinds;
  }

  /** Masks these kinds. */
  public static PersonalDataMasker of(Set<PersonalDataKind> kinds) {
    EnumSet<PersonalDataKind> some = EnumSet.noneOf(PersonalDataKind.class);
    some.addAll(kinds);
    return new PersonalDataMasker(some);
  }

  /** Whether it masks anything. */
  public boolean isOn() {
    return !kinds.isEmpty();
  }

  /** The kinds that it masks. */
  public Set<PersonalDataKind> kinds() {
    return Set.copyOf(kinds);
  }

  /** The text, masked. */
  public String mask(String text) {
    return mask(text, new MaskTally());
  }

  /** The same for a value that may be absent. */
  public @Nullable String maskIfPresent(@Nullable String text, MaskTally tally) {
    return text == null ? null : mask(text, tally);
  }

  /** The text, masked and counted. */
  public String mask(String text, MaskTally tally) {
    if (kinds.isEmpty() || text.isEmpty()) {
      return text;
    }
    String masked = once(text, tally);
    return masked.equals(text) ? text : settled(masked, tally);
  }

  private String once(String text, MaskTally tally) {
    FoldedText folded = FoldedText.of(text);
    return replaced(text, folded, find(folded), tally);
  }

  /**
   * The text once no placeholder brings another word near to what was left: lines with one are read
   * again. Nothing is found across lines.
   */
  private String settled(String masked, MaskTally tally) {
    StringBuilder settled = new StringBuilder(masked.length());
    int from = 0;
    while (from < masked.length()) {
      int end = masked.indexOf('\n', from);
      int next = end < 0 ? masked.length() : end + 1;
      String line = masked.substring(from, next);
      for (int pass = 0; pass < MAX_PASSES && PersonalDataKind.isMasked(line); pass++) {
        String again = once(line, tally);
        if (again.equals(line)) {
          break;
        }
        line = again;
      }
      settled.append(line);
      from = next;
    }
    return settled.toString();
  }

  /**
   * HTML, masked and counted: also what stands in attributes and scripts, and what tags in the
   * middle of it would hide.
   */
  public String maskHtml(String html, MaskTally tally) {
    if (kinds.isEmpty() || html.isEmpty()) {
      return html;
    }
    String masked = mask(html, tally);
    FoldedText folded = FoldedText.withoutInlineTags(masked);
    String untagged = replaced(masked, folded, find(folded), tally);
    return untagged.equals(masked) ? masked : mask(untagged, tally);
  }

  /** What is to be masked in a text, in order. */
  List<Hit> find(FoldedText text) {
    List<Hit> hits = new ArrayList<>();
    if (kinds.contains(PersonalDataKind.EMAIL)) {
      hits.addAll(EmailFinder.find(text));
      addApart(hits, ProtectedMail.find(text));
    }
    if (kinds.contains(PersonalDataKind.IP)) {
      addApart(hits, IpAddresses.find(text));
    }
    addApart(hits, NumberFinder.find(text, kinds, hits));
    return hits;
  }

  /** Adds what overlaps nothing that was found before. */
  private static void addApart(List<Hit> hits, List<Hit> more) {
    if (more.isEmpty()) {
      return;
    }
    hits.addAll(more);
    hits.sort(Comparator.comparingInt(Hit::from).thenComparing(Hit::kind));
    List<Hit> apart = new ArrayList<>(hits.size());
    int end = 0;
    for (Hit hit : hits) {
      if (hit.from() >= end) {
        apart.add(hit);
        end = hit.to();
      }
    }
    hits.clear();
    hits.addAll(apart);
  }

  private static String replaced(String text, FoldedText folded, List<Hit> hits, MaskTally tally) {
    if (hits.isEmpty()) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text.length());
    int done = 0;
    for (Hit hit : hits) {
      int from = folded.source(hit.from());
      int to = folded.source(hit.to());
      boolean address = Surroundings.inAddress(folded, hit.from());
      masked.append(text, done, from);
      masked.append(address ? hit.kind().placeholderInAddress() : hit.kind().placeholder());
      if (!address && to < text.length() && "(:".indexOf(text.charAt(to)) >= 0) {
        // "[email](x)" would be a link in Markdown, "[email]: x" the definition of one.
        masked.append(' ');
      }
      folded.appendMarkup(masked, from, to);
      tally.add(hit.kind());
      done = to;
    }
    return masked.append(text, done, text.length()).toString();
  }
}
