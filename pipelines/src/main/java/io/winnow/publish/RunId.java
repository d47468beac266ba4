package io.winnow.publish;

import java.util.regex.Pattern;

/** What a run may be called: what can name a folder and a Hive partition everywhere. */
public final class RunId {
  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  private RunId() {}

  /** Whether a run may be called {@code id}. */
  public static boolean isAllowed(String id) {
    return ALLOWED.matcher(id).matches();
  }
}
