package io.winnow.dedupe;

import static io.winnow.dedupe.Drafts.article;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;

import io.winnow.schema.Fingerprint;
import io.winnow.schema.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Texts that look alike and are none of them a copy of another. */
class HardNegativesTest {
  private static final String[] FRUIT = {
    "苹果", "香蕉", "西瓜", "葡萄", "草莓", "橙子", "柠檬", "芒果", "樱桃", "桃子", "梨", "柚子", "荔枝", "石榴", "山竹", "木瓜"
  };
  private static final String[] SKY = {"晴", "多云", "阴", "小雨", "阵雨", "大雾", "雷阵雨", "中雨"};
  private static final String[] CITY = {
    "北城", "南港", "东湖", "西岭", "江口", "海安", "平原", "高山", "林泉", "石桥", "云台", "金沙"
  };
  private static final String[] STOCK = {
    "Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel", "Ivy", "Juniper"
  };

  @Test
  void listsOfPricesOfOtherDays() {
    assertNoneRepeats(
        day -> {
          Random random = new Random(day);
          StringBuilder list = new StringBuilder("今日价格（元每斤）\n");
          for (String each : FRUIT) {
            list.append(each).append(' ').append(price(random)).append(' ');
            list.append(price(random)).append('\n');
          }
          return list.toString();
        });
  }

  @Test
  void weatherReportsOfOtherDays() {
    assertNoneRepeats(
        day -> {
          Random random = new Random(day);
          StringBuilder report = new StringBuilder();
          for (String city : CITY) {
            report.append(city).append("：").append(SKY[random.nextInt(SKY.length)]).append("转");
            report.append(SKY[random.nextInt(SKY.length)]).append("，").append(random.nextInt(15));
            report.append("到").append(15 + random.nextInt(20)).append("度。\n");
          }
          return report.toString();
        });
  }

  @Test
  void ratesOfOtherDays() {
    assertNoneRepeats(
        day -> {
          Random random = new Random(day);
          StringBuilder table = new StringBuilder("Closing prices of the day\n");
          for (String stock : STOCK) {
            table.append(stock).append(' ').append(price(random)).append(' ');
            table.append(price(random)).append(' ').append(random.nextInt(90_000)).append('\n');
          }
          return table.toString();
        });
  }

  @Test
  void issuesOfAWeekly() {
    String frame = String.join("", Prose.sentences(5, 6));
    assertNoneRepeats(week -> frame + String.join("", Prose.sentences(1_000 + week, 20)) + frame);
  }

  @Test
  void shortTextsWithOneOtherNumber() {
    assertNoneRepeats(day -> "第" + day + "期开奖结果今晚公布，请关注官方公告。");
    assertNoneRepeats(
        day -> "Train " + day + " is late by ten minutes, please wait on platform two.");
    assertNoneRepeats(day -> "☀️ " + day);
  }

  @Test
  void emojiAndMarksThatFoldToOtherTexts() {
    List<Fingerprint> articles = new ArrayList<>();
    for (String text :
        List.of("😀😀😀", "😀😀", "😁", "！！！", "？", "……", "👍🏻", "👍🏿", "कि", "के")) {
      articles.add(article("a" + articles.size(), text).today());
    }
    assertThat(duplicates(articles), empty());
  }

  @Test
  void partsOfASeriesOverRuns() {
    String text = Prose.text(8);
    assertThat(
        duplicates(
            List.of(
                article("a", text).at("https://x.org/talk").partOf("talk", 1).published(),
                article("b", text).at("https://x.org/talk").partOf("talk", 2).today(),
                article("c", text).partOf("talk", null).today())),
        empty());
  }

  private static void assertNoneRepeats(IntFunction<String> text) {
    List<Fingerprint> articles =
        IntStream.range(0, 60)
            .mapToObj(i -> article(String.format("a%02d", i), text.apply(i)).today())
            .toList();
    assertThat(duplicates(articles), empty());
  }

  private static List<String> duplicates(List<Fingerprint> articles) {
    return new Clusters(DedupeSpec.defaults(), Drafts.RUN.sequence())
        .decide(articles).stream()
            .filter(verdict -> verdict.getDuplicateOf() != null)
            .map(Verdict::getId)
            .toList();
  }

  private static String price(Random random) {
    return random.nextInt(90) + "." + (10 + random.nextInt(90));
  }
}
