package io.winnow.summarize.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one request brought.
 *
 * @param body of an answer with status 200; null otherwise
 * @param failure null with a body
 * @param isPassing whether asking again may help
 * @param retryAfter how long the endpoint wants to be left alone; zero where it does not say
 * @param status of HTTP; 0 where none came
 */
record Reply(
    @Nullable String body,
    @Nullable Shortfall failure,
    boolean isPassing,
    Duration retryAfter,
    int status) {
  static Reply of(String body) {
    return new Reply(body, null, false, Duration.ZERO, 200);
  }

  static Reply failed(Shortfall failure, boolean isPassing) {
    return new Reply(null, failure, isPassing, Duration.ZERO, 0);
  }

  static Reply refused(int status, Duration retryAfter) {
    return switch (status) {
      case 408, 425, 429 -> new Reply(null, Shortfall.ENDPOINT_BUSY, true, retryAfter, status);
      case 400, 413, 422 ->
          new Reply(null, Shortfall.QUESTION_REFUSED, false, Duration.ZERO, status);
      case 501, 505 -> new Reply(null, Shortfall.ENDPOINT_REFUSED, false, Duration.ZERO, status);
      default -> {
        if (status >= 500) {
          yield new Reply(null, Shortfall.ENDPOINT_FAILED, true, retryAfter, status);
        }
        Shortfall failure = status / 100 == 3 ? Shortfall.REDIRECTED : Shortfall.ENDPOINT_REFUSED;
        yield new Reply(null, failure, false, Duration.ZERO, status);
      }
    };
  }
}
