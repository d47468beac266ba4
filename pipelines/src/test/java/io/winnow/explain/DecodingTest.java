package io.winnow.explain;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import org.junit.jupiter.api.Test;

class DecodingTest {
  @Test
  void saysByWhatACharsetWasFound() {
    assertThat(Decoding.of("UTF-8", 1), is("UTF-8: all its bytes are valid in it"));
    assertThat(
        Decoding.of("UTF-8", 0.9), is("UTF-8: nearly all its bytes are valid in it, 90 % sure"));
    assertThat(Decoding.of("UTF-16LE", 1), is("UTF-16LE: by its byte order mark"));
    assertThat(
        Decoding.of("UTF-16BE", 0.9), is("UTF-16BE: by where its zero bytes stand, 90 % sure"));
    assertThat(
        Decoding.of("GB18030", 0.83),
        startsWith("GB18030: read so, its bytes look most like words, 83 % sure"));
    assertThat(Decoding.of("Big5", 0), is("Big5"));
  }

  @Test
  void countsWhatCouldNotBeDecoded() {
    assertThat(Decoding.damage("plain 文字"), is(""));
    assertThat(
        Decoding.damage("a\uFFFDb\uFFFD"),
        is("2 characters of the text could not be decoded and became U+FFFD"));
  }
}
