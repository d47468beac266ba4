package io.winnow.chart;

import static io.winnow.chart.LetsPlot.layer;
import static io.winnow.chart.LetsPlot.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Bars to the right, one below the other, each with its name before and its value behind it. */
public final class Bars {
  private static final int ROW = 25;

  /** The library draws nothing lower; a row that is left stays empty. */
  private static final int LEAST_ROWS = 2;

  private static final double THICKNESS = 0.6;
  private static final int LEAST_LABEL = 40;
  private static final int MOST_LABEL = 200;
  private static final int GAP = 7;

  private Bars() {}

  /**
   * A card of bars in the order given.
   *
   * @param note a line below the title: what is counted, and in what unit; may be empty
   */
  public static String draw(String title, String note, List<Bar> bars) {
    int rows = Math.max(LEAST_ROWS, bars.size());
    int inner = Card.WIDTH - 2 * Card.MARGIN;
    double widest = TextWidth.ofWidest(bars.stream().map(Bar::label).toList());
    double labels = Math.min(MOST_LABEL, Math.max(LEAST_LABEL, Math.ceil(widest)));
    double values = Math.ceil(TextWidth.ofWidest(bars.stream().map(Bar::shown).toList()));
    double room = inner - labels - values - 2 * GAP - 2;
    double pixel = Math.max(1e-9, bars.stream().mapToDouble(Bar::value).max().orElse(0)) / room;

    Map<String, List<?>> data = new LinkedHashMap<>();
    data.put("row", rows(bars, 0));
    data.put("top", rows(bars, -THICKNESS / 2));
    data.put("bottom", rows(bars, THICKNESS / 2));
    data.put("zero", bars.stream().map(bar -> 0.0).toList());
    data.put("value", bars.stream().map(bar -> Math.max(bar.value(), pixel)).toList());
    data.put(
        "paint", bars.stream().map(bar -> (bar.isRest() ? Ink.REST : Ink.BAR).light()).toList());
    data.put("label", bars.stream().map(bar -> TextWidth.fit(bar.label(), labels)).toList());
    data.put("labelAt", bars.stream().map(bar -> -GAP * pixel).toList());
    data.put("shown", bars.stream().map(Bar::shown).toList());
    data.put(
        "shownAt",
        bars.stream().map(bar -> Math.max(bar.value(), pixel) + (GAP - 1) * pixel).toList());
    Map<String, Object> bodies =
        options("xmin", "zero", "xmax", "value", "ymin", "top", "ymax", "bottom", "fill", "paint");
    String plot =
        LetsPlot.draw(
            inner + 2 * LetsPlot.PADDING,
            rows * ROW + 2 * LetsPlot.PADDING,
            data,
            List.of(
                layer("rect", bodies, "size", 0.0),
                layer(
                    "text",
                    options("x", "labelAt", "y", "row", "label", "label"),
                    letters(1.0, Ink.TEXT)),
                layer(
                    "text",
                    options("x", "shownAt", "y", "row", "label", "shown"),
                    letters(0.0, Ink.MUTED))),
            List.of(
                axis("x", -(labels + GAP) * pixel, (room + GAP + values + 2) * pixel),
                axis("y", 0.5 - rows, 0.5),
                options("aesthetic", "fill", "scale_mapper_kind", "identity")),
            options("axis", "blank", "panel_grid", "blank", "legend_position", "none"));
    return new Card(title, note, bars).around(plot, rows * ROW);
  }

  /** The first row is on top. */
  private static List<Double> rows(List<Bar> bars, double shift) {
    return IntStream.range(0, bars.size()).mapToObj(i -> shift - i).toList();
  }

  private static Object[] letters(double anchor, Ink ink) {
    return new Object[] {"hjust", anchor, "size", TextWidth.FONT / 2.0, "color", ink.light()};
  }

  private static Map<String, Object> axis(String name, double from, double to) {
    return options("aesthetic", name, "limits", List.of(from, to), "expand", List.of(0.0, 0.0));
  }
}
