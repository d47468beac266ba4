package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LimitsTest {
  @Test
  void whatAFileDoesNotMentionIsTheDefault() {
    Limits limits = Limits.parse("l.yaml", "text: 16 MB\nhtmlTags: 1_000\nexpanded: 2GB\n");
    assertThat(limits.read().maxTextBytes(), is(16 << 20));
    assertThat(limits.read().maxTotalBytes(), is(2L << 30));
    assertThat(limits.maxHtmlTags(), is(1000));
    assertThat(limits.maxHtmlDepth(), is(Limits.defaults().maxHtmlDepth()));
    assertThat(Limits.parse("l.yaml", "{}"), is(Limits.defaults()));
  }

  @Test
  void aSmallTextHasSmallWindows() {
    assertThat(Limits.parse("l.yaml", "text: 1MB").read().windowBytes(), is(1 << 20));
  }

  @Test
  void saysEveryProblemWithItsLine() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Limits.parse("l.yaml", "text: lots\ndepth: 3\nratio: 1\nmembers: 99999999999GB\n"));
    assertThat(e.getMessage(), containsString("l.yaml:1: 'text' must be a number"));
    assertThat(e.getMessage(), containsString("l.yaml:2: unknown key 'depth'; allowed: text"));
    assertThat(e.getMessage(), containsString("l.yaml:3: 'ratio' must be between 2 and 1000000"));
    assertThat(e.getMessage(), containsString("l.yaml:4: 'members' must be"));
  }
}
