package io.winnow.chart;

import java.util.Locale;
import java.util.Optional;

/**
 * What a stroke or a letter is for. The library draws with the light colour; on the card it is a
 * class, so that a style gives it the colour of the reader's scheme.
 */
enum Ink {
  TEXT("#1f2328", "#f0f6fc"),
  MUTED("#59636e", "#9198a1"),
  BAR("#0969da", "#4493f8"),
  REST("#8c959f", "#656c76"),
  RULE("#d1d9e0", "#3d444d"),
  MARK("#bc4c00", "#f0883e");

  private final String light;
  private final String dark;

  Ink(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  String light() {
    return light;
  }

  String dark() {
    return dark;
  }

  /** The class of elements that are drawn with it. */
  String cssClass() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The ink of a colour as the library writes it: {@code #rrggbb} or {@code rgb(r,g,b)}. */
  static Optional<Ink> of(String colour) {
    for (Ink ink : values()) {
      if (colour.equals(ink.light) || colour.equals(ink.rgb())) {
        return Optional.of(ink);
      }
    }
    return Optional.empty();
  }

  private String rgb() {
    int rgb = Integer.parseInt(light.substring(1), 16);
    return "rgb(" + (rgb >> 16) + "," + (rgb >> 8 & 0xFF) + "," + (rgb & 0xFF) + ")";
  }
}
