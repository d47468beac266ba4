package io.winnow.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Undoes that text was read in a wrong charset and stored so: UTF-8 read as windows-1252 (fÃ¼r) or
 * as GBK (浣犲ソ), GBK read as windows-1252 (ÄãºÃ) or as Big5, and their kin; see {@link Garbling}.
 *
 * <p>A line is touched only when all of it is exactly the bytes of another charset, what they say
 * is far more like a language, and there is enough of it, in the line or in others of the text
 * garbled the same way. A text that talks about such things is left alone, unless all of it is
 * garbled. What was lost in reading (锟斤拷) cannot come back and stays; a character lost where UTF-8
 * was read as GBK becomes U+FFFD, if at least four whole ones stand for each.
 */
public final class DoubleEncoding {
  /** Characters that came back by which a kind of garbling is certain for all lines of a text. */
  private static final int CERTAIN = 3;

  /** The same for a text that mentions charsets, where nothing but garbled lines may stand. */
  private static final int CERTAIN_IN_SPITE_OF_TALK = 40;

  /** Share of the characters beyond ASCII whose lines show how the others were garbled. */
  private static final double MOST = 0.5;

  private DoubleEncoding() {}

  /**
   * A garbled range of a text.
   *
   * @param from UTF-16 offset of its beginning
   * @param to UTF-16 offset after its end
   * @param text what was meant
   * @param chars characters beyond ASCII in it
   */
  public record Repair(int from, int to, String text, int chars) {

    /** The same in a text where it lies so many characters later. */
    public Repair movedBy(int characters) {
      return new Repair(from + characters, to + characters, text, chars);
    }
  }

  /**
   * Finds what is garbled, in order.
   *
   * @param isMarkup whether tags end a line, too
   */
  public static List<Repair> find(String text, boolean isMarkup) {
    List<Line> lines = new ArrayList<>();
    boolean found = false;
    for (int from = 0; from < text.length(); ) {
      int to = lineEnd(text, from, isMarkup);
      if (!isAscii(text, from, to)) {
        Optional<Garbling.Undone> undone = Garbling.undo(text.substring(from, to));
        lines.add(new Line(from, to, undone));
        found |= undone.isPresent();
      }
      from = to + 1;
    }
    return found ? certain(text, isMarkup, lines) : List.of();
  }

  /** A line with characters beyond ASCII. */
  private record Line(int from, int to, Optional<Garbling.Undone> undone) {
    int chars() {
      return undone.map(what -> beyondAscii(what.text())).orElse(0);
    }
  }

  private static List<Repair> certain(String text, boolean isMarkup, List<Line> found) {
    List<Line> lines = alike(text, found);
    Map<Garbling, Integer> chars = new EnumMap<>(Garbling.class);
    boolean all = true;
    for (Line line : lines) {
      line.undone().ifPresent(what -> chars.merge(what.kind(), line.chars(), Integer::sum));
      all &= line.undone().isPresent();
    }
    boolean talks = CharsetTalk.in(text, isMarkup);
    if (talks && !all) {
      return List.of();
    }
    int needed = talks ? CERTAIN_IN_SPITE_OF_TALK : CERTAIN;
    List<Repair> certain = new ArrayList<>();
    for (Line line : lines) {
      if (line.undone().isPresent()
          && chars.getOrDefault(line.undone().get().kind(), 0) >= needed) {
        String meant = line.undone().get().text();
        certain.add(new Repair(line.from(), line.to(), meant, line.chars()));
      }
    }
    return certain;
  }

  /**
   * The lines with those undone, too, that are too short to speak for themselves, but were garbled
   * like most of the text.
   */
  private static List<Line> alike(String text, List<Line> lines) {
    Map<String, Integer> chars = new TreeMap<>();
    Garbling.Undone most = null;
    int undone = 0;
    int beyondAscii = 0;
    for (Line line : lines) {
      beyondAscii += beyondAscii(text.substring(line.from(), line.to()));
      if (line.undone().isEmpty()) {
        continue;
      }
      undone += beyondAscii(text.substring(line.from(), line.to()));
      Garbling.Undone what = line.undone().get();
      String way = what.kind() + " " + what.written().name();
      int count = chars.merge(way, line.chars(), Integer::sum);
      if (most == null || count > chars.get(most.kind() + " " + most.written().name())) {
        most = what;
      }
    }
    if (most == null || undone < MOST * beyondAscii) {
      return lines;
    }
    List<Line> all = new ArrayList<>();
    for (Line line : lines) {
      Optional<Garbling.Undone> same = most.alike(text.substring(line.from(), line.to()));
      all.add(same.isPresent() ? new Line(line.from(), line.to(), same) : line);
    }
    return all;
  }

  private static int lineEnd(String text, int from, boolean isMarkup) {
    int to = from;
    while (to < text.length()) {
      char c = text.charAt(to);
      if (c == '\n' || c == '\r' || (isMarkup && (c == '<' || c == '>'))) {
        break;
      }
      to++;
    }
    return to;
  }

  private static boolean isAscii(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static int beyondAscii(String text) {
    return (int) text.codePoints().filter(c -> c >= 0x80).count();
  }
}
