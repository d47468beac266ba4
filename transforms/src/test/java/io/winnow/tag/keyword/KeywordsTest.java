package io.winnow.tag.keyword;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.winnow.schema.ScoredTerm;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeywordsTest {
  private static final String ENGLISH =
      "Vector databases store embeddings. A vector database answers nearest-neighbour queries, "
          + "and Acme Search built its semantic search on a vector database. Query latency fell. "
          + "Index compression saved memory, while recall stayed high. The team at Acme Search "
          + "published a benchmark suite, a storage format, a query planner, and a cost model.";

  private static final String CHINESE =
      "向量数据库保存嵌入向量。我们用 Acme Search 搭建语义检索服务，向量数据库负责近邻查询。"
          + "索引压缩节省了内存，查询延迟下降一半。团队还发布了基准测试、存储格式、查询优化器和成本模型。"
          + "语义检索的召回率保持稳定。";

  private static List<String> keywords(String title, String text) {
    return Keywords.of(title, text, 10).stream().map(ScoredTerm::getTerm).toList();
  }

  @Test
  void findsEnglishPhrasesAndKeepsNamesWhole() {
    assertThat(
        keywords("Searching by meaning", ENGLISH),
        hasItems("Vector databases", "semantic search", "Acme Search", "benchmark suite"));
  }

  @Test
  void findsChinesePhrasesAndKeepsLatinNamesWhole() {
    assertThat(keywords("按语义检索", CHINESE), hasItems("向量数据库", "语义检索", "Acme Search"));
  }

  @Test
  void givesTenWhereTenExist() {
    assertThat(keywords("Searching by meaning", ENGLISH), hasSize(10));
    assertThat(keywords("按语义检索", CHINESE), hasSize(10));
  }

  @Test
  void countsAPhraseAndItsPluralOnce() {
    List<String> keywords = keywords("", ENGLISH);
    assertThat(keywords, not(hasItem("vector database")));
    assertThat(keywords, hasItem("Vector databases"));
  }

  @Test
  void givesNoStopWordsAloneNorCode() {
    assertThat(
        keywords("", "It is what it is.\n\n```\nint frobnicate = 1;\n```\n\n我们就是这样。"), empty());
  }

  @Test
  void scoresFallFromOneAndAreRounded() {
    List<Double> scores = Keywords.of("", CHINESE, 10).stream().map(ScoredTerm::getScore).toList();
    assertThat(scores.get(0), equalTo(1.0));
    for (int i = 1; i < scores.size(); i++) {
      assertThat(scores.get(i) <= scores.get(i - 1), is(true));
      assertThat(Math.rint(scores.get(i) * 1e6) / 1e6, equalTo(scores.get(i)));
    }
  }

  @Test
  void termsStandInTheText() {
    for (String term : keywords("", CHINESE)) {
      assertThat(CHINESE.contains(term), is(true));
    }
  }

  @Test
  void isTheSameOnManyThreads() {
    List<ScoredTerm> alone = Keywords.of("按语义检索", CHINESE + "\n\n" + CHINESE, 10);
    List<ScoredTerm> english = Keywords.of("Searching", ENGLISH, 10);
    assertThat(
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(
                i ->
                    i % 2 == 0
                        ? Keywords.of("按语义检索", CHINESE + "\n\n" + CHINESE, 10)
                        : Keywords.of("Searching", ENGLISH, 10))
            .toList(),
        everyItem(allOf(in(List.of(alone, english)))));
  }

  @Test
  void asksForNothing() {
    assertThat(Keywords.of("Title words", "", 0), empty());
    assertThat(Keywords.of("", "", 10), empty());
  }

  @Test
  void keepsTheSpacesOfEnglishInsideChinese() {
    String text =
        "- 演讲题为 Why small models are eating the voice agents market，讲者是 Ada Winter。\n"
            + "- 她用 context caching 把延迟减半，并把 context caching 的代码放在网上。\n"
            + "- 观众问到 Acme Voice 2 的价格，她说 Acme Voice 2 免费。";
    List<String> keywords = keywords("Why Small Models Are Eating the Voice Agents Market", text);
    assertThat(keywords, hasItems("context caching", "Ada Winter", "Acme Voice 2"));
    assertThat(keywords, everyItem(not(matchesPattern("\\p{Alpha}{22,}"))));
  }

  @Test
  void countsASurnameForTheFullName() {
    String text =
        "Ada Winterfeld built a planner for tides. Winterfeld tested it in three harbours. "
            + "The harbours now plan their tides with it, Winterfeld says, and ferries wait less.";
    List<String> keywords = keywords("", text);
    assertThat(keywords, hasItem("Ada Winterfeld"));
    assertThat(keywords, not(hasItem("Winterfeld")));
  }

  @Test
  void aCommonWordIsNotShortForANameThatHoldsIt() {
    String text =
        "Tidal Cloud opened in May. The cloud stores charts, and Cloud prices fell. Tidal Cloud "
            + "hired pilots. Cloud prices may fall again, says the pilot of a ferry.";
    assertThat(keywords("", text), hasItem("Cloud"));
  }

  @Test
  void doesNotTakeAVerbAndItsObjectForAKeyword() {
    String text = "他们很快加入一家航运公司。潮汐预测模型让渡轮更容易靠岸，潮汐预测模型也都和船长一起测试。刚开始没人用潮汐预测模型。";
    assertThat(keywords("潮汐预测模型", text), everyItem(not(in(List.of("加入一家", "更容易", "刚开始", "都和")))));
  }

  @Test
  void aTitleInCapitalsDoesNotMakeNamesOfItsWords() {
    List<String> keywords =
        keywords(
            "Why Ferries Are Late Every Time the Tide Turns",
            "Ferries wait for the tide. The tide tables of Port Ebba are wrong, and ferries wait.");
    assertThat(keywords, hasItem("Port Ebba"));
    assertThat(
        keywords, everyItem(not(in(List.of("Late", "Every Time", "Why Ferries", "Tide Turns")))));
  }

  @Test
  void keepsTheTitleOfAWorkWhole() {
    assertThat(
        keywords("", "他重读了《潮汐与港口的故事》，又读了《Teach, Don't Tell》。书评说《潮汐与港口的故事》写给船长。"),
        hasItems("潮汐与港口的故事", "Teach, Don't Tell"));
  }

  @Test
  void writesAPhraseThatALineBreaksWithOneSpace() {
    assertThat(
        keywords("", "The harbour hired independent\n\tmoney managers for its ferries."),
        hasItem("independent money managers"));
  }

  @Test
  void doesNotCountATitleTakenFromTheTextTwice() {
    assertThat(keywords("Query latency fell.", ENGLISH), equalTo(keywords("", ENGLISH)));
  }
}
