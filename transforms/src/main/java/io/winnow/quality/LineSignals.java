package io.winnow.quality;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Measures the lines and paragraphs of a text: their length, their ends, how many come again. */
final class LineSignals {
  /** Mass of a short line: FineWeb's 30 characters. */
  private static final int SHORT = 30;

  private static final String ENDS = "。！？!?.…;；:：";
  private static final String HARD_ENDS = "。！？!?.…";
  private static final String CLOSERS = "”’\"'）)】」』》*_`";

  private final String text;
  private final Repeats lineRepeats = new Repeats();
  private final Repeats paragraphRepeats = new Repeats();
  private int lines;
  private int textLines;
  private int mass;
  private int textMass;
  private int codeMass;
  private int tableMass;
  private int shortLines;
  private int ended;
  private int endedMass;
  private int prose;
  private int proseMass;
  private int items;
  private int ellipses;
  private int braces;

  private LineSignals(String text) {
    this.text = text;
  }

  static void putInto(Signals signals, String text, List<TextLine> lines) {
    LineSignals measured = new LineSignals(text);
    measured.read(lines);
    measured.put(signals);
  }

  private void read(List<TextLine> all) {
    long paragraph = 0;
    int paragraphMass = 0;
    for (TextLine line : all) {
      lines++;
      mass += line.mass();
      if (!line.kind().isText()) {
        codeMass += line.kind() == TextLine.Kind.CODE ? line.mass() : 0;
        tableMass += line.kind() == TextLine.Kind.TABLE ? line.mass() : 0;
        continue;
      }
      if (line.opens()) {
        paragraphRepeats.add(paragraph, paragraphMass);
        paragraph = 0;
        paragraphMass = 0;
      }
      long hash = hash(line);
      paragraph = paragraph * 31 + hash;
      paragraphMass += line.mass();
      lineRepeats.add(hash, line.mass());
      text(line);
    }
    paragraphRepeats.add(paragraph, paragraphMass);
  }

  private void text(TextLine line) {
    textLines++;
    textMass += line.mass();
    shortLines += line.mass() <= SHORT ? 1 : 0;
    items += line.kind() == TextLine.Kind.ITEM ? 1 : 0;
    for (int i = line.from(); i < line.to(); i++) {
      char c = text.charAt(i);
      braces += c == '{' || c == '}' ? 1 : 0;
    }
    if (line.kind() == TextLine.Kind.HEADING) {
      return;
    }
    prose++;
    proseMass += line.mass();
    int end = line.to();
    while (end > line.from() && CLOSERS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    char last = end == line.from() ? ' ' : text.charAt(end - 1);
    ellipses += last == '…' || text.startsWith("...", Math.max(line.from(), end - 3)) ? 1 : 0;
    if (ENDS.indexOf(last) >= 0) {
      ended++;
    }
    if (HARD_ENDS.indexOf(last) >= 0 || holdsSentence(line)) {
      endedMass += line.mass();
    }
  }

  /** Whether a sentence ends inside the line. */
  private boolean holdsSentence(TextLine line) {
    for (int i = line.from(); i + 1 < line.to(); i++) {
      char c = text.charAt(i);
      if ("。！？".indexOf(c) >= 0
          || (".!?".indexOf(c) >= 0
              && text.charAt(i + 1) == ' '
              && i > line.from() + 2
              && Character.isLowerCase(text.charAt(i - 1))
              && Character.isLowerCase(text.charAt(i - 2)))) {
        return true;
      }
    }
    return false;
  }

  private long hash(TextLine line) {
    long hash = 7;
    for (int i = line.from(); i < line.to(); i++) {
      char c = text.charAt(i);
      if (c > ' ') {
        hash = (hash ^ Character.toLowerCase(c)) * 0x100000001B3L;
      }
    }
    return hash ^ (hash >>> 31);
  }

  private void put(Signals signals) {
    signals.put("lines", textLines);
    signals.putShare("mean_line_mass", textMass, textLines);
    signals.putShare("short_line_share", shortLines, textLines);
    signals.putShare("line_end_share", ended, prose);
    signals.putShare("sentence_share", endedMass, proseMass);
    signals.putShare("bullet_line_share", items, textLines);
    signals.putShare("ellipsis_line_share", ellipses, textLines);
    signals.putShare("brace_ratio", braces, textMass);
    signals.putShare("code_share", codeMass, mass);
    signals.putShare("table_share", tableMass, mass);
    signals.putShare("duplicate_line_share", lineRepeats.repeated, lineRepeats.all);
    signals.putShare("duplicate_line_chars", lineRepeats.repeatedMass, lineRepeats.allMass);
    signals.putShare("duplicate_paragraph_share", paragraphRepeats.repeated, paragraphRepeats.all);
    signals.putShare(
        "duplicate_paragraph_chars", paragraphRepeats.repeatedMass, paragraphRepeats.allMass);
  }

  /** How much of what was added had been added before; what says nothing is no repetition. */
  private static final class Repeats {
    private final Set<Long> seen = new HashSet<>();
    private int all;
    private int repeated;
    private long allMass;
    private long repeatedMass;

    void add(long hash, int mass) {
      if (mass == 0) {
        return;
      }
      all++;
      allMass += mass;
      if (!seen.add(hash)) {
        repeated++;
        repeatedMass += mass;
      }
    }
  }
}
