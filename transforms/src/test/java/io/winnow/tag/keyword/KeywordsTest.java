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
}
