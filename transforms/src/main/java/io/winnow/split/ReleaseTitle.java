package io.winnow.split;

import java.util.regex.Pattern;

/** Knows titles that name a release, as in change logs: a change log is one text. */
final class ReleaseTitle {
  private static final Pattern RELEASE =
      Pattern.compile(
          "^(?:\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}[ ,:-]{0,4})?"
              + "[\\[(]?(?:.{0,20}\\b(?:version|release|版本)\\s?)?v?\\d{1,4}\\.\\d{1,4}",
          Pattern.CASE_INSENSITIVE);

  private ReleaseTitle() {}

  static boolean is(String title) {
    return RELEASE.matcher(title).find();
  }
}
