package io.winnow.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chinese: clauses by patterns of parts of speech, with the words of HanLP's dictionary. */
final class ChineseProse implements Prose {
  /** Letters are HanLP's tags, M a name, W a person, # a number; the rest stands as it is. */
  private static final String[] CLAUSES = {
    "Mdv了nn",
    "这次n的n比去年更a",
    "n和n在n上dv",
    "W表示，M的n已经v到#",
    "对n来说，v一个a的n并不a",
    "Mv的nn，dv着n的n",
    "我们dv，n的n会v更多n",
    "在v了#之后，n开始v",
    "n认为这是a的n",
    "从n到n，Mdv了#",
    "如果ndv，n就会v",
    "a的n正在vn的n",
    "M与n共同v了a的nn",
    "其中#的ndv过n",
    "为了vn，W把n的n都v了",
    "随着n的v，M也dvn"
  };

  private static final String[] ENDS = {"。", "。", "。", "。", "。", "。", "。", "。", "？", "！"};
  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
  private static final String[] UNITS = {"个", "万", "亿元", "年", "项", "家", "名", "次", "天"};

  private final Map<Character, WeightedWords> byTag = new HashMap<>();
  private final List<String> nouns;
  private final List<String> verbs;
  private final WeightedWords knownNames;

  ChineseProse() {
    Map<Character, Map<String, Integer>> words = Tables.chinese();
    for (char tag : "nvad".toCharArray()) {
      Map<String, Integer> counts = new HashMap<>(words.get(tag));
      List<String> list = words.get(tag).keySet().stream().filter(w -> w.length() < 5).toList();
      byTag.put(tag, new WeightedWords(list, list.stream().mapToDouble(counts::get).toArray()));
    }
    nouns = words.get('n').keySet().stream().filter(w -> w.length() == 2).toList();
    verbs = words.get('v').keySet().stream().filter(w -> w.length() == 2).toList();
    List<String> names = new ArrayList<>(Tables.names(true));
    names.addAll(Tables.names(false).subList(0, names.size() / 2));
    knownNames = WeightedWords.zipf(names);
  }

  @Override
  public String lang() {
    return "zh";
  }

  @Override
  public Topic topic(Dice dice, int day) {
    List<String> about = new ArrayList<>();
    about.add(knownNames.draw(dice));
    about.add(any(nouns, dice) + any(nouns, dice));
    about.add(dice.percent(50) ? person(dice) : knownNames.draw(dice));
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      words.add(any(nouns, dice));
    }
    return new Topic(about, words, day);
  }

  @Override
  public String sentence(Topic topic, Dice dice) {
    StringBuilder text = new StringBuilder(80);
    for (int clauses = dice.between(1, 4); clauses > 0; clauses--) {
      clause(CLAUSES[dice.below(CLAUSES.length)], topic, dice, text);
      text.append(clauses > 1 ? dice.percent(92) ? "，" : "；" : dice.one(ENDS));
    }
    return text.toString();
  }

  private void clause(String pattern, Topic topic, Dice dice, StringBuilder text) {
    for (int i = 0; i < pattern.length(); i++) {
      char slot = pattern.charAt(i);
      switch (slot) {
        case 'M' -> text.append(topic.name(dice));
        case 'W' -> text.append(person(dice));
        case '#' -> text.append(dice.between(2, 999)).append(dice.one(UNITS));
        case 'n' -> text.append(dice.percent(30) ? topic.word(dice) : byTag.get(slot).draw(dice));
        case 'v', 'a', 'd' -> text.append(byTag.get(slot).draw(dice));
        default -> text.append(slot);
      }
    }
  }

  @Override
  public String title(Topic topic, Dice dice) {
    StringBuilder title = new StringBuilder();
    clause(dice.one("M：nn的v与v", "为什么Mv不了n", "Mvnn", "na，M的nn", "Mv#，n都在vn"), topic, dice, title);
    return title.toString();
  }

  @Override
  public String person(Dice dice) {
    String given = any(dice.percent(50) ? nouns : verbs, dice);
    return SURNAMES.charAt(dice.below(SURNAMES.length())) + given;
  }

  @Override
  public String space() {
    return "";
  }

  @Override
  public String edited(String sentence, Topic topic, Dice dice) {
    int from = dice.below(sentence.length());
    int to = Math.min(sentence.length() - 1, from + 2);
    return from >= to
        ? sentence
        : sentence.substring(0, from) + byTag.get('n').draw(dice) + sentence.substring(to);
  }

  @Override
  public List<String> footer(String site, Dice dice) {
    return List.of(
        "欢迎关注" + site + "公众号，获取更多" + label(dice, 2) + "内容。",
        "更多" + label(dice, 3) + "，请访问" + site + "。",
        "版权所有 © 2026 " + site + "，未经授权不得转载。");
  }

  @Override
  public String label(Dice dice, int words) {
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < words; i++) {
      label.append(byTag.get('n').draw(dice));
    }
    return label.toString();
  }

  private static String any(List<String> words, Dice dice) {
    return words.get(dice.below(words.size()));
  }
}
