package io.winnow.config;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlFileTest {
  @Test
  void readsTextsListsAndMaps() {
    YamlFile file = YamlFile.parse("a.yaml", "name: 一\nlist: [x, 'y']\nmaps:\n  - {id: m}\n");
    assertThat(file.root().required("name").value(), equalTo("一"));
    assertThat(
        file.root().texts("list").stream().map(YamlMap.Text::value).toList(), contains("x", "y"));
    assertThat(file.root().maps("maps").get(0).required("id"), equalTo(new YamlMap.Text("m", 4)));
    file.check();
  }

  @Test
  void reportsAllProblemsWithTheirLines() {
    YamlFile file = YamlFile.parse("a.yaml", "a: 1\na: 2\nlist: x\nodd: 1\nmap: [1]\n");
    YamlMap root = file.root().allow("a", "list", "map", "must");
    root.texts("list");
    root.map("map");
    root.required("must");
    ConfigException problems = assertThrows(ConfigException.class, file::check);
    assertThat(
        problems.problems(),
        contains(
            "a.yaml:1: 'must' is missing",
            "a.yaml:2: key 'a' is given twice",
            "a.yaml:3: 'list' must be a list",
            "a.yaml:4: unknown key 'odd'; allowed: a, list, map, must",
            "a.yaml:5: 'map' must be a mapping"));
  }

  @Test
  void knowsFilesOfItsVersionAndThoseThatSayNone() {
    for (String content : List.of("a: x\n", "version: 1\na: x\n", "a: x\nversion: '1'\n")) {
      YamlFile file = YamlFile.parse("a.yaml", content);
      assertThat(file.root().allow("a").required("a").value(), equalTo("x"));
      file.check();
    }
  }

  @Test
  void refusesANewerFileForThatAlone() {
    YamlFile file = YamlFile.parse("a.yaml", "a: 1\na: 2\nversion: 2\nodd: [1]\n");
    file.root().allow("a").required("must");

    ConfigException problems = assertThrows(ConfigException.class, file::check);
    assertThat(
        problems.getMessage(),
        equalTo(
            "a.yaml:3: the file is of version 2, but this Winnow knows up to version 1: upgrade Winnow, or"
                + " write it as version 1 has it (docs/compatibility.md)"));
    assertThrows(
        ConfigException.class,
        () -> YamlFile.parse("a.yaml", "version: 99999999999999999999").check());
  }

  @Test
  void reportsAVersionThatIsNoneBesideOtherProblems() {
    for (String version : List.of("0", "-1", "one", "1.5", "2.0")) {
      YamlFile file = YamlFile.parse("a.yaml", "odd: 1\nversion: " + version + "\n");
      file.root().allow("a");
      ConfigException problems = assertThrows(ConfigException.class, file::check);
      assertThat(
          problems.problems(),
          contains(
              "a.yaml:1: unknown key 'odd'; allowed: a",
              "a.yaml:2: 'version' must be a whole number, at least 1; was: " + version));
    }
    ConfigException list =
        assertThrows(ConfigException.class, () -> YamlFile.parse("a.yaml", "version: [1]").check());
    assertThat(list.problems(), contains("a.yaml:1: 'version' must be a text that is not blank"));
  }

  @Test
  void keepsSpacesWhereTheyCount() {
    YamlFile file = YamlFile.parse("a.yaml", "a: [' x ', y]\n");
    assertThat(
        file.root().verbatim("a").stream().map(YamlMap.Text::value).toList(), contains(" x ", "y"));
  }

  @Test
  void reportsWhatIsNoYamlAndNoMapping() {
    ConfigException notYaml =
        assertThrows(ConfigException.class, () -> YamlFile.parse("b.yaml", "a: [1\nb: 2").check());
    assertThat(notYaml.problems(), hasSize(1));
    assertThat(notYaml.getMessage(), containsString("b.yaml:2: not YAML"));
    ConfigException noMapping =
        assertThrows(ConfigException.class, () -> YamlFile.parse("c.yaml", "- 1").check());
    assertThat(noMapping.getMessage(), containsString("c.yaml:1: expected a mapping"));
  }
}
