package io.winnow.story;

import io.winnow.config.YamlFile;
import io.winnow.config.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The shipped background of stories, {@code words.yaml}: what is no name, and what names nothing
 * new.
 */
final class StoryWords {
  private static final StoryWords BUNDLED = read();

  private final Set<String> everyday;
  private final Set<String> ordinary;
  private final List<String> renamed;

  private StoryWords(Set<String> everyday, Set<String> ordinary, List<String> renamed) {
    this.everyday = everyday;
    this.ordinary = ordinary;
    this.renamed = renamed;
  }

  static StoryWords bundled() {
    return BUNDLED;
  }

  /** Whether some article names it every day, so that it never makes a story. */
  boolean isEveryday(String key) {
    return everyday.contains(key);
  }

  /** Whether a title may capitalize the word though it names nothing. */
  boolean isOrdinary(String lowerCase) {
    return ordinary.contains(lowerCase);
  }

  /** Whether what stands between two names says that they name one thing. */
  boolean saysRenamed(String between) {
    String text = between.toLowerCase(Locale.ROOT);
    return renamed.stream().anyMatch(cue -> holds(text, cue));
  }

  private static boolean holds(String text, String cue) {
    int at = text.indexOf(cue);
    if (at < 0 || cue.charAt(0) > 0x2E80) {
      return at >= 0;
    }
    int end = at + cue.length();
    return (at == 0 || !Character.isLetter(text.charAt(at - 1)))
        && (end == text.length() || !Character.isLetter(text.charAt(end)));
  }

  private static StoryWords read() {
    String name = "words.yaml";
    try (InputStream in = StoryWords.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      YamlFile file = YamlFile.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      YamlMap root = file.root().allow("everyday", "ordinary", "renamed");
      StoryWords words =
          new StoryWords(
              split(root, "everyday", " "),
              split(root, "ordinary", " "),
              List.copyOf(split(root, "renamed", ", ")));
      file.check();
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> split(YamlMap root, String key, String by) {
    return root.texts(key).stream()
        .flatMap(text -> Stream.of(text.value().split(by)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
