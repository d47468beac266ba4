package io.winnow.publish;

import io.winnow.publish.PublishException.OutputUnusable;
import java.util.regex.Pattern;

/** What a run may be called. */
public final class RunId {
  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  private RunId() {}

  /**
   * Returns {@code id} when it can name a folder and a Hive partition everywhere.
   *
   * @throws OutputUnusable when it cannot
   */
  public static String check(String id) throws OutputUnusable {
    if (!isAllowed(id)) {
      throw new OutputUnusable(
          "--runId must be 1 to 64 of a-z, 0-9, '.', '_' and '-', and begin with a letter or digit,"
              + " was: "
              + id);
    }
    return id;
  }

  static boolean isAllowed(String id) {
    return ALLOWED.matcher(id).matches();
  }
}
