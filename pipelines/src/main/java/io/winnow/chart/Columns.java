package io.winnow.chart;

import static io.winnow.chart.LetsPlot.layer;
import static io.winnow.chart.LetsPlot.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Columns along an axis, for a distribution or a course of time, over a grid of round values. */
public final class Columns {
  private static final int HEIGHT = 190;
  private static final int MOST_WITH_VALUES = 12;
  private static final double THICKNESS = 0.84;

  private Columns() {}

  /**
   * A value worth marking.
   *
   * @param at where it lies; the first column reaches from 0 to 1, the next from 1 to 2
   * @param label what it is
   */
  public record Mark(double at, String label) {}

  /**
   * A name on the axis below the columns.
   *
   * @param at where it stands, as of a {@link Mark}
   */
  public record Tick(double at, String label) {}

  /**
   * A card of columns in the order given.
   *
   * @param note a line below the title: what is counted, and in what unit; may be empty
   * @param ticks names on the axis, few enough to stand beside one another
   */
  public static String draw(
      String title, String note, List<Bar> columns, List<Tick> ticks, @Nullable Mark mark) {
    double highest = columns.stream().mapToDouble(Bar::value).max().orElse(0);
    List<Double> grid = grid(highest);
    double top = Math.max(highest, grid.get(grid.size() - 1)) * (mark == null ? 1.1 : 1.22);

    Map<String, List<?>> data = new LinkedHashMap<>();
    data.put("at", IntStream.range(0, columns.size()).mapToObj(i -> i + 0.5).toList());
    data.put("value", columns.stream().map(bar -> visible(bar.value(), top)).toList());
    data.put(
        "paint", columns.stream().map(bar -> (bar.isRest() ? Ink.REST : Ink.BAR).light()).toList());
    data.put("shown", columns.stream().map(bar -> bar.value() > 0 ? bar.shown() : "").toList());
    data.put("shownAt", columns.stream().map(bar -> bar.value() + top * 0.05).toList());
    List<Map<String, Object>> layers = new ArrayList<>();
    layers.add(
        layer(
            "bar",
            options("x", "at", "y", "value", "fill", "paint"),
            "stat",
            "identity",
            "width",
            THICKNESS,
            "size",
            0.0));
    if (columns.size() <= MOST_WITH_VALUES) {
      layers.add(
          layer(
              "text",
              options("x", "at", "y", "shownAt", "label", "shown"),
              "size",
              TextWidth.FONT / 2.0,
              "color",
              Ink.MUTED.light()));
    }
    if (mark != null) {
      layers.addAll(marked(mark, columns.size(), top));
    }
    String plot =
        LetsPlot.draw(
            Card.WIDTH - 2 * Card.MARGIN + LetsPlot.PADDING,
            HEIGHT,
            data,
            layers,
            List.of(
                options(
                    "aesthetic",
                    "x",
                    "limits",
                    List.of(0.0, (double) columns.size()),
                    "expand",
                    List.of(0.0, 0.0),
                    "breaks",
                    ticks.stream().map(Tick::at).toList(),
                    "labels",
                    ticks.stream().map(Tick::label).toList()),
                options(
                    "aesthetic",
                    "y",
                    "limits",
                    List.of(0.0, top),
                    "expand",
                    List.of(0.0, 0.0),
                    "breaks",
                    grid,
                    "format",
                    ",d"),
                options("aesthetic", "fill", "scale_mapper_kind", "identity")),
            theme());
    return new Card(title, note, columns).around(plot, HEIGHT - 2 * LetsPlot.PADDING);
  }

  private static List<Map<String, Object>> marked(Mark mark, int columns, double top) {
    boolean left = mark.at() > columns / 2.0;
    Map<String, Object> label =
        layer(
            "text",
            options(),
            "x",
            mark.at() + (left ? -0.01 : 0.01) * columns,
            "y",
            top * 0.95,
            "label",
            mark.label(),
            "hjust",
            left ? 1.0 : 0.0,
            "size",
            TextWidth.FONT / 2.0,
            "color",
            Ink.MARK.light());
    Map<String, Object> line =
        layer(
            "vline",
            options(),
            "xintercept",
            mark.at(),
            "color",
            Ink.MARK.light(),
            "linetype",
            "dashed",
            "size",
            0.9);
    return List.of(line, label);
  }

  /** What is there is at least a pixel high. */
  private static double visible(double value, double top) {
    return value > 0 ? Math.max(value, top / (HEIGHT - 2 * LetsPlot.PADDING)) : 0;
  }

  /** Round values from 0 up, three to six of them. */
  static List<Double> grid(double highest) {
    double step = 1;
    for (int i = 0; highest / step > 5; i++) {
      step *= i % 3 == 1 ? 2.5 : 2;
    }
    List<Double> grid = new ArrayList<>();
    for (double value = 0; value <= highest || grid.size() < 2; value += step) {
      grid.add(value);
    }
    return grid;
  }

  private static Map<String, Object> theme() {
    Map<String, Object> letters =
        options("color", Ink.MUTED.light(), "size", (double) TextWidth.FONT, "blank", false);
    Map<String, Object> rules = options("color", Ink.RULE.light(), "size", 1.0, "blank", false);
    return options(
        "name",
        "minimal",
        "axis_title",
        "blank",
        "axis_line",
        "blank",
        "axis_ticks",
        "blank",
        "axis_text",
        letters,
        "axis_text_x",
        options("angle", 0.0, "blank", false),
        "panel_grid_major_x",
        "blank",
        "panel_grid_minor",
        "blank",
        "panel_grid_major_y",
        rules,
        "legend_position",
        "none");
  }
}
