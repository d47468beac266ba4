package io.winnow.summarize.llm;

/**
 * What a run may still spend. First requests were planned, so each is let through as long as the
 * plan holds; another attempt only where enough is left for all first requests to come.
 */
final class Budget {
  private final int maxRequests;
  private final long maxTokens;
  private int requests;
  private long tokens;
  private int expectedRequests;
  private long expectedTokens;

  /**
   * @param plannedRequests first requests to come
   * @param plannedTokens that they will take, as estimated
   */
  Budget(int maxRequests, long maxTokens, int plannedRequests, long plannedTokens) {
    this.maxRequests = maxRequests;
    this.maxTokens = maxTokens;
    this.expectedRequests = plannedRequests;
    this.expectedTokens = plannedTokens;
  }

  /** Takes a first request out of what is expected; false where the budget is used up. */
  synchronized boolean first(int estimate) {
    skip(estimate);
    return spend(estimate);
  }

  /** A question that was planned needs no request. */
  synchronized void skip(int estimate) {
    expectedRequests = Math.max(0, expectedRequests - 1);
    expectedTokens = Math.max(0, expectedTokens - estimate);
  }

  /** Whether another attempt leaves enough for the first requests to come. */
  synchronized boolean hasRoomForAnother(int estimate) {
    return requests + expectedRequests < maxRequests
        && tokens + expectedTokens + estimate <= maxTokens;
  }

  /** Takes another attempt; false where there is no room for it. */
  synchronized boolean again(int estimate) {
    return hasRoomForAnother(estimate) && spend(estimate);
  }

  /** Puts what a request really took in the place of the estimate. */
  synchronized void settle(int estimate, long used) {
    tokens = saturated(tokens - estimate, used);
  }

  private boolean spend(int estimate) {
    if (requests >= maxRequests || tokens + estimate > maxTokens) {
      return false;
    }
    requests++;
    tokens += estimate;
    return true;
  }

  private static long saturated(long a, long b) {
    return b > Long.MAX_VALUE / 4 ? Long.MAX_VALUE / 4 : a + b;
  }
}
