package io.winnow.pipeline;

import io.winnow.publish.Manifest;
import io.winnow.quality.QualityRules;
import io.winnow.tag.section.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** By which quality rules a published run judged. */
final class RunQuality {
  private RunQuality() {}

  /** Null where its file is no longer there as it was: the manifest has no more than its sum. */
  static @Nullable QualityRules of(Manifest run) {
    Map<String, String> options = run.options();
    String quality = options.getOrDefault("quality", "default");
    if (quality.equals("default") || quality.equals("none")) {
      return quality.equals("none") ? QualityRules.none() : QualityRules.defaults();
    }
    Path file = Path.of(quality);
    try {
      return Files.isReadable(file)
              && ModelFile.sha256(Files.readAllBytes(file)).equals(options.get("qualitySha256"))
          ? Configuration.quality(quality)
          : null;
    } catch (IOException e) {
      return null;
    }
  }
}
