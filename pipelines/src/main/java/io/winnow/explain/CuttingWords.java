package io.winnow.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** Says in words what the columns {@code split_detector} and {@code split_cues} name. */
final class CuttingWords {
  private static final CuttingWords BUNDLED = read("cutting.properties");

  private final Properties words;

  private CuttingWords(Properties words) {
    this.words = words;
  }

  static CuttingWords bundled() {
    return BUNDLED;
  }

  /** What a detector looks for; empty for one of another version, and for formats of records. */
  Optional<String> shape(String detector) {
    return Optional.ofNullable(words.getProperty("shape." + detector));
  }

  /** What a piece is that is no article; empty for one of another version. */
  Optional<String> kind(String detail) {
    return Optional.ofNullable(words.getProperty("kind." + detail));
  }

  /** Why a piece begins where it begins; the name itself for a cue of another version. */
  String cue(String name) {
    String known = words.getProperty("cue." + name);
    if (known != null) {
      return known;
    }
    int colon = name.indexOf(':');
    String line = colon < 0 ? null : words.getProperty("line." + name.substring(colon + 1));
    if (line != null) {
      return of(name.substring(0, colon), line);
    }
    return Remedy.reason(name).map(reason -> "it is told apart: " + reason.words()).orElse(name);
  }

  private static String of(String place, String line) {
    return switch (place) {
      case "head" -> "its first line is " + line;
      case "head+1" -> "its second line is " + line;
      case "head+2" -> "its third line is " + line;
      case "tail" -> "the line before it is " + line;
      case "tail-1" -> "some lines before it stands " + line;
      default -> line + " (" + place + ")";
    };
  }

  private static CuttingWords read(String name) {
    Properties words = new Properties();
    try (InputStream in = CuttingWords.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CuttingWords(words);
  }
}
