package io.winnow.pipeline;

import io.winnow.dedupe.Seniority;
import io.winnow.dedupe.SourceGlob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which of several copies stays. */
final class SeniorityOptions {
  @Option(
      names = "--keep",
      paramLabel = "KEY[,KEY...]",
      description =
          "Which of several copies stays: what decides first, some of url (an own URL is known), longest, richest"
              + " (metadata), earliest (day of publication) and source (see --sourcePriority). The others follow in"
              + " that order. What an earlier run published stays in any case. Default:"
              + " url,longest,richest,earliest,source.")
  @Nullable String keep;

  @Option(
      names = "--sourcePriority",
      paramLabel = "GLOB[,GLOB...]",
      description =
          "Sources whose copies are rather kept, the best first, as globs over source_uri: * and ? within a name, **"
              + " across folders; a folder or an archive means all in it. It decides after everything else unless"
              + " --keep=source. Default: none.")
  @Nullable String sourcePriority;

  /** Everything wrong with them, for people. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    List<String> words = words(keep);
    if (keep != null
        && (words.isEmpty()
            || words.stream().distinct().count() < words.size()
            || !words.stream().allMatch(word -> key(word).isPresent()))) {
      problems.add("--keep must be some of " + allowed() + ", each once; was: " + keep);
    }
    if (words.contains(Seniority.Key.SOURCE.word()) && sourcePriority == null) {
      problems.add("--keep=source needs --sourcePriority, which says what sources are preferred");
    }
    if (sourcePriority != null && words(sourcePriority).isEmpty()) {
      problems.add("--sourcePriority must name a glob over source_uri");
    }
    for (String glob : words(sourcePriority)) {
      try {
        new SourceGlob(glob);
      } catch (IllegalArgumentException e) {
        problems.add("--sourcePriority: " + e.getMessage());
      }
    }
    return problems;
  }

  /** The order; only where {@link #problems} finds none. */
  Seniority seniority() {
    return Seniority.defaults()
        .first(words(keep).stream().flatMap(word -> key(word).stream()).toList())
        .withSources(words(sourcePriority).stream().map(SourceGlob::new).toList());
  }

  /** The order of a run whose manifest has these options. */
  static Seniority of(Map<String, String> manifest) {
    SeniorityOptions options = new SeniorityOptions();
    options.keep = manifest.get("keep");
    options.sourcePriority = manifest.get("sourcePriority");
    return options.seniority();
  }

  /** Adds what was given to the options that the manifest has. */
  void addTo(Map<String, String> manifest) {
    if (keep != null) {
      manifest.put("keep", String.join(",", words(keep)));
    }
    if (sourcePriority != null) {
      manifest.put("sourcePriority", String.join(",", words(sourcePriority)));
    }
  }

  private static String allowed() {
    return Arrays.stream(Seniority.Key.values())
        .map(Seniority.Key::word)
        .collect(Collectors.joining(","));
  }

  private static Optional<Seniority.Key> key(String word) {
    return Arrays.stream(Seniority.Key.values()).filter(key -> key.word().equals(word)).findFirst();
  }

  private static List<String> words(@Nullable String list) {
    return list == null
        ? List.of()
        : Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .toList();
  }
}
