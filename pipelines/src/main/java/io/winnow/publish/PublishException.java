package io.winnow.publish;

/**
 * Says why nothing was published, in words for the person who started the run.
 *
 * <p>The message needs no stack trace; {@link #exitCode} is what the command ends with.
 */
public sealed class PublishException extends Exception {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  private PublishException(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  /** Exit code of the command line, as the contract has it. */
  public int exitCode() {
    return exitCode;
  }

  /** The output cannot be used as it was given: found before any data is read. */
  public static final class OutputUnusable extends PublishException {
    private static final long serialVersionUID = 1;

    public OutputUnusable(String message) {
      super(message, 2);
    }
  }

  /** The store does not answer; the same run may succeed once it does. */
  public static final class StoreUnreachable extends PublishException {
    private static final long serialVersionUID = 1;

    public StoreUnreachable(String message) {
      super(message, 1);
    }
  }

  /** There is too little disk; the same run may succeed once there is more. */
  public static final class DiskFull extends PublishException {
    private static final long serialVersionUID = 1;

    public DiskFull(String message) {
      super(message, 1);
    }
  }

  /** The lease was taken over while the run was at work, so it must not publish. */
  public static final class LeaseLost extends PublishException {
    private static final long serialVersionUID = 1;

    public LeaseLost(String message) {
      super(message, 1);
    }
  }

  /** Another run holds the output. */
  public static final class OutputHeld extends PublishException {
    private static final long serialVersionUID = 1;

    public OutputHeld(String message) {
      super(message, 5);
    }
  }

  /** The ledger does not balance, or a quality gate refused the run. */
  public static final class RunRefused extends PublishException {
    private static final long serialVersionUID = 1;

    public RunRefused(String message) {
      super(message, 4);
    }
  }
}
