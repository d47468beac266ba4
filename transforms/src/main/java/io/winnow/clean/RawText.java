package io.winnow.clean;

import io.winnow.read.DoubleEncoding;
import io.winnow.schema.DroppedSpan;
import io.winnow.text.Scripts;
import java.util.Arrays;
import java.util.List;

/**
 * Text of a piece as split, but for lines that were garbled by a wrong charset, which are mended.
 * Inside cleaning, ranges are UTF-16 offsets into it; {@link #codePoint} turns them into the code
 * points of the piece that rows hold.
 */
final class RawText {
  private static final int MAX_EXCERPT = 200;
  private static final int AROUND = 20;
  private static final String GARBLED = "double-encoded";

  private final String original;
  private final String text;
  private final List<DoubleEncoding.Repair> repairs;

  /** Where each repaired range begins in {@link #text}. */
  private final int[] repairStarts;

  private final int[] supplementary;

  RawText(String text) {
    this(text, List.of());
  }

  private RawText(String original, List<DoubleEncoding.Repair> repairs) {
    this.original = original;
    this.repairs = repairs;
    this.repairStarts = new int[repairs.size()];
    this.text = repairs.isEmpty() ? original : mended();
    this.supplementary = supplementary(original);
  }

  /** Where the second halves of surrogate pairs stand. */
  private static int[] supplementary(String text) {
    if (text.codePointCount(0, text.length()) == text.length()) {
      return new int[0];
    }
    int[] found = new int[4];
    int count = 0;
    for (int i = 1; i < text.length(); i++) {
      if (Character.isLowSurrogate(text.charAt(i))
          && Character.isHighSurrogate(text.charAt(i - 1))) {
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** The text with these lines mended. */
  static RawText mended(String text, List<DoubleEncoding.Repair> repairs) {
    return new RawText(text, repairs);
  }

  private String mended() {
    StringBuilder mended = new StringBuilder(original.length());
    int done = 0;
    for (int i = 0; i < repairs.size(); i++) {
      DoubleEncoding.Repair repair = repairs.get(i);
      mended.append(original, done, repair.from());
      repairStarts[i] = mended.length();
      mended.append(repair.text());
      done = repair.to();
    }
    return mended.append(original, done, original.length()).toString();
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  /** Characters beyond ASCII that came back when garbled lines were mended. */
  int mendedChars() {
    return repairs.stream().mapToInt(DoubleEncoding.Repair::chars).sum();
  }

  /** A row for each line that was garbled, with what it looked like. */
  List<DroppedSpan> garbled() {
    return repairs.stream()
        .map(repair -> row(GARBLED, repair.from(), repair.to(), original))
        .toList();
  }

  /** The code point of the piece that begins at, or lies around, this UTF-16 offset. */
  int codePoint(int offset) {
    return originalCodePoint(originalOffset(offset));
  }

  private int originalOffset(int offset) {
    int low = 0;
    int high = repairs.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (repairStarts[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return offset;
    }
    DoubleEncoding.Repair before = repairs.get(low - 1);
    int inside = offset - repairStarts[low - 1];
    return inside >= before.text().length()
        ? before.to() + inside - before.text().length()
        : before.from() + Math.min(inside, before.to() - before.from());
  }

  private int originalCodePoint(int offset) {
    int low = 0;
    int high = supplementary.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (supplementary[middle] < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return offset - low;
  }

  /** The row that says this range was removed by {@code rule}. */
  DroppedSpan dropped(String rule, int from, int to) {
    DroppedSpan row = row(rule, originalOffset(from), originalOffset(to), original);
    return repairs.isEmpty()
        ? row
        : DroppedSpan.newBuilder(row)
            .setExcerpt(Scripts.head(text.substring(from, to).strip(), MAX_EXCERPT))
            .build();
  }

  /** The row that says this gap was closed by {@code rule}, with the words on both sides of it. */
  DroppedSpan seam(String rule, int from, int to) {
    int left = Math.max(0, from - AROUND);
    int right = Math.min(text.length(), to + AROUND);
    left += left > 0 && Character.isLowSurrogate(text.charAt(left)) ? 1 : 0;
    right -= right < text.length() && Character.isLowSurrogate(text.charAt(right)) ? 1 : 0;
    String around = text.substring(left, from).strip() + " ⏎ " + text.substring(to, right).strip();
    return DroppedSpan.newBuilder(row(rule, originalOffset(from), originalOffset(to), original))
        .setExcerpt(around.replaceAll("\\s+", " "))
        .build();
  }

  private DroppedSpan row(String rule, int from, int to, String source) {
    return DroppedSpan.newBuilder()
        .setRule(rule)
        .setFromChar(originalCodePoint(from))
        .setToChar(originalCodePoint(to))
        .setExcerpt(Scripts.head(source.substring(from, to).strip(), MAX_EXCERPT))
        .build();
  }
}
