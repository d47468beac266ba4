package io.winnow.takedown;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NameTest {
  @Test
  void anIdOrItsBeginning() {
    Name.Id id = (Name.Id) Name.of(" 9B1DEB4D3B ");
    assertThat(id.prefix(), is("9b1deb4d3b"));
    assertThat(id.isWhole(), is(false));
    assertThat(((Name.Id) Name.of("0".repeat(32))).isWhole(), is(true));
  }

  @Test
  void aUrlByWhatItsFormsHaveInCommon() {
    assertThat(
        ((Name.Url) Name.of("https://m.example.org/a.html?utm_source=x")).key(),
        is(((Name.Url) Name.of("http://www.example.org/a.html")).key()));
  }

  @Test
  void anythingElseIsRefused() {
    assertThat(problem("12345"), containsString("first 6 or more digits"));
    assertThat(problem("a title"), containsString("or a URL; was: a title"));
    assertThat(problem("https://example.org/"), containsString("names no article"));
  }

  private static String problem(String typed) {
    return assertThrows(IllegalArgumentException.class, () -> Name.of(typed)).getMessage();
  }
}
