package io.winnow.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields at the head of a Markdown document, as site generators read them: YAML between lines
 * of {@code ---}, TOML between lines of {@code +++}, or bare {@code Name: value} lines above the
 * first blank line.
 *
 * <p>Read line by line, as far as flat fields and lists go; a value that is more than that is left
 * alone. Of a name that occurs twice the first value counts.
 *
 * @param from line of the opening fence, or of the first field
 * @param to line of the closing fence, or of the last field
 * @param fields names in lower case, values without quotes
 */
public record FieldBlock(int from, int to, Map<String, List<String>> fields) {
  private static final int MAX_LINES = 200;
  private static final int MIN_BARE = 2;
  private static final Pattern FIELD =
      Pattern.compile("^([A-Za-z_][\\w.-]{0,40})\\s{0,4}[:=]\\s{0,4}(.{0,4000})$");
  private static final Pattern BARE = Pattern.compile("^([A-Z][A-Za-z_-]{1,40}):\\s(.{1,1000})$");
  private static final Pattern ITEM =
      Pattern.compile("^\\s{0,8}(?:-\\s{1,4}(?:name\\s?:\\s?)?|name\\s?:\\s?)(.{1,1000})$");

  public FieldBlock {
    fields = Map.copyOf(fields);
  }

  /** The block between fences that opens at line {@code n}; empty where there is none. */
  public static Optional<FieldBlock> fencedAt(IntFunction<String> lines, int n, int last) {
    String fence = lines.apply(n).strip();
    if (!fence.equals("---") && !fence.equals("+++")) {
      return Optional.empty();
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    List<String> values = null;
    for (int at = n + 1; at <= Math.min(last, n + MAX_LINES); at++) {
      String line = lines.apply(at);
      String bare = line.strip();
      if (bare.equals(fence) || bare.equals("...") && fence.equals("---")) {
        return fields.isEmpty() ? Optional.empty() : Optional.of(new FieldBlock(n, at, fields));
      }
      Matcher field = FIELD.matcher(line);
      Matcher item = ITEM.matcher(line);
      if (field.find()) {
        values = values(field.group(2));
        fields.putIfAbsent(field.group(1).toLowerCase(Locale.ROOT), values);
      } else if (values == null || !bare.isEmpty() && !goesOn(line)) {
        return Optional.empty();
      } else if (item.find()) {
        values.addAll(values(item.group(1)));
      }
    }
    return Optional.empty();
  }

  /** The bare fields that begin at line {@code n}; empty where there are not at least two. */
  public static Optional<FieldBlock> bareAt(IntFunction<String> lines, int n, int last) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    int at = n;
    for (; at <= Math.min(last, n + MAX_LINES); at++) {
      Matcher field = BARE.matcher(lines.apply(at));
      if (!field.find()) {
        break;
      }
      fields.putIfAbsent(field.group(1).toLowerCase(Locale.ROOT), values(field.group(2)));
    }
    boolean ends = at > last || lines.apply(at).isBlank();
    return ends && fields.size() >= MIN_BARE
        ? Optional.of(new FieldBlock(n, at - 1, fields))
        : Optional.empty();
  }

  /** The values of the first of these names that has any. */
  public List<String> all(String... names) {
    for (String name : names) {
      List<String> values = fields.getOrDefault(name, List.of());
      if (!values.isEmpty()) {
        return values;
      }
    }
    return List.of();
  }

  /** The first value of the first of these names that has one. */
  public Optional<String> first(String... names) {
    return all(names).stream().findFirst();
  }

  /** A line of a value that began above: indented, a comment, or within brackets. */
  private static boolean goesOn(String line) {
    return Character.isWhitespace(line.charAt(0)) || "#[]-}".indexOf(line.charAt(0)) >= 0;
  }

  private static List<String> values(String text) {
    List<String> values = new ArrayList<>();
    String bare = text.strip();
    if (bare.startsWith("[") && bare.endsWith("]")) {
      for (String part : bare.substring(1, bare.length() - 1).split(",", -1)) {
        add(part, values);
      }
    } else {
      add(bare, values);
    }
    return values;
  }

  private static void add(String text, List<String> values) {
    String bare = text.strip();
    int end = bare.length() - 1;
    if (end > 0 && bare.charAt(0) == bare.charAt(end)) {
      if (bare.charAt(0) == '\'') {
        bare = bare.substring(1, end).replace("''", "'");
      } else if (bare.charAt(0) == '"') {
        bare = bare.substring(1, end).replace("\\\"", "\"");
      }
    }
    if (!bare.isEmpty()) {
      values.add(bare);
    }
  }
}
