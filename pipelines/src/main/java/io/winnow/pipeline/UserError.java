package io.winnow.pipeline;

/** A mistake that the user can mend: shown as its message alone, without a stack trace. */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ExitCode exit;

  public UserError(ExitCode exit, String message) {
    super(message, null, false, false);
    this.exit = exit;
  }

  /** The code that the process ends with. */
  public ExitCode exit() {
    return exit;
  }
}
