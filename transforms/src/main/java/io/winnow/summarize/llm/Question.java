package io.winnow.summarize.llm;

import java.io.Serializable;

/**
 * One request to a model, complete.
 *
 * @param articleId the article that it is about
 * @param body the JSON that is sent
 * @param key SHA-256 of the body and of the version of the cache's format, in hexadecimal: what the
 *     answer is filed under
 * @param tokens that question and answer take, as estimated beforehand
 */
public record Question(String articleId, String body, String key, int tokens)
    implements Serializable {
  @Override
  public String toString() {
    return "question " + key;
  }
}
