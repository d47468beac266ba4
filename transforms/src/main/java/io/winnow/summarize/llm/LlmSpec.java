package io.winnow.summarize.llm;

import java.io.Serializable;
import java.net.URI;

/**
 * Which model summarizes, and what it may cost. Travels with the job, so it holds the name of the
 * variable that has the key, never the key.
 *
 * @param endpoint base address, such as {@code http://localhost:11434/v1}
 * @param model name of the model at the endpoint
 * @param prompt what is asked
 * @param cache folder of answers, as Beam's file systems name it
 * @param maxRequests requests that a run may send
 * @param maxTokens tokens that a run may use, of questions and answers
 * @param requestsPerMinute at most
 * @param concurrency requests under way at most
 * @param maxInputChars code points of an article that are sent
 * @param keyVariable environment variable that holds the key, read where requests are sent
 */
public record LlmSpec(
    URI endpoint,
    String model,
    PromptTemplate prompt,
    String cache,
    int maxRequests,
    long maxTokens,
    int requestsPerMinute,
    int concurrency,
    int maxInputChars,
    Patience patience,
    String keyVariable)
    implements Serializable {

  /** Where questions go. */
  URI completions() {
    return URI.create(endpoint.toString().replaceFirst("/+$", "") + "/chat/completions");
  }
}
