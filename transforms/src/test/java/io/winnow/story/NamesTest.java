package io.winnow.story;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void findsNamesWithTheirVersionsInChinese() {
    assertThat(
        titleNames("Vela 3.1：小米机器人的新模型", "研究者发布了 Vela 3.1，它比 Orca Pro 更快。"), contains("vela3.1"));
  }

  @Test
  void takesCapitalsOfAnEnglishTitleForNamesOnlyWhereTheTextSaysSo() {
    assertThat(
        titleNames(
            "Why Torvik Leaves the Cloud Behind",
            "We spoke with Torvik about servers. The cloud, said Torvik, leaves nobody behind."),
        contains("torvik"));
  }

  @Test
  void leavesAPartOfALongerNameInATitleAside() {
    assertThat(titleNames("NimBot-Arm：抓取", "NimBot-Arm 是机械臂。"), contains("nimbotarm"));
    assertThat(keys("NimBot-Arm：抓取", "NimBot-Arm 是机械臂。"), hasItem("nimbot"));
  }

  @Test
  void mayLeaveOutTheMakerBeforeAProduct() {
    assertThat(titleNames("Google Zephyr 2 发布", "Google Zephyr 2 今天发布。"), hasItems("zephyr2"));
  }

  @Test
  void equatesSpellingsByWidthCaseAndHyphens() {
    assertThat(Names.key("Open Claw"), is(Names.key("OpenClaw")));
    assertThat(Names.key("QX-5.1"), is(Names.key("qx 5.1")));
    assertThat(Names.key("QX-5.1"), not(is(Names.key("QX-51"))));
  }

  @Test
  void hearsThatANameWasChanged() {
    assertThat(aliases("它叫 Crabbot（现已因商标原因更名为 Shellbot），很受欢迎。"), is(1));
    assertThat(aliases("They use Shellbot, formerly Crabbot, every day."), is(1));
    assertThat(aliases("They compared Shellbot with Crabbot every day."), is(0));
    assertThat(aliases("It was Shellbot. Formerly nobody used Crabbot."), is(0));
  }

  @Test
  void findsNothingInSmallLettersAndNumbers() {
    assertThat(keys("", "the quick brown fox runs 2026 times, 3.5 a day, 100GB"), empty());
  }

  @Test
  void readsLongRunsWithoutGettingLost() {
    String dashes = "A-".repeat(50_000);
    String words = "Aa ".repeat(50_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          keys(dashes, dashes);
          keys(words, words);
        });
  }

  private static int aliases(String text) {
    Names names = new Names();
    names.read("", text);
    return names.aliases().size();
  }

  private static List<String> titleNames(String title, String text) {
    return names(title, text).stream().filter(Name::titleWhole).map(Name::key).toList();
  }

  private static List<String> keys(String title, String text) {
    return names(title, text).stream().map(Name::key).toList();
  }

  private static List<Name> names(String title, String text) {
    Names names = new Names();
    names.read(title, text);
    return names.all();
  }
}
