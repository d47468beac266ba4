package io.winnow.pipeline;

import io.winnow.tag.section.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Names the files of configuration by what is in them, for the manifest: by it one can tell later
 * whether a file is still that of the run.
 */
final class ConfigSums {
  private ConfigSums() {}

  /** SHA-256, hex, of each file that the options name, as {@code taxonomySha256}. */
  static Map<String, String> of(CurateOptions options) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    put(sums, "boilerplateRules", options.boilerplateRules);
    put(sums, "fields", options.fields);
    put(sums, "limits", options.limits);
    put(sums, "quality", options.qualityFile());
    put(sums, "taxonomy", options.taxonomy);
    return sums;
  }

  private static void put(Map<String, String> sums, String option, @Nullable Path file)
      throws IOException {
    if (file != null) {
      sums.put(option + "Sha256", ModelFile.sha256(Files.readAllBytes(file)));
    }
  }
}
