package io.winnow.summarize.llm;

import dev.failsafe.Failsafe;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets answers: from the cache, else from the endpoint, by the patience, rate and budget of the
 * run. Safe for use by several threads.
 */
final class Interview {
  private static final Logger LOG = LoggerFactory.getLogger(Interview.class);

  private final LlmSpec spec;
  private final ChatEndpoint endpoint;
  private final AnswerCache cache;
  private final Budget budget;
  private final Breaker breaker = new Breaker();
  private final RateLimiter<Object> rate;

  Interview(LlmSpec spec, ChatEndpoint endpoint, AnswerCache cache, Budget budget) {
    this.spec = spec;
    this.endpoint = endpoint;
    this.cache = cache;
    this.budget = budget;
    this.rate = RateLimiter.smoothBuilder(spec.requestsPerMinute(), Duration.ofMinutes(1)).build();
  }

  /**
   * The answer to a question; its own when the cache has it, whatever else is going on.
   *
   * @throws IOException when the cache cannot be read or written
   */
  Answer ask(Question question) throws IOException, InterruptedException {
    Optional<Answer> known = cache.get(question.key());
    if (known.isPresent()) {
      budget.skip(question.tokens());
      return known.get();
    }
    if (breaker.isOpen()) {
      budget.skip(question.tokens());
      return Answer.none(Shortfall.SWITCHED_OFF);
    }
    Attempts attempts = new Attempts(question);
    Reply reply = attempts.last();
    Answer answer = answer(question, reply);
    if (answer.shortfall() != Shortfall.OUT_OF_BUDGET) {
      boolean isNonsense = answer.shortfall() == Shortfall.ANSWER_UNREADABLE;
      breaker
          .count(isNonsense ? Reply.failed(Shortfall.ANSWER_UNREADABLE, false) : reply)
          .ifPresent(this::sayOff);
    }
    long used = answer.content() != null ? answer.tokens() : 0;
    Answer counted = answer.after(attempts.sent, used);
    if (counted.content() != null) {
      cache.put(question.key(), counted);
    }
    return counted;
  }

  private static Answer answer(Question question, Reply reply) {
    if (reply.body() == null) {
      return Answer.none(reply.failure() == null ? Shortfall.ANSWER_UNREADABLE : reply.failure());
    }
    return Completion.parse(reply.body(), question.tokens())
        .orElse(Answer.none(Shortfall.ANSWER_UNREADABLE));
  }

  private void sayOff(Reply reply) {
    LOG.warn(
        "the endpoint of --llmEndpoint is asked no more in this run: too many failures in a row, the last {}{};"
            + " articles without an answer keep their extractive summaries. Check --llmEndpoint, --llmModel and the"
            + " key in {}",
        reply.failure() == null ? "" : reply.failure().reason(),
        reply.status() > 0 ? " (HTTP " + reply.status() + ")" : "",
        spec.keyVariable());
  }

  /** The requests for one question. */
  private final class Attempts {
    private final Question question;
    private int sent;

    Attempts(Question question) {
      this.question = question;
    }

    Reply last() throws InterruptedException {
      Patience patience = spec.patience();
      RetryPolicy<Reply> policy =
          RetryPolicy.<Reply>builder()
              .handleResultIf(
                  reply ->
                      reply.isPassing()
                          && !breaker.isOpen()
                          && budget.hasRoomForAnother(question.tokens()))
              .abortOn(Exception.class)
              .withMaxRetries(patience.attempts() - 1)
              .withDelayFn(
                  context ->
                      patience.before(
                          context.getAttemptCount(),
                          context.getLastResult().retryAfter(),
                          question.key()))
              .build();
      return Failsafe.with(policy).get(this::once);
    }

    private Reply once() throws InterruptedException {
      boolean may = sent == 0 ? budget.first(question.tokens()) : budget.again(question.tokens());
      if (!may) {
        return Reply.failed(Shortfall.OUT_OF_BUDGET, false);
      }
      sent++;
      rate.acquirePermit();
      Reply reply = endpoint.send(question.body());
      budget.settle(question.tokens(), used(reply));
      return reply;
    }

    /** An endpoint that refuses reads nothing; one that is slow or talks nonsense may have. */
    private long used(Reply reply) {
      if (reply.body() != null) {
        return Completion.parse(reply.body(), question.tokens())
            .map(Answer::tokens)
            .orElse((long) question.tokens());
      }
      return reply.status() > 0 ? 0 : question.tokens();
    }
  }
}
