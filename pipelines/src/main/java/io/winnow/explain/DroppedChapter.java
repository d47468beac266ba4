package io.winnow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What cleaning removed from inside an article: by which rule, where, and what would keep it. */
final class DroppedChapter {
  private static final Properties BUILT_IN = read("dropping.properties");
  private static final int MOST = 20;

  private final Runs runs;

  DroppedChapter(Runs runs) {
    this.runs = runs;
  }

  void tell(Row row, Telling telling) throws IOException {
    List<Row> spans = row.structs("dropped_spans");
    telling.section("dropped", "What cleaning dropped from it");
    if (spans.isEmpty()) {
      telling.say("nothing", "Nothing.");
      return;
    }
    telling.say(
        "summary",
        Words.count(spans.size(), "place")
            + " of the piece as it was split"
            + (spans.size() > MOST ? "; the first " + MOST + " (--format=json has all)" : "")
            + ". From and to count its characters before any cleaning:");
    telling.table(
        "spans",
        List.of("rule", "from", "to", "excerpt"),
        spans.stream().map(DroppedChapter::cells).toList(),
        MOST);
    Map<String, Integer> byRule = new LinkedHashMap<>();
    spans.forEach(span -> byRule.merge(span.text("rule"), 1, Integer::sum));
    telling.say("rules_meaning", "Why:");
    for (Map.Entry<String, Integer> rule : byRule.entrySet()) {
      telling.fact(
          rule.getKey(),
          rule.getKey(),
          Telling.node((long) rule.getValue()),
          words(row, rule.getKey()) + (rule.getValue() > 1 ? " (" + rule.getValue() + ")" : ""));
    }
  }

  private String words(Row row, String rule) {
    String builtIn = BUILT_IN.getProperty(rule);
    if (builtIn != null) {
      return builtIn;
    }
    String file = runs.option(row.run(), "boilerplateRules");
    return "a rule of "
        + (file.isEmpty()
            ? "boilerplate.yaml; --boilerplateRules=FILE, a copy without it or with an `unless`, keeps such lines"
            : file + ", which the run was given as --boilerplateRules");
  }

  private static List<JsonNode> cells(Row span) {
    return List.of(
        span.value("rule"), span.value("from_char"), span.value("to_char"), span.value("excerpt"));
  }

  private static Properties read(String name) {
    Properties words = new Properties();
    try (InputStream in = DroppedChapter.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
