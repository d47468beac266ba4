package io.winnow.config;

import java.io.StringReader;
import java.math.BigInteger;
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
 * twice. The key {@code version} at the top, which may be left out, is the file's own: of a file
 * that is newer than this program, that is the only problem, because nothing else is known of it.
 */
public final class YamlFile {
  private record Problem(int line, String text) {}

  /** The newest version of configuration files that this program knows; they count from 1. */
  static final int NEWEST = 1;

  private static final String VERSION = "version";
  private static final int MAX_CODE_POINTS = 8 << 20;

  private final String name;
  private final List<Problem> problems = new ArrayList<>();
  private final YamlMap root;
  private boolean isNewer;

  private YamlFile(String name, String content) {
    this.name = name;
    YamlMap whole = new YamlMap(this, compose(content), 1);
    whole.take(VERSION).ifPresent(this::checkVersion);
    this.root = isNewer ? new YamlMap(this, YamlMap.EMPTY, 1) : whole;
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
    if (!isNewer) {
      problems.add(new Problem(line, text));
    }
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

  private void checkVersion(YamlMap.Text version) {
    if (!version.value().matches("0*[1-9][0-9]*")) {
      problem(
          version.line(), "'version' must be a whole number, at least 1; was: " + version.value());
    } else if (new BigInteger(version.value()).compareTo(BigInteger.valueOf(NEWEST)) > 0) {
      problems.clear();
      problem(
          version.line(),
          "the file is of version %s, but this Winnow knows up to version %d: upgrade Winnow, or"
                  .formatted(version.value(), NEWEST)
              + " write it as version "
              + NEWEST
              + " has it (docs/compatibility.md)");
      isNewer = true;
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
