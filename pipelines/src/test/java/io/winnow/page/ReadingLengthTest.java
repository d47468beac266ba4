package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

class ReadingLengthTest {
  @Test
  void countsCharactersOfOneScriptAndWordsOfTheOther() {
    assertThat(
        ReadingLength.of("用 Go 写的 state-of-the-art 服务，2.5W。"), equalTo(new ReadingLength(5, 3)));
    assertThat(ReadingLength.of("It's a test."), equalTo(new ReadingLength(0, 3)));
    assertThat(ReadingLength.of(""), equalTo(ReadingLength.NONE));
  }

  @Test
  void bothScriptsTakeTime() {
    assertThat(new ReadingLength(4_000, 2_300).minutes(), equalTo(20L));
    assertThat(ReadingLength.NONE.minutes(), equalTo(1L));
  }

  @Test
  void bothScriptsShareAPage() {
    assertThat(new ReadingLength(2_250, 1_150).shareOf(4_500, 2_300), closeTo(1, 1e-9));
  }
}
