package io.winnow.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of a {@link YamlFile}. Values of another form than the one asked for are noted as
 * problems and read as absent, so one pass finds everything that is wrong.
 */
public final class YamlMap {
  /** A text with the line it stands in. */
  public record Text(String value, int line) {}

  static final MappingNode EMPTY = new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);

  private final YamlFile file;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();

  YamlMap(YamlFile file, MappingNode node, int line) {
    this.file = file;
    this.line = line;
    for (NodeTuple tuple : node.getValue()) {
      int at = tuple.getKeyNode().getStartMark().getLine() + 1;
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        file.problem(at, "expected a plain key");
      } else if (values.put(key.getValue(), tuple.getValueNode()) != null) {
        file.problem(at, "key '" + key.getValue() + "' is given twice");
      }
    }
  }

  /** The 1-based line where the mapping begins. */
  public int line() {
    return line;
  }

  /** The keys, in the order of the file. */
  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** Notes a problem for every key that is not one of these. */
  public YamlMap allow(String... keys) {
    Set<String> allowed = Set.of(keys);
    values.forEach(
        (key, value) -> {
          if (!allowed.contains(key)) {
            file.problem(
                lineOf(value), "unknown key '" + key + "'; allowed: " + String.join(", ", keys));
          }
        });
    return this;
  }

  /** The text under the key; its absence is a problem, and then it reads as empty. */
  public Text required(String key) {
    Optional<Text> text = text(key);
    if (text.isEmpty() && !values.containsKey(key)) {
      file.problem(line, "'" + key + "' is missing");
    }
    return text.orElse(new Text("", line));
  }

  /** The text under the key. */
  public Optional<Text> text(String key) {
    return Optional.ofNullable(values.get(key)).flatMap(node -> textOf(key, node));
  }

  /** The texts of the list under the key; empty where the key is absent. */
  public List<Text> texts(String key) {
    List<Text> texts = new ArrayList<>();
    for (Node node : items(key)) {
      textOf(key, node).ifPresent(texts::add);
    }
    return List.copyOf(texts);
  }

  /** The same as they are written, with the spaces at their ends. */
  public List<Text> verbatim(String key) {
    List<Text> texts = new ArrayList<>();
    for (Node node : items(key)) {
      textOf(key, node)
          .ifPresent(text -> texts.add(new Text(((ScalarNode) node).getValue(), text.line())));
    }
    return List.copyOf(texts);
  }

  /** The mapping under the key; empty where the key is absent. */
  public YamlMap map(String key) {
    Node node = values.get(key);
    if (node == null || node instanceof MappingNode) {
      return new YamlMap(file, node == null ? EMPTY : (MappingNode) node, line);
    }
    file.problem(lineOf(node), "'" + key + "' must be a mapping");
    return new YamlMap(file, EMPTY, line);
  }

  /** The mappings of the list under the key; empty where the key is absent. */
  public List<YamlMap> maps(String key) {
    List<YamlMap> maps = new ArrayList<>();
    for (Node node : items(key)) {
      if (node instanceof MappingNode mapping) {
        maps.add(new YamlMap(file, mapping, lineOf(node)));
      } else {
        file.problem(lineOf(node), "'" + key + "' must list mappings");
      }
    }
    return List.copyOf(maps);
  }

  /** The text under the key, which is no key any more. */
  Optional<Text> take(String key) {
    Optional<Text> text = text(key);
    values.remove(key);
    return text;
  }

  private List<Node> items(String key) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    file.problem(lineOf(node), "'" + key + "' must be a list");
    return List.of();
  }

  private Optional<Text> textOf(String key, Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Optional.of(new Text(scalar.getValue().strip(), lineOf(node)));
    }
    file.problem(lineOf(node), "'" + key + "' must be a text that is not blank");
    return Optional.empty();
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
