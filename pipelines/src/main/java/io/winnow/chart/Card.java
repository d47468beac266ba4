package io.winnow.chart;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The card around a plot: its title, a note, and for who cannot see it a description; colours and
 * fonts that follow the reader. One that is embedded in a page leaves the page's own styles alone.
 */
final class Card {
  static final int WIDTH = 420;
  static final int MARGIN = 16;

  private static final int TITLE_LINE = 26;
  private static final int NOTE_LINE = 44;
  private static final int MOST_DESCRIBED = 24;
  private static final String FONTS =
      "-apple-system,\"Segoe UI\",\"Noto Sans\",\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans CJK"
          + " SC\",sans-serif";

  private final String title;
  private final String note;
  private final List<Bar> bars;

  Card(String title, String note, List<Bar> bars) {
    this.title = title;
    this.note = note;
    this.bars = List.copyOf(bars);
  }

  /**
   * The card with the library's drawing on it.
   *
   * @param height of what is drawn, without its padding
   */
  String around(String plot, int height) {
    int top = (note.isEmpty() ? TITLE_LINE : NOTE_LINE) + 14;
    int all = top + height + MARGIN - 2;
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"winnow-chart\" role=\"img\"")
        .append(" width=\"" + WIDTH + "\" height=\"" + all)
        .append("\" viewBox=\"0 0 " + WIDTH + " " + all + "\">\n")
        .append("<title>" + Drawing.escape(title) + "</title>\n")
        .append("<desc>" + Drawing.escape(description()) + "</desc>\n")
        .append("<style>\n" + style() + "</style>\n")
        .append("<rect class=\"card\" x=\".5\" y=\".5\" width=\"" + (WIDTH - 1))
        .append("\" height=\"" + (all - 1) + "\" rx=\"6\"/>\n")
        .append(line("title", TITLE_LINE, title))
        .append(note.isEmpty() ? "" : line("muted", NOTE_LINE, note));
    new Drawing(svg).add(plot, MARGIN - LetsPlot.PADDING, top - LetsPlot.PADDING);
    return svg.append("</svg>\n").toString();
  }

  private static String line(String ink, int y, String text) {
    String shown = Drawing.escape(TextWidth.fit(text, WIDTH - 2 * MARGIN));
    return "<text class=\""
        + ink
        + "\" x=\""
        + MARGIN
        + "\" y=\""
        + y
        + "\">"
        + shown
        + "</text>\n";
  }

  private String description() {
    String values =
        bars.stream()
            .filter(bar -> bar.value() > 0)
            .limit(MOST_DESCRIBED)
            .map(bar -> bar.label() + ": " + bar.shown())
            .collect(Collectors.joining("; "));
    return note.isEmpty() ? values : note + ". " + values;
  }

  private static String style() {
    return rule("text", "font:" + TextWidth.FONT + "px " + FONTS)
        + rule(".title", "font-weight:600;font-size:14px")
        + colours("#ffffff", Ink::light)
        + "@media(prefers-color-scheme:dark){\n"
        + colours("#0d1117", Ink::dark)
        + "}\n";
  }

  private static String colours(String paper, Function<Ink, String> colour) {
    StringBuilder rules = new StringBuilder();
    rules.append(rule(".card", "fill:" + paper + ";stroke:" + colour.apply(Ink.RULE)));
    rules.append(rule(".title", "fill:" + colour.apply(Ink.TEXT)));
    for (Ink ink : Ink.values()) {
      rules.append(rule("." + ink.cssClass(), "fill:" + colour.apply(ink)));
      rules.append(rule("line." + ink.cssClass(), "stroke:" + colour.apply(ink)));
    }
    return rules.toString();
  }

  private static String rule(String what, String style) {
    return ".winnow-chart " + what + "{" + style + "}\n";
  }
}
