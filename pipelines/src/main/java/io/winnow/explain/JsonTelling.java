package io.winnow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.query.TerminalText;
import java.io.IOException;
import java.util.List;

/**
 * One JSON object: the answer, and an object a section; nothing in it moves a terminal's cursor.
 */
final class JsonTelling implements Telling {
  private static final JsonMapper JSON = TerminalText.json();

  private final Appendable out;
  private final ObjectNode all = JSON.createObjectNode();
  private ObjectNode section = all;

  JsonTelling(Appendable out) {
    this.out = out;
  }

  @Override
  public void answer(String sentence) {
    all.put("answer", sentence);
  }

  @Override
  public void section(String key, String heading) {
    section = all.withObject("/" + key);
  }

  @Override
  public void fact(String key, String label, JsonNode value, String phrase) {
    section.set(key, value);
  }

  @Override
  public void data(Row row, List<String> columns) {
    columns.stream().filter(row::has).forEach(each -> section.set(each, row.value(each)));
  }

  @Override
  public void say(String key, String sentence) {
    section.put(key, sentence);
  }

  @Override
  public void table(String key, List<String> columns, List<List<JsonNode>> rows) {
    ArrayNode table = section.putArray(key);
    for (List<JsonNode> row : rows) {
      ObjectNode object = table.addObject();
      for (int i = 0; i < columns.size(); i++) {
        object.set(columns.get(i).replace(' ', '_'), row.get(i));
      }
    }
  }

  @Override
  public void data(String key, List<String> columns, List<List<JsonNode>> rows) {
    table(key, columns, rows);
  }

  @Override
  public void passages(String key, List<Alignment.Passage> passages) {
    ArrayNode all = section.putArray(key);
    passages.forEach(each -> all.addObject().put("in", each.what()).put("text", each.text()));
  }

  @Override
  public void end() throws IOException {
    out.append(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all)).append('\n');
  }
}
