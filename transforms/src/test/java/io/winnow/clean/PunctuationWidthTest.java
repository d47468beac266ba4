package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PunctuationWidthTest {
  private static final String CHINESE = "一，二，三，四，五；六，七，八，九，十，十一，十二，十三，十四，十五，十六，十七，十八，十九，二十，完。";
  private static final String ENGLISH =
      "One, two, three, four. Five, six, seven. Eight, nine, ten. Eleven, twelve, end.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "天冷,路滑。 | 天冷，路滑。",
        "天冷, 路滑。 | 天冷，路滑。",
        "真的吗?真的! | 真的吗？真的！",
        "他说:“走吧。” | 他说：“走吧。”",
        "他说: “走吧。” | 他说：“走吧。”",
        "书名《春》,作者不详。 | 书名《春》，作者不详。",
        "（见上）,不再说。 | （见上），不再说。",
        "“好”,他说。 | “好”，他说。",
        "有三种;其一是水。 | 有三种；其一是水。",
        "用了 Java,我们很快。 | 用了 Java，我们很快。",
        "共 12,其余不算。 | 共 12，其余不算。",
        "见函数 f(x),其中有解。 | 见函数 f(x)，其中有解。",
        "如下: | 如下：",
        "他说:\"你好\"。 | 他说：\"你好\"。"
      })
  void widensSlipsInChinese(String slip, String mended) {
    assertThat(repaired(CHINESE, slip), equalTo(CHINESE + "\n\n" + mended));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "他说 \"Hello, world; bye!\" 就走了。",
        "圆周率约为3.14，共1,024次。",
        "会议在12:30开始，比分是3:1。",
        "见 https://example.org/搜索,结果?q=甲:乙 一文。",
        "写作 `甲,乙;丙` 即可。",
        "比例为 1:2:3。",
        "版本是 v1.2,v1.3。",
        "写成 key: value 的样子。",
        "类型 std::string 不变。",
        "参见 [RFC 9110] 第 3 节。",
        "Yes, but no.",
        "ＡＢＣ１２３，全角照旧。",
        "价格为＄１２，不变。",
        "他叫 Smith, John。"
      })
  void leavesOtherNarrowMarksInChinese(String line) {
    assertThat(repaired(CHINESE, line), equalTo(CHINESE + "\n\n" + line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rain，and snow. | Rain, and snow.",
        "Rain， and snow. | Rain, and snow.",
        "Really？Yes. | Really? Yes.",
        "Stop！Now. | Stop! Now.",
        "Note：the rest follows. | Note: the rest follows.",
        "Tea；coffee. | Tea; coffee.",
        "As follows： | As follows:",
        "It was 1999，a good year. | It was 1999, a good year."
      })
  void narrowsSlipsInEnglish(String slip, String mended) {
    assertThat(repaired(ENGLISH, slip), equalTo(ENGLISH + "\n\n" + mended));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "She wrote “你好，世界” on the wall.",
        "It means 天冷，路滑 in short.",
        "The word 是，and no other.",
        "ＡＢＣ and １２ stay as they are.",
        "Write `a，b` for a pair.",
        "At 12:30 it was 3:1, or 1,024.",
        "See https://example.org/a,b;c?d=e for more."
      })
  void leavesOtherWideMarksInEnglish(String line) {
    assertThat(repaired(ENGLISH, line), equalTo(ENGLISH + "\n\n" + line));
  }

  @Test
  void keepsTheStyleOfAnArticleThatMixes() {
    String mixed = "甲,乙,丙,丁，戊，己；庚,辛。Rain， and snow, and hail，all day.";

    assertThat(repaired(mixed, "天冷,路滑。"), equalTo(mixed + "\n\n天冷,路滑。"));
  }

  @Test
  void leavesCodeLines() {
    String code = "$ echo 甲,乙\n$ echo 丙;丁";

    assertThat(repaired(CHINESE, code), equalTo(CHINESE + "\n\n" + code));
  }

  private static String repaired(String first, String second) {
    return UnicodeRepair.repair(PlainText.read(new RawText(first + "\n\n" + second))).text();
  }
}
