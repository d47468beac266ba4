package io.winnow.summarize.llm;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What came of a question: the words of the model as they came, or why there are none.
 *
 * @param content the model's words; null where there are none
 * @param finish why the model stopped, as the endpoint says; {@code ""} where it does not
 * @param tokens used for question and answer
 * @param shortfall why there are no words; null where there are
 * @param requests that were sent for it
 * @param cached whether the words come from the cache
 */
public record Answer(
    @Nullable String content,
    String finish,
    long tokens,
    @Nullable Shortfall shortfall,
    int requests,
    boolean cached)
    implements Serializable {

  static Answer of(String content, String finish, long tokens) {
    return new Answer(content, finish, tokens, null, 0, false);
  }

  static Answer none(Shortfall shortfall) {
    return new Answer(null, "", 0, shortfall, 0, false);
  }

  Answer after(int requests, long tokens) {
    return new Answer(content, finish, tokens, shortfall, requests, false);
  }

  Answer fromCache() {
    return new Answer(content, finish, tokens, shortfall, 0, true);
  }

  @Override
  public String toString() {
    return shortfall == null ? "answer" : shortfall.reason();
  }
}
