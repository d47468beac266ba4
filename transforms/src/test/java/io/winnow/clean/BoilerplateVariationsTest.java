package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Wordings of boilerplate, and sentences about the same things, near the end of an article. */
class BoilerplateVariationsTest {
  private static final BoilerplateRules RULES = BoilerplateRules.defaults();
  private static final List<String> BODY =
      IntStream.rangeClosed(1, 14).mapToObj(i -> "第 " + i + " 种办法是图着色,编译器先画出哪些变量同时活着。").toList();

  @ParameterizedTest
  @CsvFileSource(
      resources = "boilerplate-variations.tsv",
      delimiter = '\t',
      quoteCharacter = '\0',
      numLinesToSkip = 1)
  void dropsWhatBelongsToThePageAndKeepsWhatTheArticleSays(
      String verdict, String language, String line) {
    List<String> lines = new ArrayList<>(BODY);
    lines.add(13, line);
    Manuscript text = UnicodeRepair.repair(PlainText.read(new RawText(String.join("\n\n", lines))));
    String repaired = text.lines().get(13).text();

    List<String> kept = Boilerplate.drop(RULES, text).lines().stream().map(Line::text).toList();

    assertThat(kept, verdict.equals("keep") ? hasItem(repaired) : not(hasItem(equalTo(repaired))));
    assertThat(kept, hasItem(BODY.get(13)));
  }
}
