package io.winnow.summarize.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** Reads a chat completion. */
final class Completion {
  private static final JsonMapper JSON = new JsonMapper();

  private Completion() {}

  /**
   * The first choice of a completion; empty where the text is none.
   *
   * @param estimate tokens to count where the endpoint counts none
   */
  static Optional<Answer> parse(String json, long estimate) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    JsonNode choice = root.path("choices").path(0);
    if (!choice.isObject()) {
      return Optional.empty();
    }
    JsonNode message = choice.path("message");
    JsonNode content = message.path("content");
    if (!message.isObject()
        || !(content.isTextual() || content.isNull() || content.isMissingNode())) {
      return Optional.empty();
    }
    boolean refused = message.path("refusal").isTextual();
    String finish = refused ? "refusal" : choice.path("finish_reason").asText("");
    return Optional.of(
        Answer.of(content.isTextual() ? content.asText() : "", finish, tokens(root, estimate)));
  }

  private static long tokens(JsonNode root, long estimate) {
    JsonNode usage = root.path("usage");
    long total = usage.path("total_tokens").asLong(-1);
    if (total < 0) {
      total = usage.path("prompt_tokens").asLong(-1) + usage.path("completion_tokens").asLong(0);
    }
    return total < 0 ? estimate : total;
  }
}
