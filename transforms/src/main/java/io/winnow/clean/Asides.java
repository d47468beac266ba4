package io.winnow.clean;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Drops lines within an article that are not of it: pointers to other articles, notes on where and
 * when it was posted, credits of pictures, and headings of what was dropped.
 */
final class Asides {
  private static final int MAX_ANNOUNCEMENT = 60;
  private static final int MAX_POINTER = 160;
  private static final int MAX_NOTE = 300;
  private static final int MAX_BUTTON = 30;

  /** Blocks from either end of an article among which notes on it stand. */
  private static final int NOTES = 4;

  private final List<HtmlBlock> blocks;

  Asides(List<HtmlBlock> blocks) {
    this.blocks = blocks;
  }

  /** Drops lines that announce links to other articles, wherever these links were dropped. */
  void dropPointers(BitSet kept) {
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      HtmlBlock block = blocks.get(i);
      boolean announces = announces(i);
      int next = i + 1;
      while (announces && next < blocks.size() && kept.get(next) && isLinkedHeading(next)) {
        kept.clear(next++);
      }
      boolean alone = next > i + 1 || kept.nextSetBit(i + 1) != i + 1;
      if (announces && alone
          || block.mass() <= MAX_POINTER && FurnitureText.isPointer(block.line().text())) {
        kept.clear(i);
      }
    }
  }

  private boolean isLinkedHeading(int i) {
    return blocks.get(i).is(Line.Form.HEADING) && blocks.get(i).linkDensity() > 0.8;
  }

  /** Drops what the page says of the article at its ends. */
  void dropNotes(BitSet kept) {
    int seen = 0;
    for (int i = kept.length() - 1; i >= 0 && seen < NOTES; i = kept.previousSetBit(i - 1)) {
      seen++;
      if (isNote(i)) {
        kept.clear(i);
      }
    }
    seen = 0;
    for (int i = kept.nextSetBit(0); i >= 0 && seen < NOTES; i = kept.nextSetBit(i + 1)) {
      seen++;
      if (isNote(i)) {
        kept.clear(i);
      }
    }
  }

  /** Drops what buttons say: lines of it, and lists of nothing else. */
  void dropButtons(BitSet kept) {
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      int end = i + 1;
      while (blocks.get(i).is(Line.Form.LIST) && kept.get(end) && isNextItem(end)) {
        end++;
      }
      if (IntStream.range(i, end).allMatch(this::isButton)) {
        kept.clear(i, end);
      }
      i = end - 1;
    }
  }

  private boolean isNextItem(int i) {
    return blocks.get(i).is(Line.Form.LIST) && blocks.get(i).line().glued();
  }

  private boolean isButton(int i) {
    HtmlBlock block = blocks.get(i);
    return (block.is(Line.Form.PROSE) || block.is(Line.Form.LIST))
        && block.mass() <= MAX_BUTTON
        && FurnitureText.isButton(block.line().text());
  }

  private boolean isNote(int i) {
    return blocks.get(i).mass() <= MAX_NOTE && FurnitureText.isNote(blocks.get(i).line().text());
  }

  /** Drops headings below which nothing but links stood. */
  void dropEmptyHeadings(BitSet kept) {
    for (int i = kept.length() - 1; i >= 0; i = kept.previousSetBit(i - 1)) {
      int next = kept.nextSetBit(i + 1);
      boolean isEmpty = next < 0 || isHeading(next) && level(next) <= level(i);
      if (isHeading(i) && isEmpty && hasLinks(i + 1, next < 0 ? blocks.size() : next)) {
        kept.clear(i);
      }
    }
  }

  private boolean hasLinks(int from, int to) {
    return blocks.subList(from, to).stream().anyMatch(block -> block.linkDensity() > 0.5);
  }

  private boolean isHeading(int i) {
    return blocks.get(i).is(Line.Form.HEADING);
  }

  private int level(int heading) {
    return blocks.get(heading).line().text().indexOf(' ');
  }

  private boolean announces(int i) {
    return blocks.get(i).mass() < MAX_ANNOUNCEMENT
        && FurnitureText.pointsElsewhere(blocks.get(i).line().text());
  }
}
