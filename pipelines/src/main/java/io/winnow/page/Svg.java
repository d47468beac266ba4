package io.winnow.page;

import java.util.Locale;

/**
 * Draws a small chart as SVG: a card of its own that follows the reader's light or dark scheme,
 * with text as text. Coordinates are pixels. Equal calls give equal bytes, whatever fonts are
 * installed.
 */
final class Svg {
  static final int WIDTH = 400;
  static final int TOP = 44;
  static final int MARGIN = 16;

  private static final int FONT_SIZE = 13;
  private static final String STYLE =
      """
      text{font:13px -apple-system,"Segoe UI","Noto Sans","PingFang SC","Microsoft YaHei",\
      "Noto Sans CJK SC",sans-serif;fill:#1f2328}
      .title{font-weight:600;font-size:14px}.muted{fill:#59636e}
      .end{text-anchor:end}.middle{text-anchor:middle}
      .card{fill:#fff;stroke:#d1d9e0}.bar{fill:#0969da}.rule{stroke:#d1d9e0}
      .mark{stroke:#bc4c00;stroke-width:2;stroke-dasharray:5 3}.marked{fill:#bc4c00}
      @media(prefers-color-scheme:dark){text{fill:#f0f6fc}.muted{fill:#9198a1}
      .card{fill:#0d1117;stroke:#3d444d}.bar{fill:#4493f8}.rule{stroke:#3d444d}
      .mark{stroke:#f0883e}.marked{fill:#f0883e}}
      """;

  private final StringBuilder svg = new StringBuilder();

  /** A card with its title; the chart is drawn below {@link #TOP}. */
  Svg(String title, int height) {
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %1$d %2$d" \
            role="img">
            <title>%s</title>
            <style>
            %s</style>
            <rect class="card" x=".5" y=".5" width="%d" height="%d" rx="6"/>
            """,
            WIDTH,
            height,
            escape(title),
            STYLE,
            WIDTH - 1,
            height - 1));
    text("title", MARGIN, 27, title);
  }

  /** Text at its baseline; classes: title, muted, marked, end, middle. */
  void text(String classes, double x, double y, String text) {
    svg.append("<text");
    if (!classes.isEmpty()) {
      svg.append(" class=\"").append(classes).append('"');
    }
    svg.append(at(" x=\"%s\" y=\"%s\">", x, y)).append(escape(text)).append("</text>\n");
  }

  /** A bar that tells its name and value to who points at it. */
  void bar(double x, double y, double width, double height, String hint) {
    svg.append("<rect class=\"bar\" rx=\"2\"")
        .append(at(" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\">", x, y, width, height))
        .append("<title>")
        .append(escape(hint))
        .append("</title></rect>\n");
  }

  /** A line of the class rule or mark. */
  void line(String name, double x1, double y1, double x2, double y2) {
    svg.append("<path class=\"").append(name).append('"');
    svg.append(at(" d=\"M%s %sL%s %s\"/>\n", x1, y1, x2, y2));
  }

  String end() {
    return svg + "</svg>\n";
  }

  /** The beginning of the text that is about as wide, with an ellipsis where cut. */
  static String fit(String text, double width) {
    String plain = MarkdownEscaper.plain(text, 200);
    if (plain.codePoints().mapToDouble(Svg::width).sum() <= width) {
      return plain;
    }
    double left = width - FONT_SIZE;
    for (int i = 0; i < plain.length(); ) {
      int next = i + Character.charCount(plain.codePointAt(i));
      left -= width(plain.codePointAt(i));
      if (left < 0) {
        return plain.substring(0, i) + "…";
      }
      i = next;
    }
    return plain;
  }

  /** About as wide as sans-serif fonts draw it: an em for ideographs, less for Latin letters. */
  private static double width(int codePoint) {
    return FONT_SIZE * (codePoint >= 0x2E80 ? 1 : Character.isUpperCase(codePoint) ? 0.68 : 0.54);
  }

  private static String at(String format, double... numbers) {
    Object[] written = new Object[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      written[i] = String.format(Locale.ROOT, "%.1f", numbers[i]).replaceFirst("\\.0$", "");
    }
    return String.format(Locale.ROOT, format, written);
  }

  private static String escape(String text) {
    return MarkdownEscaper.html(text).replace("\"", "&quot;");
  }
}
