package io.winnow.reject;

import io.winnow.read.Unreadable;
import org.jspecify.annotations.Nullable;

/** Why reading went no further. The fields are those of {@link Unreadable}. */
public record Stop(
    RejectReason reason,
    @Nullable String detail,
    @Nullable Double measured,
    @Nullable Double threshold) {

  /** For a reason that says it all, or needs {@code detail}. */
  public static Stop because(RejectReason reason, @Nullable String detail) {
    return new Stop(reason, detail, null, null);
  }

  /** For a cap: {@code measured} was above {@code threshold}. */
  public static Stop at(RejectReason reason, String detail, double measured, double threshold) {
    return new Stop(reason, detail, measured, threshold);
  }

  /** What was not read because of this. */
  public Unreadable unread(String original, long bytes, String sha256, long startOffset) {
    return new Unreadable(
        reason, detail, measured, threshold, original, bytes, sha256, startOffset);
  }
}
