package io.winnow.summarize.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.schema.Article;
import io.winnow.summarize.SummarySpec;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Words the question about an article: a function of the article and of what was configured. */
public final class Questions implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String CACHE_FORMAT = "winnow-llm-1\n";
  private static final String OMIT = "omit";
  private static final JsonMapper JSON = new JsonMapper();

  private final LlmSpec spec;
  private final SummarySpec summary;

  public Questions(LlmSpec spec, SummarySpec summary) {
    this.spec = spec;
    this.summary = summary;
  }

  /**
   * The question about an article that has its extractive summary.
   *
   * <p>The article stands between two fences: lines that are a hash of it, so that no text can hold
   * its own.
   */
  public Question about(Article article) {
    MaskedArticle masked = MaskedArticle.of(article);
    Room room = Room.of(summary, masked.dense());
    String text = Shortening.of(masked, spec.maxInputChars());
    Map<String, String> values =
        Map.of(
            "title", masked.title(),
            "article", text,
            "fence", fence(masked.title() + "\n" + text),
            "language", masked.language(),
            "max_chars", Integer.toString(room.chars()),
            "max_sentences", Integer.toString(room.sentences()));
    ObjectNode body = JSON.createObjectNode();
    body.put("model", spec.model());
    body.put("stream", false);
    put(body, "temperature", "0");
    put(body, "seed", "1");
    put(body, "max_tokens", Integer.toString(room.answerTokens(masked.dense())));
    spec.prompt().request().forEach((field, value) -> put(body, field, value));
    message(body, "system", PromptTemplate.filled(spec.prompt().system(), values));
    message(body, "user", PromptTemplate.filled(spec.prompt().user(), values));
    String json = written(body);
    return new Question(article.getId(), json, sha256(CACHE_FORMAT + json), tokens(article));
  }

  /** Tokens that the question about an article and its answer take, as estimated. */
  public int tokens(Article article) {
    boolean dense = MaskedArticle.isDense(article);
    return 2 * Tokens.OVERHEAD
        + Tokens.of(spec.prompt().system())
        + Tokens.of(spec.prompt().user())
        + Tokens.of(article.getTitle())
        + Tokens.of(article.getText(), spec.maxInputChars())
        + answerTokens(Room.of(summary, dense).answerTokens(dense));
  }

  private int answerTokens(int room) {
    Map<String, String> request = spec.prompt().request();
    String given = request.getOrDefault("max_completion_tokens", request.get("max_tokens"));
    return given != null && given.matches("\\d{1,7}") ? Integer.parseInt(given) : room;
  }

  /** A line that does not occur in the text. */
  static String fence(String text) {
    String hash = sha256(text);
    while (text.contains(hash.substring(0, 16))) {
      hash = sha256(hash);
    }
    return "=====" + hash.substring(0, 16) + "=====";
  }

  private static void put(ObjectNode body, String field, String value) {
    if (value.equals(OMIT)) {
      body.remove(field);
    } else if (Character.isLetter(value.charAt(0))) {
      body.put(field, value);
    } else {
      BigDecimal number = new BigDecimal(value);
      body.remove(field);
      if (value.contains(".")) {
        body.put(field, number);
      } else {
        body.put(field, number.longValueExact());
      }
    }
  }

  private static void message(ObjectNode body, String role, String content) {
    body.withArray("messages").addObject().put("role", role).put("content", content.strip());
  }

  private static String written(ObjectNode body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers is JSON", e);
    }
  }

  static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
