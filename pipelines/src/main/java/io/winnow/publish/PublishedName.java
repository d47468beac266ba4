package io.winnow.publish;

import java.util.regex.Pattern;

/**
 * What stands behind {@code run=} in an output: the id of a run, or in capitals the name of a
 * folder with rows of several, which no run can have.
 */
final class PublishedName {
  /** Its folder's name is this and the name. */
  static final String PREFIX = "run=";

  private static final Pattern SHARED = Pattern.compile("[A-Z][A-Z0-9-]{0,63}");

  private PublishedName() {}

  /** Whether it names a folder with rows of several runs. */
  static boolean isShared(String name) {
    return SHARED.matcher(name).matches();
  }

  /** Whether something may be published under {@code name}. */
  static boolean isAllowed(String name) {
    return RunId.isAllowed(name) || isShared(name);
  }
}
