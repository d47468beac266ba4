package io.winnow.summarize.llm;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives an endpoint up after too many questions in a row went wrong in a way that will not pass.
 */
final class Breaker {
  private static final int REFUSALS = 3;
  private static final int OUTAGES = 5;
  private static final int BAD_QUESTIONS = 10;

  private int refusals;
  private int outages;
  private int badQuestions;
  private @Nullable Reply reason;

  synchronized boolean isOpen() {
    return reason != null;
  }

  /** Counts the last reply to a question; the reply, where it is the one that ends the asking. */
  synchronized Optional<Reply> count(Reply reply) {
    Shortfall failure = reply.failure();
    if (failure == null) {
      refusals = 0;
      outages = 0;
      badQuestions = 0;
      return Optional.empty();
    }
    switch (failure) {
      case ENDPOINT_REFUSED, REDIRECTED, KEY_IN_ANSWER -> refusals++;
      case QUESTION_REFUSED, ANSWER_TOO_BIG -> badQuestions++;
      default -> outages++;
    }
    boolean over = refusals >= REFUSALS || outages >= OUTAGES || badQuestions >= BAD_QUESTIONS;
    if (!over || reason != null) {
      return Optional.empty();
    }
    reason = reply;
    return Optional.of(reply);
  }
}
