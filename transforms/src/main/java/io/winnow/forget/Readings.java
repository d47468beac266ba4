package io.winnow.forget;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** The texts that an original may be, as it was never cleaned. */
final class Readings {
  private static final Pattern MARKUP = Pattern.compile("</\\w|<\\w+[\\s/>]");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|[nrt])");

  private Readings() {}

  /** As it stands; without markup where it has some; without the escapes of JSON. */
  static List<String> of(String original) {
    List<String> readings = new ArrayList<>();
    readings.add(original);
    if (ESCAPE.matcher(original).find()) {
      readings.add(
          ESCAPE
              .matcher(original)
              .replaceAll(
                  match ->
                      match.group(1) == null
                          ? " "
                          : Matcher.quoteReplacement(
                              String.valueOf((char) Integer.parseInt(match.group(1), 16)))));
    }
    String last = readings.get(readings.size() - 1);
    if (MARKUP.matcher(last).find()) {
      readings.add(Jsoup.parse(last).text());
    }
    return readings;
  }
}
