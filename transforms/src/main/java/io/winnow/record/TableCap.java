package io.winnow.record;

import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Says that a part of a table is over a cap. */
final class TableCap extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Stop stop;

  TableCap(String what, double measured, double threshold) {
    super(what);
    this.stop = Stop.at(RejectReason.TOO_LARGE, what, measured, threshold);
  }

  Stop stop() {
    return stop;
  }

  UncheckedIOException unchecked() {
    return new UncheckedIOException(this);
  }
}
