package io.winnow.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

  @Override
  public String[] getVersion() {
    return new String[] {
      "winnow " + winnow() + " (Beam " + beam() + ", Flink " + flink() + ")",
      "Java " + System.getProperty("java.version")
    };
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
