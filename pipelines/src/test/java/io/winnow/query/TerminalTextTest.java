package io.winnow.query;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTextTest {
  @Test
  void countsTwoColumnsForWideCharacters() {
    assertThat(TerminalText.width("abc"), equalTo(3));
    assertThat(TerminalText.width("中文a"), equalTo(5));
    assertThat(TerminalText.width("ＡＢ「」"), equalTo(8));
    assertThat(TerminalText.width("한국어"), equalTo(6));
    assertThat(TerminalText.width("ｶﾅ"), equalTo(2));
    assertThat(TerminalText.width("𠀀"), equalTo(2));
    assertThat(TerminalText.width(""), equalTo(0));
  }

  @Test
  void countsAGraphemeOnce() {
    assertThat(TerminalText.width("e\u0301"), equalTo(1));
    assertThat(TerminalText.width("👩\u200d👩\u200d👧"), equalTo(2));
  }

  @Test
  void cutsBetweenGraphemesAndLeavesRoomForTheEllipsis() {
    assertThat(TerminalText.cut("abcdef", 6), equalTo("abcdef"));
    assertThat(TerminalText.cut("abcdefg", 6), equalTo("abcde…"));
    assertThat(TerminalText.cut("中文标题", 8), equalTo("中文标题"));
    assertThat(TerminalText.cut("中文标题", 7), equalTo("中文标…"));
    assertThat(TerminalText.cut("中文标题", 6), equalTo("中文…"));
    assertThat(TerminalText.cut("e\u0301e\u0301e\u0301", 2), equalTo("e\u0301…"));
  }

  @Test
  void makesOneHarmlessLine() {
    assertThat(TerminalText.line(" a\n\n\tb  c "), equalTo("a b c"));
    assertThat(TerminalText.line("\u001b[31mred"), equalTo("\ufffd[31mred"));
    assertThat(TerminalText.line("a\u202eb\u0007"), equalTo("a\ufffdb\ufffd"));
    assertThat(TerminalText.line("👩\u200d👧"), equalTo("👩\u200d👧"));
  }

  @Test
  void wrapsWhereUnicodeAllowsAndCutsOnlyWhatNeverBreaks() {
    assertThat(TerminalText.wrap("one two three", 8), is(List.of("one two", "three")));
    assertThat(TerminalText.wrap("春茶早了，十天", 8), is(List.of("春茶早", "了，十天")));
    assertThat(TerminalText.wrap("abcdefghij", 4), is(List.of("abcd", "efgh", "ij")));
    assertThat(TerminalText.wrap("", 4), is(List.of("")));
  }
}
