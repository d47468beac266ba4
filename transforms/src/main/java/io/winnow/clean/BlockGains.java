package io.winnow.clean;

import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Weighs the blocks of a page: running text gains its mass, links and scraps lose theirs. */
final class BlockGains {
  private static final int MIN_PARAGRAPH = 60;
  private static final int MIN_UNMARKED = 160;
  private static final double MAX_LINK_DENSITY = 0.5;
  private static final double DESCRIBED_BONUS = 500;
  private static final int MIN_DESCRIPTION = 24;
  private static final int MIN_TEASERS = 3;
  private static final int MAX_TEASER = 500;

  private BlockGains() {}

  /** What each block gains; lines that belong together gain together. */
  static double[] of(List<HtmlBlock> blocks) {
    double[] gains = new double[blocks.size()];
    for (int from = 0; from < blocks.size(); ) {
      int to = from + 1;
      while (to < blocks.size()
          && blocks.get(to).line().glued()
          && !blocks.get(to).is(Line.Form.LIST)) {
        to++;
      }
      int mass = 0;
      int linked = 0;
      int marks = 0;
      for (HtmlBlock block : blocks.subList(from, to)) {
        mass += block.mass();
        linked += block.linkMass();
        marks += block.marks();
      }
      double gain = gain(blocks.get(from), mass, linked, marks);
      for (int i = from; i < to; i++) {
        gains[i] = mass == 0 ? 0 : gain * blocks.get(i).mass() / mass;
      }
      from = to;
    }
    loseTeasers(blocks, gains);
    return gains;
  }

  private static double gain(HtmlBlock first, int mass, int linked, int marks) {
    double density = mass == 0 ? 0 : (double) linked / mass;
    if (density > MAX_LINK_DENSITY) {
      return -mass;
    }
    return switch (first.line().form()) {
      case HEADING -> 0;
      case CODE, TABLE -> mass * (1 - 2 * density) / 2;
      default -> {
        if (mass >= MIN_PARAGRAPH && marks > 0 || mass >= MIN_UNMARKED) {
          yield mass * (1 - density);
        }
        if (first.owner().normalName().equals("p") && Columns.endsSentence(first.line().text())) {
          yield mass * (1 - density) / 2;
        }
        yield -linked / 2.0;
      }
    };
  }

  /** A heading that is a link, and the few lines below it, lead to another article. */
  private static void loseTeasers(List<HtmlBlock> blocks, double[] gains) {
    List<Integer> headings = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).is(Line.Form.HEADING) && blocks.get(i).linkDensity() > 0.8) {
        headings.add(i);
      }
    }
    if (headings.size() < MIN_TEASERS) {
      return;
    }
    for (int heading : headings) {
      gains[heading] = -blocks.get(heading).mass();
      for (int i = heading + 1; i < cardEnd(blocks, heading); i++) {
        gains[i] = Math.min(gains[i], -blocks.get(i).mass() / 2.0);
      }
    }
  }

  /** The end of the largest small element around a heading that has no other heading. */
  private static int cardEnd(List<HtmlBlock> blocks, int heading) {
    int end = heading + 1;
    Element card = blocks.get(heading).owner().parent();
    for (int level = 0; card != null && level < 4; level++, card = card.parent()) {
      int mass = 0;
      int at = heading + 1;
      while (at < blocks.size()
          && !blocks.get(at).is(Line.Form.HEADING)
          && mass <= MAX_TEASER
          && HtmlBlock.isWithin(blocks.get(at).owner(), card)) {
        mass += blocks.get(at++).mass();
      }
      boolean alone = at == blocks.size() || !HtmlBlock.isWithin(blocks.get(at).owner(), card);
      boolean first =
          heading == 0
              || !HtmlBlock.isWithin(blocks.get(heading - 1).owner(), card)
              || blocks.get(heading - 1).mass() < MIN_PARAGRAPH;
      if (!alone || !first) {
        return end;
      }
      end = at;
    }
    return end;
  }

  /** Lifts the block that begins as the page describes its article. */
  static void addDescribed(
      List<HtmlBlock> blocks, double[] gains, BitSet noise, @Nullable String description) {
    String key = description == null ? "" : Folding.key(Scripts.head(description, 60));
    String start = Scripts.head(key, MIN_DESCRIPTION * 2);
    if (Scripts.length(key) < MIN_DESCRIPTION) {
      return;
    }
    for (int i = 0; i < blocks.size(); i++) {
      if (!noise.get(i)
          && gains[i] > 0
          && Folding.key(blocks.get(i).line().text()).startsWith(start)) {
        gains[i] += DESCRIBED_BONUS;
        return;
      }
    }
  }
}
