package io.winnow.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Why a gate refused a run.
 *
 * @param gate its name, kebab-case, for logs
 * @param message one line for people, with both values and the option that sets the threshold
 * @param measured what the run came to
 * @param threshold what was asked for
 */
public record GateRefusal(String gate, String message, double measured, double threshold) {
  private static final int DIGITS = 2;

  /** A share as people write it, such as {@code 12.5%}. */
  static String percent(double share) {
    return BigDecimal.valueOf(share)
            .movePointRight(2)
            .setScale(DIGITS, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }
}
