package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

class UnicodeRepairTest {

  @Test
  void removesWhatCannotBeSeen() {
    assertThat(
        UnicodeRepair.repair("a\u200bb\ufeffc\u00add\u202ee\u0007f\ue000g\u2060"),
        equalTo("abcdefg"));
  }

  @Test
  void makesEverySpacePlainAndSingle() {
    assertThat(UnicodeRepair.repair("a\u00a0 b\u3000c\td\u2009e"), equalTo("a b c d e"));
  }

  @Test
  void composesAndReplacesRadicals() {
    assertThat(UnicodeRepair.repair("cafe\u0301 ⽂字 ⻓度"), equalTo("café 文字 长度"));
  }

  @Test
  void keepsEmojiSequencesAndWidth() {
    assertThat(UnicodeRepair.repair("👩\u200d💻 ❤️ ＡＢ，"), equalTo("👩\u200d💻 ❤️ ＡＢ，"));
  }

  @Test
  void leavesCodeAlone() {
    Manuscript text =
        UnicodeRepair.repair(
            MarkdownText.read(new RawText("a\u00a0b `c\u00a0d`\n\n```\ne\u00a0\u200bf\n```"), 0));

    assertThat(text.text(), equalTo("a b `c\u00a0d`\n\n```\ne\u00a0\u200bf\n```"));
  }

  @Test
  void widensTheFewNarrowMarksOfAnArticleThatWritesWide() {
    String wide = "一，二，三，四，五；六，七，八，九，十，完。";

    assertThat(repaired(wide + "\n偶尔,写窄。"), equalTo(wide + "\n\n偶尔，写窄。"));
  }

  @Test
  void keepsAnArticleThatWritesNarrowThroughout() {
    String narrow = "一,二,三,四,五;六,七,八,九,十,完。";

    assertThat(repaired(narrow + "\n偶尔，写宽。"), equalTo(narrow + "\n\n偶尔，写宽。"));
  }

  private static String repaired(String text) {
    return UnicodeRepair.repair(PlainText.read(new RawText(text))).text();
  }
}
