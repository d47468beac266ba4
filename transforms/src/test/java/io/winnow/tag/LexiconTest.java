package io.winnow.tag;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LexiconTest {
  private static List<String> found(String text, String... names) {
    Map<String, List<String>> meanings = new LinkedHashMap<>();
    for (String name : names) {
      meanings.put(name, List.of(name));
    }
    List<String> found = new ArrayList<>();
    new Lexicon<>(meanings)
        .scan(FoldedText.of(text), (from, to, name) -> found.add(text.substring(from, to)));
    return found;
  }

  @Test
  void findsNamesWhateverTheirCaseWidthAndScript() {
    assertThat(found("ＬＬＭ、llm 與 LLMs；軟體，軟件", "LLM", "软件"), contains("ＬＬＭ", "llm", "LLM", "軟件"));
  }

  @Test
  void matchesWholeLatinWordsOnly() {
    assertThat(found("mango, go, ago; Go1", "go"), contains("go"));
    assertThat(found("用Go写", "go"), contains("Go"));
    assertThat(found("C++ and C", "c++"), contains("C++"));
  }

  @Test
  void readsHyphensLineBreaksAndSpacesAlike() {
    assertThat(
        found("open-source and open\nsource", "open source"),
        contains("open-source", "open\nsource"));
  }

  @Test
  void findsNothingWithoutNames() {
    assertThat(found("anything"), empty());
  }
}
