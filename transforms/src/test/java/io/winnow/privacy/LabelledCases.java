package io.winnow.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Cases written for these tests, of data that are made up. */
final class LabelledCases {
  private static final Pattern CHARACTER = Pattern.compile("\\{U\\+([0-9A-F]{4,5})}");
  private static final Pattern SECRET = Pattern.compile("«[^»]*»");

  private LabelledCases() {}

  /**
   * A text with personal data.
   *
   * @param text as a dump has it
   * @param masked what it is to become
   * @param secrets how many there are
   */
  record Positive(PersonalDataKind kind, boolean html, String text, String masked, int secrets) {
    private static Positive of(String line) {
      String[] columns = line.split("\t", 3);
      PersonalDataKind kind = PersonalDataKind.of(columns[0]).orElseThrow();
      String text =
          CHARACTER
              .matcher(columns[2])
              .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
      return new Positive(
          kind,
          columns[1].equals("html"),
          text.replaceAll("[«»]", ""),
          SECRET.matcher(text).replaceAll("«" + kind.column() + "»"),
          (int) SECRET.matcher(text).results().count());
    }
  }

  static List<Positive> positive() {
    return lines("positive.tsv").stream().map(Positive::of).toList();
  }

  static List<String> negative() {
    return lines("negative.txt");
  }

  private static List<String> lines(String name) {
    try (InputStream in = LabelledCases.class.getResourceAsStream(name)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().skip(1).filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
