package io.winnow.pipeline;

import io.winnow.clean.CleanSpec;
import io.winnow.config.YamlFile;
import io.winnow.config.YamlMap;
import io.winnow.read.ReadSpec;
import io.winnow.record.JsonMapping;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The caps on hostile input that a user can set: sizes and counts, never times, so that what is
 * refused is the same on every machine. What is over one is a reject with the measured value.
 *
 * @param maxJsonNesting of one record
 */
record Limits(ReadSpec read, int maxJsonNesting, int maxHtmlDepth, int maxHtmlTags) {
  private static final String[] KEYS = {
    "text", "lines", "window", "members", "expanded", "ratio", "jsonDepth", "htmlDepth", "htmlTags"
  };
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s?(|KB|MB|GB)");

  static Limits defaults() {
    return new Limits(
        ReadSpec.defaults(),
        JsonMapping.DEFAULT_MAX_NESTING,
        CleanSpec.DEFAULT_MAX_HTML_DEPTH,
        CleanSpec.DEFAULT_MAX_HTML_TAGS);
  }

  /**
   * The caps of a file; those that it does not mention are the defaults.
   *
   * @throws IllegalArgumentException with every problem of the file, a line each
   */
  static Limits of(@Nullable Path file) throws IOException {
    if (file == null) {
      return defaults();
    }
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + ": is not UTF-8", e);
    }
  }

  static Limits parse(String name, String content) {
    YamlFile file = YamlFile.parse(name, content);
    Numbers numbers = new Numbers(file, file.root().allow(KEYS));
    int text = (int) numbers.get("text", ReadSpec.DEFAULT_MAX_TEXT_BYTES, 1 << 10, 512 << 20);
    int window = Math.min(text, ReadSpec.DEFAULT_WINDOW_BYTES);
    Limits limits =
        new Limits(
            new ReadSpec(
                text,
                (int) numbers.get("lines", ReadSpec.DEFAULT_MAX_TEXT_LINES, 1, 100_000_000),
                (int) numbers.get("window", window, 1 << 10, text),
                (int) numbers.get("members", ReadSpec.DEFAULT_MAX_MEMBERS, 1, 100_000_000),
                numbers.get(
                    "expanded", Math.max(text, ReadSpec.DEFAULT_MAX_TOTAL_BYTES), text, 1L << 50),
                (int) numbers.get("ratio", ReadSpec.DEFAULT_MAX_RATIO, 2, 1_000_000)),
            (int) numbers.get("jsonDepth", JsonMapping.DEFAULT_MAX_NESTING, 1, 1000),
            (int) numbers.get("htmlDepth", CleanSpec.DEFAULT_MAX_HTML_DEPTH, 1, 2000),
            (int) numbers.get("htmlTags", CleanSpec.DEFAULT_MAX_HTML_TAGS, 1, 100_000_000));
    file.check();
    return limits;
  }

  /** Reads numbers, with units of bytes, within their bounds. */
  private record Numbers(YamlFile file, YamlMap map) {
    long get(String key, long otherwise, long min, long max) {
      YamlMap.Text text = map.text(key).orElse(null);
      if (text == null) {
        return otherwise;
      }
      Matcher size = SIZE.matcher(text.value().replace("_", "").toUpperCase(Locale.ROOT));
      if (!size.matches()) {
        file.problem(text.line(), "'" + key + "' must be a number, or one of KB, MB or GB");
        return otherwise;
      }
      int shift =
          switch (size.group(2)) {
            case "KB" -> 10;
            case "MB" -> 20;
            case "GB" -> 30;
            default -> 0;
          };
      long value = Long.parseLong(size.group(1)) << shift;
      if (value < min || value > max || value >> shift != Long.parseLong(size.group(1))) {
        file.problem(text.line(), "'" + key + "' must be between " + min + " and " + max);
        return otherwise;
      }
      return value;
    }
  }
}
