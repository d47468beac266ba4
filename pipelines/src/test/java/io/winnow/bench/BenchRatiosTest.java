package io.winnow.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keeps the speed: {@code bench} at 20 MB, on ratios alone, so that the machine does not matter.
 *
 * <p>Stages are judged by their share of the CPU time of all stages of the floor. docs/speed.md
 * says how the usual ratios were measured, and how to measure them again after a stage became
 * faster.
 */
@EnabledOnOs(LINUX)
class BenchRatiosTest {
  /** How many times its usual time a stage may take, all others being as usual. */
  private static final double MOST_TIMES = 1.75;

  /** Margin of the ratio to the floor: at 20 MB most of it is start-up and compilation. */
  private static final double MARGIN = 1.4;

  private static final String RUN = "run-to-floor";

  @TempDir private Path folder;

  @Test
  void staysCloseToTheFloorAndNoStageGrows() throws Exception {
    BenchSpec spec =
        new BenchSpec(List.of(20_000_000L), Set.of(), 1, 2, 1, List.of(0), Long.MAX_VALUE, folder);
    List<Measurement> measured = new Bench(spec, line -> {}).measure();
    String table = BenchReport.text(measured);
    Measurement at20 = measured.get(0);
    Map<String, Double> usual = usual();
    assertThat(table, at20.ratio(Trial::cpuSeconds), lessThan(MARGIN * usual.remove(RUN)));
    Map<String, Double> shares = shares(at20.floor().get(0).stageCpuSeconds());
    List<String> grown = new ArrayList<>();
    usual.forEach(
        (stage, share) -> {
          if (times(shares.getOrDefault(stage, 0.0), share) > MOST_TIMES) {
            grown.add(
                String.format(
                    Locale.ROOT, "%s: %.1f %%, usually %.1f %%", stage, shares.get(stage), share));
          }
        });
    assertThat(table + "shares of the floor: " + shares, grown, Matchers.empty());
  }

  /** How many times its usual time a stage of this share took, if no other changed. */
  private static double times(double share, double usual) {
    return share / (100 - share) / (usual / (100 - usual));
  }

  private static Map<String, Double> usual() throws IOException {
    Properties file = new Properties();
    try (InputStream in = BenchRatiosTest.class.getResourceAsStream("usual-ratios.properties")) {
      file.load(in);
    }
    Map<String, Double> usual = new TreeMap<>();
    file.forEach((name, value) -> usual.put((String) name, Double.valueOf((String) value)));
    return usual;
  }

  private static Map<String, Double> shares(Map<String, Double> seconds) {
    double all = seconds.values().stream().mapToDouble(each -> each).sum();
    Map<String, Double> shares = new TreeMap<>();
    seconds.forEach((stage, own) -> shares.put(stage, Math.rint(1000 * own / all) / 10));
    return shares;
  }
}
