package io.winnow.clean;

import io.winnow.reject.Stop;

/** Says that a page is over a cap; the cleaner makes a reject of it. */
final class OverCapException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Stop stop;

  OverCapException(Stop stop) {
    super(stop.detail(), null, false, false);
    this.stop = stop;
  }

  Stop stop() {
    return stop;
  }
}
