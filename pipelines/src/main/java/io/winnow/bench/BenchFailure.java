package io.winnow.bench;

/** A measurement that says nothing, because a process failed or did other work. */
public final class BenchFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  BenchFailure(String message) {
    super(message);
  }
}
