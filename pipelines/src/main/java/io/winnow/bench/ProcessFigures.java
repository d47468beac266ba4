package io.winnow.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a process tells of itself when it ends.
 *
 * @param userSeconds CPU time of all its threads outside of the kernel, collector and compiler
 *     included
 * @param systemSeconds CPU time of all its threads in the kernel
 * @param peakBytes most memory that was resident (VmHWM)
 * @param shuffledBytes what Flink's tasks sent to one another; 0 without Flink
 * @param jvmSeconds from the start of the process to its first line of Java
 * @param events seconds from the start of the process to each event that was logged first
 */
record ProcessFigures(
    double userSeconds,
    double systemSeconds,
    long peakBytes,
    long shuffledBytes,
    double jvmSeconds,
    Map<String, Double> events) {
  private static final JsonMapper JSON = new JsonMapper();

  void write(Path file) throws IOException {
    JSON.writeValue(file.toFile(), this);
  }

  static ProcessFigures read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), ProcessFigures.class);
  }
}
