package io.winnow.tag;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

class WebAddressesTest {
  private static String masked(String text) {
    WebAddresses addresses = WebAddresses.in(text);
    StringBuilder masked = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (addresses.cover(i)) {
        masked.setCharAt(i, '_');
      }
    }
    return masked.toString();
  }

  @Test
  void coversAddressesAndNothingElse() {
    assertThat(masked("a http://b.c d"), equalTo("a __________ d"));
    assertThat(masked("[t](https://b.c/d)e"), equalTo("[t](_____________)e"));
    assertThat(masked("见https://b.c，后"), equalTo("见___________，后"));
    assertThat(masked("://"), equalTo("___"));
    assertThat(masked("none"), equalTo("none"));
  }

  @Test
  void readsMany() {
    assertThat(masked("x://y ".repeat(50)), equalTo("_____ ".repeat(50)));
  }
}
