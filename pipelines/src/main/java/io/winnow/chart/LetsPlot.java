package io.winnow.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jetbrains.letsPlot.commons.geometry.DoubleVector;
import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;

/**
 * Draws a plot with the library, which is asked by maps as its documentation has them. Nothing else
 * here knows it.
 */
final class LetsPlot {
  /** White space that it leaves around what it draws, in pixels. */
  static final int PADDING = 10;

  private LetsPlot() {}

  /**
   * A plot of so many pixels.
   *
   * @param data columns by name
   */
  static String draw(
      int width,
      int height,
      Map<String, List<?>> data,
      List<Map<String, Object>> layers,
      List<Map<String, Object>> scales,
      Map<String, Object> theme) {
    Map<String, Object> plot = options("kind", "plot", "theme", theme);
    plot.put("data", new LinkedHashMap<>(data));
    plot.put("layers", new ArrayList<>(layers));
    plot.put("scales", new ArrayList<>(scales));
    return PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
        plot, new DoubleVector(width, height), LetsPlot::noImage, false);
  }

  /** Options by name, in the order given; the library adds some of its own. */
  static Map<String, Object> options(Object... namesAndValues) {
    Map<String, Object> options = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      options.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return options;
  }

  /** A layer, which shows nothing to who points at it: a file has nobody who does. */
  static Map<String, Object> layer(
      String shape, Map<String, Object> mapping, Object... namesAndValues) {
    Map<String, Object> layer = options(namesAndValues);
    layer.put("geom", shape);
    layer.put("mapping", mapping);
    layer.put("tooltips", "none");
    return layer;
  }

  private static String noImage(int width, int height, int[] colours) {
    throw new IllegalStateException("no plot here has an image");
  }
}
