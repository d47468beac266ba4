package io.winnow.tag;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.config.ConfigException;
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
                + " patterns, section, examples"));
  }
}
