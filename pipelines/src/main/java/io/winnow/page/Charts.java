package io.winnow.page;

import java.util.List;
import java.util.Locale;

/** The two kinds of chart a report needs. */
final class Charts {
  private static final int ROW = 24;
  private static final int LABEL_END = 148;
  private static final int BARS = Svg.WIDTH - LABEL_END - 60;
  private static final int COLUMNS_HEIGHT = 140;
  private static final int MARK = 20;
  private static final int MAX_HINT = 200;

  private Charts() {}

  /** A horizontal bar a name, the most frequent first; what exceeds {@code max} is one bar more. */
  static String bars(String title, Tally tally, int max) {
    List<Tally.Count> bars = tally.topAndOthers(max);
    Svg svg = new Svg(title, Svg.TOP + bars.size() * ROW + 10);
    long longest = Math.max(1, bars.stream().mapToLong(Tally.Count::count).max().orElse(0));
    int y = Svg.TOP;
    for (Tally.Count bar : bars) {
      double length = Math.max(2, (double) BARS * bar.count() / longest);
      String value = String.format(Locale.ROOT, "%,d", bar.count());
      svg.text("end", LABEL_END - 8, y + 15, Svg.fit(bar.name(), LABEL_END - Svg.MARGIN - 8));
      String name = MarkdownEscaper.plain(bar.name(), MAX_HINT);
      svg.bar(LABEL_END, y + 3, length, ROW - 8, name + ": " + value);
      svg.text("muted", LABEL_END + length + 6, y + 15, value);
      y += ROW;
    }
    return svg.end();
  }

  /** A column a bin; a dashed mark where the value lies that decides, if one does. */
  static String columns(String title, Histogram histogram, Mark... marks) {
    int bottom = Svg.TOP + 16 + (marks.length > 0 ? MARK : 0) + COLUMNS_HEIGHT;
    Svg svg = new Svg(title, bottom + 34);
    int bins = histogram.counts().size();
    double step = (Svg.WIDTH - 2.0 * Svg.MARGIN) / bins;
    long highest = Math.max(1, histogram.counts().stream().max(Long::compare).orElse(0L));
    for (int i = 0; i < bins; i++) {
      long count = histogram.counts().get(i);
      double x = Svg.MARGIN + i * step;
      if (count > 0) {
        double height = Math.max(2, (double) COLUMNS_HEIGHT * count / highest);
        String value = String.format(Locale.ROOT, "%,d", count);
        svg.bar(x + 2, bottom - height, step - 4, height, histogram.label(i) + ": " + value);
        svg.text("muted middle", x + step / 2, bottom - height - 5, value);
      }
      if (bins <= 10 || i % 4 == 0) {
        svg.text("muted middle", bins <= 10 ? x + step / 2 : x, bottom + 18, histogram.tick(i));
      }
    }
    svg.line("rule", Svg.MARGIN, bottom + 0.5, Svg.WIDTH - Svg.MARGIN, bottom + 0.5);
    for (Mark mark : marks) {
      double x = Svg.MARGIN + (Svg.WIDTH - 2.0 * Svg.MARGIN) * mark.share();
      svg.line("mark", x, Svg.TOP - 4, x, bottom);
      svg.text("marked end", x - 6, Svg.TOP + 8, mark.label());
    }
    return svg.end();
  }

  /**
   * A value worth marking.
   *
   * @param share where it lies, from 0 at the left to 1 at the right
   * @param label what it is
   */
  record Mark(double share, String label) {}
}
