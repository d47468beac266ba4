package io.winnow.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What more input and more cores do to the time of a run. */
final class Growth {
  private Growth() {}

  /** A line for each pair of sizes, and for each pair of numbers of cores, that were measured. */
  static List<String> lines(List<Measurement> all) {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i < all.size(); i++) {
      Measurement one = all.get(0);
      Measurement other = all.get(i);
      if (one.sizeBytes() != other.sizeBytes() && one.cores() == other.cores()) {
        lines.add(
            String.format(
                Locale.ROOT,
                "from %,d to %,d MB: wall grows with the exponent %.3f, CPU with %.3f; peak RSS %.2f times",
                one.sizeBytes() / 1_000_000,
                other.sizeBytes() / 1_000_000,
                exponent(one, other, Trial::wallSeconds),
                exponent(one, other, Trial::cpuSeconds),
                of(other, trial -> trial.process().peakBytes())
                    / of(one, trial -> trial.process().peakBytes())));
      } else if (one.sizeBytes() == other.sizeBytes()) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%s against %s: %.2f times as fast, %,d MB",
                cores(other),
                cores(one),
                of(one, Trial::wallSeconds) / of(other, Trial::wallSeconds),
                one.sizeBytes() / 1_000_000));
      }
    }
    return lines;
  }

  private static String cores(Measurement measured) {
    return measured.cores() == 0
        ? "all cores"
        : measured.cores() + (measured.cores() == 1 ? " core" : " cores");
  }

  private static double exponent(
      Measurement one, Measurement other, ToDoubleFunction<Trial> figure) {
    return Math.log(of(other, figure) / of(one, figure))
        / Math.log((double) other.corpus().bytes() / one.corpus().bytes());
  }

  private static double of(Measurement measured, ToDoubleFunction<Trial> figure) {
    Double median = Measurement.median(measured.run(), figure);
    return median == null ? Double.NaN : median;
  }
}
