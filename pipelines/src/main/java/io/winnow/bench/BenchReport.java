package io.winnow.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, for people and for machines. */
public final class BenchReport {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private BenchReport() {}

  /** Tables in Markdown, and below them how time grows. */
  public static String text(List<Measurement> measurements) {
    StringBuilder text = new StringBuilder();
    measurements.forEach(measured -> text.append(BenchTable.of(measured)).append('\n'));
    Growth.lines(measurements).forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** Every figure of every trial, and the ratios of medians. */
  public static void writeJson(List<Measurement> measurements, Path file) throws IOException {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Measurement measured : measurements) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("measurement", measured);
      one.put("wall_ratio", measured.ratio(Trial::wallSeconds));
      one.put("job_ratio", measured.ratio(Trial::jobSeconds));
      one.put("cpu_ratio", measured.ratio(Trial::cpuSeconds));
      one.put("beam_share_ms_per_article", measured.shareMillis());
      one.put(
          "mb_per_cpu_second",
          Measurement.median(
              measured.run(),
              trial -> Measurement.megabytesPerCpuSecond(trial, measured.corpus())));
      all.add(one);
    }
    JSON.writeValue(file.toFile(), Map.of("measurements", all));
  }
}
