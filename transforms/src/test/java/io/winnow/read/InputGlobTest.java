package io.winnow.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputGlobTest {
  @Test
  void commasSeparateButNotInsideBraces() {
    assertThat(
        InputGlob.split("a/*.txt, b/{c,d{e,f}}.md,,x"),
        contains("a/*.txt", "b/{c,d{e,f}}.md", "x"));
    assertThat(InputGlob.split(" , "), empty());
  }

  @Test
  void theBaseIsTheFolderBeforeTheFirstWildcard() {
    assertThat(InputGlob.parse("/d/a*/b.txt"), contains(new InputGlob("/d/", "a*/b.txt")));
    assertThat(InputGlob.parse("s3://x/d/**"), contains(new InputGlob("s3://x/d/", "**")));
  }

  @Test
  void bracesBecomeOneGlobEach() {
    assertThat(
        InputGlob.parse("/d/{a,b{1,2}}/*.{md,txt}"),
        contains(
            new InputGlob("/d/a/", "*.md"),
            new InputGlob("/d/a/", "*.txt"),
            new InputGlob("/d/b1/", "*.md"),
            new InputGlob("/d/b1/", "*.txt"),
            new InputGlob("/d/b2/", "*.md"),
            new InputGlob("/d/b2/", "*.txt")));
  }

  @ParameterizedTest
  @CsvSource({
    "**/*.txt, a.txt, true",
    "**/*.txt, x/y/a.txt, true",
    "**/*.txt, x/a.md, false",
    "*.txt, x/a.txt, false",
    "*, 二月 第3周.md, true",
    "a?c.txt, a中c.txt, true",
    "[0-9]*.txt, 1a.txt, true",
    "[!0-9]*.txt, 1a.txt, false",
    "[.]x, .x, true",
    "x/**, x/y/z, true",
    "x/**/z, x/z, true",
    "x/**/z, x/yz, false",
    "a+(b).txt, a+(b).txt, true",
    "\\*.txt, *.txt, true",
    "\\*.txt, a.txt, false"
  })
  void matchesAsAShellDoes(String pattern, String path, boolean expected) {
    assertThat(new InputGlob("/", pattern).matches(path), is(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "**, a/.git/config, true",
    "**, _drafts/a.md, true",
    "**, a/b.md, false",
    "*, .hidden, true",
    ".*, .hidden, false",
    "_posts/*.md, _posts/a.md, false",
    "_posts/*.md, _posts/.a.md, true",
    "**/_posts/*, x/_posts/a.md, false",
    "**/_posts/*, .x/_posts/a.md, true"
  })
  void hidesWhatBeginsWithADotOrUnderscoreUnlessNamed(String pattern, String path, boolean hidden) {
    assertThat(new InputGlob("/", pattern).hides(path), is(hidden));
  }

  @Test
  void aFileIsMeantWhateverItsName() {
    InputGlob file = InputGlob.file("/d/[1] a*{b}.txt");
    assertThat(file.base(), is("/d/"));
    assertThat(file.matches("[1] a*{b}.txt"), is(true));
    assertThat(file.matches("1 ab.txt"), is(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/d/{a,b", "/d/[a"})
  void refusesWhatIsNotClosed(String path) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> InputGlob.parse(path));
    assertThat(refused.getMessage(), containsString("without"));
  }

  @Test
  void refusesTooManyAlternatives() {
    String many = "/d/" + "{a,b}".repeat(11);
    assertThrows(IllegalArgumentException.class, () -> InputGlob.parse(many));
  }
}
