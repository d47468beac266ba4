package io.winnow.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/**
 * What Hadoop has to know to reach HDFS: Beam's {@code --hdfsConfiguration}, else {@code
 * core-site.xml} and {@code hdfs-site.xml} of {@code HADOOP_CONF_DIR}, else the uri alone.
 */
final class Hdfs {
  private static final String OPTION = "--hdfsConfiguration=";
  private static final String DEFAULT_FS = "fs.defaultFS";
  private static final String MODULE = "org.apache.beam.sdk.io.hdfs.HadoopFileSystemOptions";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Hdfs() {}

  static boolean isHdfs(String place) {
    return place.startsWith("hdfs:");
  }

  /** Why nothing on HDFS can be read or written; empty when it can. */
  static Optional<String> problem(String place) {
    try {
      Class.forName(MODULE, false, Hdfs.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return Optional.of(
          "this Winnow was built without HDFS: build it with mvn -Phdfs package; was: " + place);
    }
    return place.matches("hdfs://[^/]+(/.*)?")
        ? Optional.empty()
        : Optional.of("must be hdfs://HOST:PORT/FOLDER; was: " + place);
  }

  /** Beam's options, with Hadoop's settings where one of {@code places} lies on HDFS. */
  static List<String> withSettings(List<String> beamArgs, Collection<String> places) {
    if (places.stream().noneMatch(Hdfs::isHdfs)) {
      return beamArgs;
    }
    List<String> all = new ArrayList<>(beamArgs);
    all.removeIf(arg -> arg.startsWith(OPTION));
    try {
      all.add(OPTION + JSON.writeValueAsString(List.of(settings(beamArgs, places))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings can be written", e);
    }
    return all;
  }

  /** Hadoop's settings, by name; none where none of {@code places} lies on HDFS. */
  static Map<String, String> settings(List<String> beamArgs, Collection<String> places) {
    if (places.stream().noneMatch(Hdfs::isHdfs)) {
      return Map.of();
    }
    Map<String, String> settings =
        beamArgs.stream()
            .filter(arg -> arg.startsWith(OPTION))
            .reduce((first, last) -> last)
            .map(arg -> parse(arg.substring(OPTION.length())))
            .orElseGet(Hdfs::ofEnvironment);
    if (!isHdfs(settings.getOrDefault(DEFAULT_FS, ""))) {
      places.stream()
          .filter(Hdfs::isHdfs)
          .findFirst()
          .ifPresent(place -> settings.put(DEFAULT_FS, server(place)));
    }
    return settings;
  }

  /** Makes Hadoop remember how each server is reached: whoever asks for it again gets the same. */
  static void connect(Map<String, String> settings, Collection<String> places) throws IOException {
    for (String place : places) {
      if (isHdfs(place)) {
        Configuration configuration = new Configuration();
        settings.forEach(configuration::set);
        FileSystem.get(URI.create(server(place)), configuration);
      }
    }
  }

  private static String server(String place) {
    return place.replaceFirst("^(hdfs://[^/]+).*$", "$1");
  }

  private static Map<String, String> parse(String json) {
    try {
      List<TreeMap<String, String>> all = JSON.readValue(json, new TypeReference<>() {});
      if (all.size() == 1) {
        return all.get(0);
      }
    } catch (JsonProcessingException e) {
      // Said below.
    }
    throw new UserError(
        ExitCode.USAGE, OPTION + " must be a JSON list of one object: [{\"NAME\": \"VALUE\"}]");
  }

  private static Map<String, String> ofEnvironment() {
    Map<String, String> settings = new TreeMap<>();
    String folder = System.getenv("HADOOP_CONF_DIR");
    if (folder == null || folder.isBlank()) {
      return settings;
    }
    Configuration site = new Configuration(false);
    for (String name : List.of("core-site.xml", "hdfs-site.xml")) {
      Path file = Path.of(folder, name);
      if (Files.isRegularFile(file)) {
        site.addResource(new org.apache.hadoop.fs.Path(file.toUri()));
      }
    }
    site.forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
    return settings;
  }
}
