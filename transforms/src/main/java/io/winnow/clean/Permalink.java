package io.winnow.clean;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that prints the address of the article itself. Addresses of sources, sponsors and further
 * reading are none.
 *
 * @param url as printed
 * @param original whether it is the address of an original, which a translation is about
 */
record Permalink(String url, boolean original) {
  private static final int MAX_CHARS = 600;
  private static final String LABEL =
      "\\W{0,4}(本文(?:的)?(?:永久|固定|原文)?(?:链接|地址|网址)|永久链接|固定链接|文章(?:地址|链接)|原文(?:链接|地址|网址)?"
          + "|permalink|permanent link|original (?:article|post|link)|originally published at)"
          + "(?:为|是)?\\s*[:\\-–—|]{0,2}\\s*";
  private static final Pattern LINE =
      Pattern.compile(
          LABEL + "<?(https?://[^\\s<>\"]{4,500}?)>?[\\s。.)]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern LABEL_ALONE = Pattern.compile(LABEL, Pattern.CASE_INSENSITIVE);

  /** Whether a line only announces the address in the next one. */
  static boolean announces(String line) {
    return line.length() <= MAX_CHARS
        && LABEL_ALONE.matcher(BoilerplateRule.folded(line)).matches();
  }

  /** What a line says; empty when it is no permalink. */
  static Optional<Permalink> of(String line) {
    String folded = BoilerplateRule.folded(line);
    Matcher found = LINE.matcher(folded);
    if (folded.length() > MAX_CHARS || !found.matches()) {
      return Optional.empty();
    }
    return Optional.of(new Permalink(found.group(2), !found.group(1).startsWith("本文")));
  }
}
