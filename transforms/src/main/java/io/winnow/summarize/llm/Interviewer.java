package io.winnow.summarize.llm;

import io.winnow.write.RowStore;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks many questions, several at a time, and hands the answers on in the order of the questions.
 * Equal questions are asked once.
 */
final class Interviewer {
  private final LlmSpec spec;
  private final Interview interview;

  /**
   * @param key null where the endpoint asks for none
   * @param plan what the budget holds for
   */
  Interviewer(LlmSpec spec, RowStore cache, @Nullable EndpointKey key, Plan plan) {
    this.spec = spec;
    this.interview =
        new Interview(
            spec,
            new ChatEndpoint(spec.completions(), key, spec.patience().timeout()),
            new AnswerCache(cache),
            new Budget(spec.maxRequests(), spec.maxTokens(), plan.questions(), plan.tokens()));
  }

  private record Asked(Question question, Future<Answer> answer, boolean isFirst) {}

  /**
   * Asks them all.
   *
   * @throws IOException when the cache cannot be read or written
   */
  void ask(Iterator<Question> questions, BiConsumer<Question, Answer> answers)
      throws IOException, InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            spec.concurrency(),
            work -> {
              Thread thread = new Thread(work, "winnow-llm");
              thread.setDaemon(true);
              return thread;
            });
    Deque<Asked> underWay = new ArrayDeque<>();
    Map<String, Future<Answer>> byKey = new HashMap<>();
    try {
      while (questions.hasNext() || !underWay.isEmpty()) {
        if (questions.hasNext() && underWay.size() < 2 * spec.concurrency()) {
          Question question = questions.next();
          Future<Answer> same = byKey.get(question.key());
          Future<Answer> answer =
              same == null ? threads.submit(() -> interview.ask(question)) : same;
          byKey.put(question.key(), answer);
          underWay.add(new Asked(question, answer, same == null));
        } else {
          Asked first = underWay.remove();
          Answer answer = result(first.answer());
          answers.accept(first.question(), first.isFirst() ? answer : answer.after(0, 0));
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Answer result(Future<Answer> answer) throws IOException, InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw new IOException("the folder of --llmCache cannot be used: " + io.getMessage(), io);
      }
      throw new IllegalStateException("asking a model failed", e.getCause());
    }
  }
}
