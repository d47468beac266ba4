package io.winnow.summarize.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.text.Sentence;
import io.winnow.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the words of a model: a JSON array of sentences as it was asked for, an object that holds
 * one, or plain text. Thoughts before the answer and a fence around JSON are taken off.
 */
final class AnswerText {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final String THOUGHTS_END = "</think>";
  private static final JsonMapper JSON = new JsonMapper();

  private AnswerText() {}

  /**
   * The sentences as they came, one string each, not yet checked; empty where what begins as JSON
   * is none.
   */
  static Optional<List<String>> parse(String content) {
    String text = unfenced(withoutThoughts(content.strip()));
    if (!text.startsWith("[") && !text.startsWith("{")) {
      return Optional.of(SPACE.matcher(text).replaceAll(" ").isBlank() ? List.of() : List.of(text));
    }
    try {
      return strings(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The parts as sentences, with single spaces. */
  static List<String> sentences(List<String> parts) {
    List<String> sentences = new ArrayList<>();
    for (String part : parts) {
      List<Sentence> found = Sentences.of(part);
      if (found.isEmpty() && !part.isBlank()) {
        sentences.add(spaced(part));
      }
      found.forEach(sentence -> sentences.add(spaced(sentence.text())));
    }
    return List.copyOf(sentences);
  }

  private static String spaced(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  private static Optional<List<String>> strings(JsonNode json) {
    JsonNode list = json;
    if (json.isObject() && json.size() == 1) {
      list = json.elements().next();
    }
    if (list.isTextual()) {
      return Optional.of(List.of(list.asText().strip()));
    }
    List<String> strings = new ArrayList<>();
    for (JsonNode item : list) {
      if (!list.isArray() || !item.isTextual()) {
        return Optional.empty();
      }
      if (!item.asText().isBlank()) {
        strings.add(item.asText().strip());
      }
    }
    return list.isArray() ? Optional.of(strings) : Optional.empty();
  }

  private static String withoutThoughts(String text) {
    int end = text.startsWith("<think>") ? text.indexOf(THOUGHTS_END) : -1;
    return end < 0 ? text : text.substring(end + THOUGHTS_END.length()).strip();
  }

  private static String unfenced(String text) {
    int line = text.indexOf('\n');
    if (!text.startsWith("```") || !text.endsWith("```") || line < 0) {
      return text;
    }
    String inside = text.substring(line + 1, Math.max(line + 1, text.length() - 3)).strip();
    return inside.startsWith("[") || inside.startsWith("{") ? inside : text;
  }
}
