package io.winnow.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DumpTextTest {
  @Test
  void linesLoseTheirEndsAndNothingElse() {
    DumpText text = DumpText.ofUtf8("a \r\n\n\tb\rc\n");
    assertThat(text.asList(), contains("a ", "", "\tb\rc"));
    assertThat(text.lastLine(), is(3));
  }

  @Test
  void aLastLineWithoutAnEndIsALine() {
    assertThat(DumpText.ofUtf8("a\nb").asList(), contains("a", "b"));
  }

  @Test
  void anEmptyTextHasNoLine() {
    DumpText text = DumpText.empty();
    assertThat(text.asList(), empty());
    assertThat(text.lastLine(), is(0));
  }

  @Test
  void offsetsAreBytesOfTheDump() {
    DumpText text = DumpText.ofUtf8("中文\nb\r\n");
    assertThat(text.startOffset(1), is(0L));
    assertThat(text.endOffset(1), is(7L));
    assertThat(text.startOffset(2), is(7L));
    assertThat(text.endOffset(2), is(10L));
  }

  @Test
  void offsetsAreMinusOneWhereUnknown() {
    assertThat(DumpText.of("a", null, 1, 0).startOffset(1), is(-1L));
    assertThat(DumpText.of("a", null, 1, 0).endOffset(1), is(-1L));
  }

  @Test
  void aWindowCountsOnFromWhatLayBefore() {
    DumpText text = DumpText.of("x\ny\n", new long[] {100, 102, 104}, 41, 40);
    assertThat(text.firstLine(), is(41));
    assertThat(text.lastLine(), is(42));
    assertThat(text.line(42), is("y"));
    assertThat(text.startOffset(42), is(102L));
    assertThat(text.firstOrdinal(), is(40));
  }

  @Test
  void aRangeKeepsInnerLineEndsOnly() {
    DumpText text = DumpText.ofUtf8("a\r\nb\r\nc\r\n");
    assertThat(text.lines(1, 2), is("a\r\nb"));
    assertThat(text.lines(3, 3), is("c"));
  }

  @Test
  void blankIsUnicodeWhiteSpaceToo() {
    DumpText text = DumpText.ofUtf8("\u3000\u00A0 \t\nx\n\n");
    assertThat(text.isBlank(1), is(true));
    assertThat(text.isBlank(2), is(false));
    assertThat(text.nonBlank(1, 3), is(1));
  }

  @Test
  void refusesOffsetsThatAreNotOnePerLine() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> DumpText.of("a\nb\n", new long[] {0, 2}, 1, 0));
    assertThat(refused.getMessage(), containsString("3 expected, was: 2"));
  }
}
