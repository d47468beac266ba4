package io.winnow.tag;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.config.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaxonomyTest {
  @Test
  void bundledTaxonomyIsBilingualAndConsistent() {
    Taxonomy taxonomy = Taxonomy.bundled();
    List<String> paths = taxonomy.sections().stream().map(Section::path).toList();
    assertThat(paths, hasItem("interesting/software"));
    assertThat(new HashSet<>(paths), hasSize(paths.size()));
    assertThat(taxonomy.concepts().size(), greaterThan(100));
    assertThat(taxonomy.label("research/robotics", "zh"), equalTo(Optional.of("机器人")));
    assertThat(taxonomy.label("research/robotics", "en"), equalTo(Optional.of("Robotics")));
    assertThat(taxonomy.label("ai-agents", "zh"), equalTo(Optional.of("智能体")));
    assertThat(taxonomy.label("nothing", "en"), equalTo(Optional.empty()));
  }

  @Test
  void readsAUsersFile() {
    Taxonomy taxonomy =
        Taxonomy.parse(
            "mine.yaml",
            """
            sections:
              - id: food
                zh: 食物
                en: Food
                children:
                  - {id: tea, zh: 茶, en: Tea, terms: [茶叶]}
            tags:
              - {id: pu-er, zh: 普洱, en: Pu'er, aliases: [puer tea], section: food/tea}
            """);
    assertThat(
        taxonomy.sections().stream().map(Section::path).toList(), contains("food", "food/tea"));
    assertThat(taxonomy.concepts().get(0).names(), contains("普洱", "Pu'er", "puer tea"));
  }

  @Test
  void reportsEveryProblemOfAFileAtOnce() {
    ConfigException problems =
        assertThrows(
            ConfigException.class,
            () ->
                Taxonomy.parse(
                    "bad.yaml",
                    """
                    sections:
                      - {id: Food, zh: 食物}
                    tags:
                      - {id: a, zh: 甲, en: A, section: nowhere}
                      - {id: a, zh: 乙, en: B, ambiguous: [B]}
                      - {id: c, zh: 丙, en: C, patterns: ['(']}
                      - {id: d, zh: 丁, en: D, colour: red}
                    """));
    assertThat(
        problems.problems(),
        contains(
            "bad.yaml:2: id 'Food' must be lower case, digits and hyphens",
            "bad.yaml:2: 'en' is missing",
            "bad.yaml:4: section 'nowhere' does not exist; allowed: Food",
            "bad.yaml:5: tag 'a' is given twice",
            "bad.yaml:5: tag 'a' has ambiguous names but no context",
            "bad.yaml:6: pattern '(' is wrong: Unclosed group",
            "bad.yaml:7: unknown key 'colour'; allowed: id, zh, en, aliases, ambiguous, context,"
                + " except, patterns, section, examples, counterexamples"));
  }

  @Test
  void everyExampleOfTheBundledTaxonomyIsReadAsItSays() throws IOException {
    try (InputStream in = Taxonomy.class.getResourceAsStream("taxonomy.yaml")) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Taxonomy.parse("taxonomy.yaml", yaml);
    }
    assertThat(
        Taxonomy.bundled().concepts().stream().filter(c -> !c.counterexamples().isEmpty()).count(),
        greaterThan(40L));
  }

  @Test
  void refusesExamplesThatAreReadOtherwise() {
    ConfigException problems =
        assertThrows(
            ConfigException.class,
            () ->
                Taxonomy.parse(
                    "mine.yaml",
                    """
                    tags:
                      - id: brew
                        zh: 酿造
                        en: Brew
                        ambiguous: [Flow]
                        context: [beer]
                        except: [Flow Matching]
                        examples:
                          - The Flow of beer.
                          - Flow alone.
                        counterexamples:
                          - Flow Matching and beer.
                          - They Brew beer.
                    """));
    assertThat(
        problems.problems(),
        contains(
            "mine.yaml:10: example 'Flow alone.' does not name tag 'brew'",
            "mine.yaml:13: counterexample 'They Brew beer.' names tag 'brew'"));
  }

  @Test
  void extendsTheDefault() {
    Taxonomy mine =
        Taxonomy.parse(
            "mine.yaml",
            """
            extends: default
            remove: {sections: [research/slam, topics], tags: [php]}
            sections:
              - id: interesting
                children:
                  - {id: tea, zh: 茶, en: Tea, terms: [茶叶]}
                  - {id: genai, en: AI, terms: [quokka]}
              - {id: house, zh: 本社, en: In house}
            tags:
              - {id: pu-er, zh: 普洱, en: Pu'er, section: interesting/tea}
              - {id: go, zh: 围棋之外的 Go, aliases: [gopherish], ambiguous: [Gop], context: [tea]}
            """);
    List<String> paths = mine.sections().stream().map(Section::path).toList();
    assertThat(paths, not(hasItem("research/slam")));
    assertThat(paths, not(hasItem("topics")));
    assertThat(paths.indexOf("interesting/tea"), equalTo(paths.indexOf("excerpts") - 1));
    assertThat(paths.get(paths.size() - 1), equalTo("house"));
    assertThat(mine.label("interesting/genai", "en"), equalTo(Optional.of("AI")));
    assertThat(mine.label("interesting/genai", "zh"), equalTo(Optional.of("生成式人工智能")));
    assertThat(terms(mine, "interesting/genai"), hasItem("quokka"));
    assertThat(terms(mine, "interesting/genai"), hasItem("agent"));

    assertThat(mine.label("php", "en"), equalTo(Optional.empty()));
    assertThat(concept(mine, "slam").section(), equalTo(null));
    assertThat(concept(mine, "pu-er").section(), equalTo("interesting/tea"));
    assertThat(concept(mine, "go").zh(), equalTo("围棋之外的 Go"));
    assertThat(concept(mine, "go").en(), equalTo("Go"));
    assertThat(concept(mine, "go").names(), hasItem("golang"));
    assertThat(concept(mine, "go").names(), hasItem("gopherish"));
    assertThat(concept(mine, "go").names(), not(hasItem("Go")));
    assertThat(concept(mine, "go").ambiguous(), contains("Go", "Gop"));
  }

  @Test
  void aRemovedTagCanBeGivenAnew() {
    Taxonomy mine =
        Taxonomy.parse(
            "mine.yaml",
            """
            extends: default
            remove: {tags: [openai]}
            tags:
              - {id: openai, zh: OpenAI, en: OpenAI}
            """);
    assertThat(concept(mine, "openai").names(), contains("OpenAI"));
  }

  @Test
  void aChangeMayNotBreakWhatTheDefaultPromises() {
    ConfigException problems =
        assertThrows(
            ConfigException.class,
            () ->
                Taxonomy.parse(
                    "mine.yaml",
                    """
                    extends: default
                    tags:
                      - {id: slam, aliases: [grand slam]}
                    """));
    assertThat(
        problems.problems(),
        contains(
            "mine.yaml:3: counterexample 'Ireland can win the Grand Slam, said the coach.' names"
                + " tag 'slam'"));
  }

  @Test
  void reportsEveryWrongExtensionAtOnce() {
    ConfigException problems =
        assertThrows(
            ConfigException.class,
            () ->
                Taxonomy.parse(
                    "bad.yaml",
                    """
                    extends: mine
                    remove: {tags: [nothing], sections: [a/b], rows: [1]}
                    sections:
                      - {id: food, zh: 食物, en: Food}
                      - {id: food, zh: 食物, en: Food}
                    """));
    assertThat(
        problems.problems(),
        contains(
            "bad.yaml:1: extends 'mine' is unknown; allowed: default",
            "bad.yaml:2: unknown key 'rows'; allowed: sections, tags",
            "bad.yaml:2: section 'a/b' does not exist; allowed: ",
            "bad.yaml:2: tag 'nothing' does not exist",
            "bad.yaml:5: section 'food' is given twice"));
  }

  private static Concept concept(Taxonomy taxonomy, String id) {
    return taxonomy.concepts().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> terms(Taxonomy taxonomy, String path) {
    return taxonomy.sections().stream()
        .filter(section -> section.path().equals(path))
        .findFirst()
        .orElseThrow()
        .terms();
  }
}
