package io.winnow.tag;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import io.winnow.schema.Article;
import io.winnow.schema.ScoredTag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaggerTest {
  private static final Tagger TAGGER = new Tagger(TagSpec.defaults());

  private static List<String> tags(String title, String text) {
    return TAGGER.tag(Articles.of(title, text)).getTags().stream().map(ScoredTag::getTag).toList();
  }

  @Test
  void tagsOneConceptInBothLanguages() {
    assertThat(tags("具身智能的下一步", "具身智能需要真实数据。机器人在工厂里学习。"), hasItem("embodied-ai"));
    assertThat(
        tags(
            "What comes after demos",
            "Embodied AI needs real data. Embodied AI robots learn in plants."),
        hasItem("embodied-ai"));
  }

  @Test
  void tagsTraditionalAsSimplified() {
    assertThat(tags("資料庫的選擇", "這個數據庫很快，數據庫也很穩。"), hasItem("databases"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "go | We go on | Ready, set, Go! They Go home and then Go out again.",
        "go | Pokemon | Go Go Go, said the trainer, and the players of Go moved a stone.",
        "rust | My old car | Rust eats steel. Rust on the door, Rust under the floor.",
        "swift | A bird | The Swift flies. Swift nests are high. A Swift sleeps on the wing.",
        "apple | Pie | Apple pie needs a sour Apple. One Apple a day.",
        "apple | 水果 | 苹果很甜，苹果富含维生素，每天吃一个苹果。",
        "spring | Garden | Spring is here. Spring flowers, Spring rain.",
        "anthropic | A painter | Claude painted lilies. Claude lived in a village. Claude was old.",
        "meta | Essay | Meta is a prefix. Meta means beyond. Meta again.",
        "rust | On the car | Rust on the car is no paint. Rust spreads.",
        "swift | News | A swift response came. Taylor Swift sang; Swift answered.",
        "spring | Term 2025 | Spring 2025 begins in March; the Spring term is long.",
        "javascript | 心流 | 心流（Flow）让人忘记时间，Flow 是一种状态。",
        "video-generation | 心流 | 心流（Flow）让人忘记时间，AI 也帮不上忙。",
        "c-language | Money | The company closed a Series C of $130M. Its Series C was large.",
        "slam | Rugby | Ireland can win the Grand Slam. A Grand Slam is rare.",
        "robotics | 宕机复盘 | 机器人管理模块出错，机器人流量无法识别，服务宕机。",
        "terminal | 造车 | 物理终端决定生死，终端设备的出货量是关键。",
        "history | 缓存 | 模型读入历史帧；历史数据存在缓存里，历史版本也在。",
        "space | Layout | There is space between words, and white space at the end.",
        "segmentation | Zero trust | Network segmentation limits what a thief can reach.",
        "bytedance | 编码 | 一个汉字占三个字节，字节序不同，字节也不同。",
        "knowledge-management | Essay | The notion of time is old. A notion like this is rare.",
        "games | Sport | He won three games, and the Olympic Games are next.",
        "testing | 月球 | 着陆器完成测试，测试很成功。",
        "search | 新闻 | 警察在森林里搜索男孩，搜索持续一夜。",
        "security | Cup | Security at the airport was tight, and social security rose.",
      })
  void leavesNamesThatMeanSomethingElse(String tag, String title, String text) {
    assertThat(tags(title, text), not(hasItem(tag)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "go | Why we chose Go | Go compiles fast. A goroutine is cheap, and Go has a good standard library.",
        "go | 用 Go 重写网关 | 我们用 Go 写了网关，goroutine 很轻，编译也快。",
        "rust | Rust in the kernel | Rust gives memory safety. The borrow checker of Rust helps.",
        "swift | Swift 6 on the server | Swift and Xcode work together; Swift is a programming language.",
        "apple | Apple ships a new chip | Apple showed an iPhone. Apple said the Mac follows.",
        "apple | 苹果发布新款手机 | 苹果今天发布了新款 iPhone，苹果称其芯片更快。",
        "spring | Beans explained | Spring makes a bean for each annotation. Java and Spring go together.",
        "anthropic | Coding with Claude | Claude writes code. The Claude model reads a prompt.",
        "javascript | Types | Flow is a type checker; Flow reads annotations as Babel does.",
        "video-generation | Google Flow | Google Flow makes films from a prompt.",
        "c-language | 指针 | C 的指针要小心，gcc 会警告 C 程序里的错误。",
        "robotics | 抓取 | 机器人用机械臂抓取杯子，机器人学得很快。",
        "apple | 蘋果發布手機 | 蘋果的新手機用了新芯片，蘋果股價上漲。",
      })
  void tellsNamesApartByTheirContext(String tag, String title, String text) {
    assertThat(tags(title, text), hasItem(tag));
  }

  @Test
  void readsNothingOutOfWebAddresses() {
    assertThat(
        tags("Removed", "The tool is gone: https://example.org/docker/kubernetes/pull/1 says so."),
        not(hasItem("kubernetes")));
    assertThat(tags("Removed", "See https://example.org/a，Docker 没有了。"), hasItem("kubernetes"));
  }

  @Test
  void aSectionsTermHidesNoTag() {
    assertThat(tags("新框架", "一个 AI 智能体框架。"), hasItem("ai-agents"));
  }

  @Test
  void prefersTheLongestName() {
    assertThat(
        tags("React Native in practice", "React Native is fast. With React Native we share code."),
        allOf(hasItem("mobile"), not(hasItem("web-frontend"))));
  }

  @Test
  void givesAtMostFiveTagsOfTheTaxonomyBestFirst() {
    Article article =
        TAGGER.tag(
            Articles.of(
                "Rust, Python, TypeScript, Kotlin, Linux, Docker and PostgreSQL code",
                "Linux runs Docker. Docker runs PostgreSQL. Rust code, Python code, TypeScript,"
                    + " Kotlin, Linux, Docker, PostgreSQL and frobnication."));
    List<Double> scores = article.getTags().stream().map(ScoredTag::getScore).toList();
    assertThat(scores, hasSize(5));
    for (int i = 1; i < scores.size(); i++) {
      assertThat(scores.get(i), lessThanOrEqualTo(scores.get(i - 1)));
    }
    List<String> known =
        TagSpec.defaults().taxonomy().concepts().stream().map(Concept::id).toList();
    assertThat(article.getTags().stream().map(ScoredTag::getTag).toList(), everyItem(in(known)));
  }

  @Test
  void namesNoTagThatALongTextMentionsOnce() {
    assertThat(
        tags(
            "A walk", "We walked along the river and talked. ".repeat(50) + "Someone used Docker."),
        empty());
  }

  @Test
  void takesTheSectionFromTheEditorsHeading() {
    Article article = TAGGER.tag(Articles.under("机器人", "机器人抓取与机械臂。", "有趣的事与物", "软件与开发"));
    assertThat(article.getSection(), equalTo("interesting/software"));
    assertThat(
        TAGGER.tag(Articles.under("T", "Text.", "Research", "Other")).getSection(),
        equalTo("research/other-papers"));
  }

  @Test
  void choosesTheSectionByWhatTheTextSays() {
    assertThat(
        TAGGER
            .tag(Articles.of("双臂机器人的操作策略", "本文提出一种模仿学习方法，让机械臂完成操作任务。真实机器人上的成功率达到 90%，动作序列更平滑。"))
            .getSection(),
        equalTo("research/robotics"));
    assertThat(
        TAGGER
            .tag(
                Articles.of(
                    "A board with more memory",
                    "The single-board computer has a new processor. Its power consumption is low, "
                        + "and the firmware supports PCIe and USB."))
            .getSection(),
        equalTo("interesting/hardware"));
  }

  @Test
  void admitsThatNoSectionFits() {
    Article article = TAGGER.tag(Articles.of("Untitled", "It rained. Then it stopped."));
    assertThat(article.getSection(), equalTo(Taxonomy.OTHER));
    assertThat(article.getSectionScore(), equalTo(0.0));
  }

  @Test
  void addsKeywordsAndLeavesTheRestAlone() {
    Article before = Articles.of("Borrow checking", "The borrow checker rejects aliasing bugs.");
    Article after = TAGGER.tag(before);
    assertThat(after.getKeywords().size(), greaterThan(0));
    assertThat(after.getText(), equalTo(before.getText()));
    assertThat(after.getTitle(), equalTo(before.getTitle()));
  }

  @Test
  void travelsWithTheJob() throws Exception {
    TAGGER.tag(Articles.of("a", "b"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(TAGGER);
    }
    Article article = Articles.of("用 Go 重写网关", "我们用 Go 写了网关，goroutine 很轻。");
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((Tagger) in.readObject()).tag(article), equalTo(TAGGER.tag(article)));
    }
  }
}
