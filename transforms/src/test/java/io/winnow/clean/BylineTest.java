package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "by linmu from https://example.org/a|linmu",
        "By Ada Lovelace and Alan Turing|Ada Lovelace;Alan Turing",
        "作者：王小明|王小明",
        "作者 王小明 译者 Anna de Vries|王小明;Anna de Vries",
        "作者 Tom 李四|Tom;李四",
        "演讲嘉宾 赵六 编辑 Kitty|赵六",
        "采访嘉宾：钱一、孙二（按姓氏排序）|钱一;孙二",
        "作者 周五，某公司/高级专家|周五",
        "作者 作者 甲乙、丙丁|甲乙;丙丁",
        "文 / 王小明|王小明"
      })
  void readsNames(String line, String names) {
    assertThat(
        Byline.of(line).map(Byline::authors), equalTo(Optional.of(List.of(names.split(";")))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "作者认为这个设计过于复杂,难以维护。",
        "by the time we arrived the shop had closed for the day",
        "文章很长,请耐心读完",
        "Written by hand, copied by machine."
      })
  void proseIsNoByline(String line) {
    assertThat(Byline.of(line), equalTo(Optional.empty()));
  }

  @Test
  void knowsATranslation() {
    assertThat(Byline.of("作者 Tom 译者 李四").map(Byline::translated), equalTo(Optional.of(true)));
  }
}
