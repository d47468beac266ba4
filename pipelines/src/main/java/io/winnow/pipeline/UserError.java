package io.winnow.pipeline;

import java.util.List;

/** A mistake that the user can mend: shown as its message alone, without a stack trace. */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ExitCode exit;

  public UserError(ExitCode exit, String message) {
    super(message, null, false, false);
    this.exit = exit;
  }

  /**
   * Says all that is wrong with a command's options at once.
   *
   * @throws UserError unless {@code problems} is empty
   */
  static void throwIfAny(List<String> problems) {
    if (problems.size() == 1) {
      throw new UserError(ExitCode.USAGE, problems.get(0));
    }
    if (!problems.isEmpty()) {
      throw new UserError(
          ExitCode.USAGE, problems.size() + " problems:\n  " + String.join("\n  ", problems));
    }
  }

  /** The code that the process ends with. */
  public ExitCode exit() {
    return exit;
  }
}
