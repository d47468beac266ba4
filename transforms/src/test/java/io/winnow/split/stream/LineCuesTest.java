package io.winnow.split.stream;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineCuesTest {
  private static final LineCues CUES = LineCues.defaults();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          permalink | 本文永久链接 – https://a.example.org/2026/02/15/x
          permalink | by muyu from https://a.example.org/?p=1
          credit    | 原文作者：Ada Moreno
          byline    | Ada Moreno and Lin Watanabe
          byline    | 作者 何远山
          date      | 10 November 2021
          date      | 2026年2月3日
          greeting  | 大家好，我是水生。
          greeting  | My friends, welcome back to the show.
          lead      | 摘要：一块豆腐要走三天。
          copyright | © 2026, shuisheng. 版权所有.
          licence   | 未经授权，请勿转载
          end       | （完）
          end       | (本篇完)
          farewell  | 这个故事今天就讲到这里，感谢大家收听，再见。
          farewell  | We will see you again real soon.
          nav       | Previous article: Bells
          nav       | ← 板距与音高
          promo     | 扫描下方二维码，关注我的公众号。
          promo     | Please leave us a 5-star review.
          origin    | Source: https://a.example.org/x
          references| 参考资料：
          prompt    | Prompt: watercolor of a tofu workshop at dawn, soft light –ar 16:9
          """)
  void knowsTheClassOfALine(String name, String line) {
    assertThat(line, classes(line), hasItem(name));
  }

  @Test
  void knowsNoClassOfPlainProse() {
    assertThat(classes("水壶大概是厨房里最被低估的乐器，它的音高由板距决定。"), is(Set.of()));
    assertThat(classes("The median wait fell from forty seconds to nineteen."), is(Set.of()));
  }

  private static Set<String> classes(String line) {
    List<String> names = new ArrayList<>(CUES.heads());
    names.addAll(CUES.tails());
    int bits = CUES.classes(line);
    Set<String> classes = new TreeSet<>();
    for (int i = 0; i < names.size(); i++) {
      if ((bits & 1 << i) != 0) {
        classes.add(names.get(i));
      }
    }
    return classes;
  }
}
