package io.winnow.pipeline;

import io.winnow.dedupe.Fingerprints;
import io.winnow.publish.Manifest;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The versions that a run is made of. */
public final class Version implements IVersionProvider {
  private static final Properties VERSIONS = load();

  /** Version of Winnow itself. */
  public static String winnow() {
    return VERSIONS.getProperty("winnow");
  }

  /** Version of Beam. */
  public static String beam() {
    return VERSIONS.getProperty("beam");
  }

  /** Version of Flink. */
  public static String flink() {
    return VERSIONS.getProperty("flink");
  }

  /** Versions of Winnow and of what it is built on, by name. */
  static Map<String, String> all() {
    return Map.of(
        "winnow",
        winnow(),
        "beam",
        beam(),
        "flink",
        flink(),
        "java",
        System.getProperty("java.version"));
  }

  /**
   * What decides whether this Winnow and an output fit: versions of programs, and of what they
   * write, in a fixed order.
   */
  static Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    table.put("Winnow", winnow());
    table.put("Beam", beam());
    table.put("Flink", flink());
    table.put("Schema", String.valueOf(Dataset.SCHEMA_VERSION));
    table.put("Manifest", String.valueOf(Manifest.VERSION));
    table.put("Fingerprints", String.valueOf(Fingerprints.VERSION));
    table.put("Java", System.getProperty("java.version"));
    return table;
  }

  @Override
  public String[] getVersion() {
    return table().entrySet().stream()
        .map(version -> "%-13s %s".formatted(version.getKey(), version.getValue()))
        .toArray(String[]::new);
  }

  private static Properties load() {
    Properties versions = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("versions.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions;
  }
}
