package io.winnow.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A YAML file being checked: hands out its values and collects what is wrong with them.
 *
 * <p>Only plain data is read: tags that would create objects are a problem, and so are keys given
 * twice.
 */
public final class YamlFile {
  private record Problem(int line, String text) {}

  private static final int MAX_CODE_POINTS = 8 << 20;

  private final String name;
  private final List<Problem> problems = new ArrayList<>();
  private final YamlMap root;

  private YamlFile(String name, String content) {
    this.name = name;
    this.root = new YamlMap(this, compose(content), 1);
  }

  /** The file of that name with that content; what is wrong shows in {@link #check}. */
  public static YamlFile parse(String name, String content) {
    return new YamlFile(name, content);
  }

  /** The mapping that is the whole file; empty when the file is no mapping. */
  public YamlMap root() {
    return root;
  }

  /**
   * Notes a problem.
   *
   * @param line 1-based
   */
  public void problem(int line, String text) {
    problems.add(new Problem(line, text));
  }

  /**
   * Ends the reading of the file.
   *
   * @throws ConfigException with all problems, if there was any
   */
  public void check() {
    if (!problems.isEmpty()) {
      throw new ConfigException(
          problems.stream()
              .sorted(Comparator.comparingInt(Problem::line))
              .map(problem -> name + ":" + problem.line() + ": " + problem.text())
              .toList());
    }
  }

  private MappingNode compose(String content) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(50);
    options.setCodePointLimit(MAX_CODE_POINTS);
    try {
      Node node = new Yaml(options).compose(new StringReader(content));
      if (node instanceof MappingNode mapping) {
        return mapping;
      }
      problem(1, "expected a mapping (key: value) at the top of the file");
    } catch (MarkedYAMLException e) {
      problem(
          e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1,
          "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      problem(1, "not YAML: " + e.getMessage());
    }
    return YamlMap.EMPTY;
  }
}
