package io.winnow.split;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The addresses that a Markdown dump defines for its links (CommonMark 0.31, section 4.7). */
final class LinkReferences {
  private static final Pattern DEFINITION =
      Pattern.compile("^ {0,3}\\[([^\\[\\]]{1,200})\\]:\\s{0,4}<?(https?://[^\\s<>]{1,2000})");

  private final Map<String, String> addresses = new HashMap<>();

  LinkReferences(Lines lines) {
    for (int n = lines.first(); n <= lines.last(); n++) {
      Matcher definition = DEFINITION.matcher(lines.line(n));
      if (definition.find()) {
        addresses.putIfAbsent(key(definition.group(1)), definition.group(2));
      }
    }
  }

  /** The address of a link by its label; null where none is defined. */
  @Nullable String address(String label) {
    return addresses.get(key(label));
  }

  private static String key(String label) {
    return label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
