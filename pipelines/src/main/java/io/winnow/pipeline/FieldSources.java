package io.winnow.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.read.Dump;
import io.winnow.read.SourceFormat;
import io.winnow.record.JsonMapping;
import io.winnow.record.SourceRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Counts under which names the records of a dump carry what Winnow needs. */
final class FieldSources {
  /** Records looked at: more would not change what most of them are. */
  private static final int SAMPLE = 1000;

  private static final JsonMapper JSON = new JsonMapper();

  private FieldSources() {}

  /** For each field, its names and how many records have it there; empty without such records. */
  static Map<String, Map<String, Integer>> of(Dump dump, JsonMapping mapping) {
    Map<String, Map<String, Integer>> sources = new LinkedHashMap<>();
    for (String raw : raw(dump)) {
      mapping
          .sources(parsed(raw))
          .forEach(
              (field, name) ->
                  sources
                      .computeIfAbsent(field, f -> new TreeMap<>())
                      .merge(name, 1, Integer::sum));
    }
    return sources;
  }

  private static List<String> raw(Dump dump) {
    if (dump.origin().format() == SourceFormat.JSONL) {
      return IntStream.rangeClosed(dump.text().firstLine(), dump.text().lastLine())
          .limit(SAMPLE)
          .mapToObj(dump.text()::line)
          .toList();
    }
    return dump.records().stream().limit(SAMPLE).map(SourceRecord::raw).toList();
  }

  /** A record that is no JSON has no fields to count. */
  private static JsonNode parsed(String raw) {
    try {
      return raw.startsWith("{") ? JSON.readTree(raw) : JSON.nullNode();
    } catch (JsonProcessingException malformed) {
      return JSON.nullNode();
    }
  }
}
