package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "Contents -> contents",
        "Run r20260216 · published -> run-r20260216--published",
        "软件与开发 -> 软件与开发",
        "OpenClaw / Moltbot -> openclaw--moltbot",
        "Kimi K2.5：视觉代理智能 -> kimi-k25视觉代理智能",
        "重读《Teach, Don't Tell》 -> 重读teach-dont-tell",
        "snake_case and-dash -> snake_case-and-dash",
        "C++20 & Rust! -> c20--rust",
        "ÉTÉ Ünïcode -> été-ünïcode"
      })
  void followsGitHub(String heading, String anchor) {
    assertThat(new Anchors().add(heading), equalTo(anchor));
  }

  @Test
  void numbersRepeatedHeadings() {
    Anchors anchors = new Anchors();
    assertThat(anchors.add("更多"), equalTo("更多"));
    assertThat(anchors.add("更多"), equalTo("更多-1"));
    assertThat(anchors.add("更多"), equalTo("更多-2"));
    assertThat(anchors.add("更多 1"), equalTo("更多-1-1"));
  }
}
