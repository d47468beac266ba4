package io.winnow.dedupe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes up sentences from small vocabularies: the same seed, the same text; two seeds, two texts
 * that share few shingles.
 */
final class Prose {
  private static final String[] THINGS =
      ("river bridge market letter engine garden harbour library mountain signal window ticket planet"
              + " kitchen orchestra bicycle lantern station forest notebook compass theatre village"
              + " database compiler network sensor battery telescope museum railway island painter"
              + " teacher captain farmer novel recipe camera printer keyboard satellite festival"
              + " stadium glacier desert canyon meadow valley tunnel ferry airport warehouse factory")
          .split(" ");
  private static final String[] DEEDS =
      ("opens closes repairs paints measures follows crosses answers delivers collects describes"
              + " rebuilds replaces imports exports inspects borrows returns improves delays compares"
              + " photographs translates publishes releases studies ignores remembers finishes plans"
              + " sells buys protects explores designs tests cancels approves reviews doubles")
          .split(" ");
  private static final String[] KINDS =
      ("quiet early broken golden northern narrow ancient modern public hidden cheap famous distant"
              + " yellow gentle noisy simple wooden frozen crowded local digital empty patient"
              + " careful sudden annual coastal rural giant")
          .split(" ");
  private static final String[] ZH_THINGS =
      ("河流 大桥 市场 书信 引擎 花园 港口 图书馆 山峰 信号 窗户 车票 行星 厨房 乐团 自行车 灯笼 车站 森林 笔记本 罗盘 剧院 村庄 数据库"
              + " 编译器 网络 传感器 电池 望远镜 博物馆 铁路 岛屿 画家 教师 船长 农民 小说 菜谱 相机 打印机 键盘 卫星 节日 体育场 冰川 沙漠 峡谷"
              + " 草地 山谷 隧道 渡轮 机场 仓库 工厂 芯片 模型")
          .split(" ");
  private static final String[] ZH_DEEDS =
      ("打开 关闭 修理 粉刷 测量 跟随 穿过 回答 递送 收集 描述 重建 替换 进口 出口 检查 借用 归还 改进 推迟 比较 拍摄 翻译 出版 发布 研究"
              + " 忽略 记住 完成 计划 出售 购买 保护 探索 设计 测试 取消 批准 评审 扩大")
          .split(" ");
  private static final String[] ZH_KINDS =
      ("安静的 早期的 破旧的 金色的 北方的 狭窄的 古老的 现代的 公共的 隐秘的 便宜的 著名的 遥远的 黄色的 温和的 嘈杂的 简单的 木制的 冰冻的 拥挤的"
              + " 本地的 数字的 空旷的 耐心的 仔细的 突然的 年度的 沿海的 乡村的 巨大的")
          .split(" ");

  private Prose() {}

  static List<String> sentences(long seed, int count) {
    Random random = new Random(seed);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sentences.add(sentence(random));
    }
    return sentences;
  }

  static List<String> chineseSentences(long seed, int count) {
    Random random = new Random(seed);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sentences.add(chineseSentence(random));
    }
    return sentences;
  }

  /** Thirty sentences. */
  static String text(long seed) {
    return String.join("", sentences(seed, 30));
  }

  private static String sentence(Random random) {
    return String.join(
            " ",
            capitalized(pick(random, KINDS)),
            pick(random, THINGS),
            pick(random, DEEDS),
            String.valueOf(2 + random.nextInt(998)),
            pick(random, KINDS),
            pick(random, THINGS) + "s,",
            pick(random, KINDS),
            pick(random, THINGS),
            pick(random, DEEDS),
            pick(random, THINGS))
        + ". ";
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String chineseSentence(Random random) {
    return pick(random, ZH_KINDS)
        + pick(random, ZH_THINGS)
        + pick(random, ZH_DEEDS)
        + (2 + random.nextInt(998))
        + "座"
        + pick(random, ZH_KINDS)
        + pick(random, ZH_THINGS)
        + "，"
        + pick(random, ZH_THINGS)
        + "也"
        + pick(random, ZH_DEEDS)
        + pick(random, ZH_KINDS)
        + pick(random, ZH_THINGS)
        + "。";
  }

  private static String pick(Random random, String[] words) {
    return words[random.nextInt(words.length)];
  }
}
