package io.winnow.pipeline;

/** What the process tells its scheduler. A retry is safe after 1 and 5, useless after 2 and 4. */
public enum ExitCode {
  /** The run was published, or the command did what it was asked. */
  OK(0),
  /** The run failed; nothing was published. */
  FAILED(1),
  /** Wrong usage or configuration, found before any data was read. */
  USAGE(2),
  /** No file matched the input. */
  NO_INPUT(3),
  /** A quality gate or the ledger refused to publish. */
  REFUSED(4),
  /** Another run holds the output. */
  LOCKED(5);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number. */
  public int code() {
    return code;
  }
}
