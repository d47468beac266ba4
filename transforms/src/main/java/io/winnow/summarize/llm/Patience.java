package io.winnow.summarize.llm;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long and how often an endpoint is asked.
 *
 * @param timeout longest time from a request to the last byte of its answer
 * @param attempts requests for one question at most
 * @param firstWait before the second attempt; doubled before each further one
 * @param longestWait before any attempt, also where the endpoint asks for more
 */
public record Patience(Duration timeout, int attempts, Duration firstWait, Duration longestWait)
    implements Serializable {
  /** Four attempts, with 1, 2 and 4 seconds between them, at most a minute. */
  public static Patience of(Duration timeout) {
    return new Patience(timeout, 4, Duration.ofSeconds(1), Duration.ofSeconds(60));
  }

  /**
   * The pause after an attempt that failed: what the endpoint asked for within bounds, else twice
   * the last with up to a quarter more by {@code seed}, so that many do not come back at once.
   *
   * @param attempt attempts so far, from 1
   * @param asked by the endpoint; zero where it asked for nothing
   */
  Duration before(int attempt, Duration asked, String seed) {
    if (!asked.isZero()) {
      return asked.compareTo(longestWait) > 0 ? longestWait : asked;
    }
    Duration wait = firstWait.multipliedBy(1L << Math.min(attempt - 1, 16));
    long jitter = Math.floorMod((seed + attempt).hashCode(), 26);
    wait = wait.plus(wait.multipliedBy(jitter).dividedBy(100));
    return wait.compareTo(longestWait) > 0 ? longestWait : wait;
  }
}
