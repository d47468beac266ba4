package io.winnow.clean;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The typed objects in the JSON-LD of a page, in its order, and where references to them lead.
 *
 * <p>Reads what browsers and generators put there in practice: comments, CDATA marks, trailing
 * commas, line breaks within strings, several values in one script. A script that is broken beyond
 * that says what {@link BrokenJsonLd} finds; one over the cap says nothing.
 */
final class JsonGraph {
  /** Characters of a script; the longest ones seen list hundreds of products. */
  private static final int MAX_CHARS = 1_000_000;

  private static final int MAX_NODES = 5_000;
  private static final int MAX_NESTING = 200;
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
                  .build())
          .enable(
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private final List<JsonNode> nodes = new ArrayList<>();
  private final Map<String, JsonNode> byId = new HashMap<>();
  private int seen;

  private JsonGraph() {}

  static JsonGraph of(List<String> scripts) {
    JsonGraph graph = new JsonGraph();
    for (String script : scripts) {
      if (script.length() <= MAX_CHARS) {
        graph.read(bare(script));
      }
    }
    return graph;
  }

  /** The script without the marks that hide it from old parsers. */
  private static String bare(String script) {
    String json = script.strip();
    int from = 0;
    while (from < json.length() && json.charAt(from) != '{' && json.charAt(from) != '[') {
      from++;
    }
    boolean marked = json.startsWith("[CDATA[", from);
    if (marked) {
      from = Math.max(from, json.indexOf('{', from));
    }
    int to = Math.max(json.lastIndexOf('}'), json.lastIndexOf(']'));
    if (to >= 2 && json.startsWith("]]", to - 1)) {
      to = json.lastIndexOf('}');
    }
    return from < to ? json.substring(from, to + 1) : "";
  }

  private void read(String json) {
    if (json.isEmpty()) {
      return;
    }
    int before = nodes.size();
    try (JsonParser parser = JSON.createParser(json);
        MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(parser)) {
      while (seen < MAX_NODES && values.hasNextValue()) {
        walk(values.nextValue());
      }
    } catch (JsonProcessingException e) {
      if (nodes.size() == before) {
        BrokenJsonLd.article(json, JSON.createObjectNode()).ifPresent(nodes::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void walk(JsonNode root) {
    Deque<JsonNode> todo = new ArrayDeque<>();
    todo.add(root);
    for (; !todo.isEmpty() && seen < MAX_NODES; seen++) {
      JsonNode node = todo.poll();
      if (node.isArray()) {
        node.forEach(todo::add);
        continue;
      }
      if (node.has("@type")) {
        nodes.add(node);
      }
      if (node.path("@id").isTextual() && (node.has("name") || node.size() > 2)) {
        byId.putIfAbsent(node.path("@id").asText(), node);
      }
      for (JsonNode child : node) {
        if (child.isContainerNode()) {
          todo.add(child);
        }
      }
    }
  }

  List<JsonNode> nodes() {
    return nodes;
  }

  /** The node that an object refers to by its id, where it says nothing itself. */
  JsonNode resolve(JsonNode node) {
    if (node instanceof ObjectNode && !node.has("name") && node.path("@id").isTextual()) {
      return byId.getOrDefault(node.path("@id").asText(), node);
    }
    return node.isArray() ? resolve(node.path(0)) : node.isObject() ? node : missing();
  }

  private static JsonNode missing() {
    return MissingNode.getInstance();
  }
}
