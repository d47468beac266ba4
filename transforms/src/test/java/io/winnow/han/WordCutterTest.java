package io.winnow.han;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.Other.DoubleArrayTrieSegment;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The lean cutters cut as the segmenters do that they stand for. */
class WordCutterTest {
  private static final String[] SENTENCES = {
    "昨天下午三点，李晓明和王芳在北京大学的图书馆里讨论了新的人工智能模型。",
    "克林顿与普京在莫斯科会见了法国总统马克龙，双方签署了十二项合作协议。",
    "这家公司2025年第一季度的营业收入增长了13.5%，净利润达到一千二百万元。",
    "邓颖超生前使用过的物品，龚学平等领导参观了展览，编剧邵钧林和稽道青说话。",
    "张朝阳、汪洋、高峰与老刘一起去了泰山；肖总说：“我是一个好人！”",
    "研究生命的起源，结婚的和尚未结婚的，乒乓球拍卖完了，下雨天留客天。",
    "開放原始碼的軟體讓每個人都能改進它，これは日本語です，ＡＢＣ１２３。",
    "在 GitHub 上用 Java 17 写一个 3.14 版的 OCR 工具①，㈠ 〇二 百分之五🙂"
  };

  private static final Segment NAMED =
      HanLP.newSegment()
          .enableCustomDictionary(true)
          .enableNameRecognize(true)
          .enableTranslatedNameRecognize(true);
  private static final Segment PLAIN =
      HanLP.newSegment()
          .enableCustomDictionary(true)
          .enableNameRecognize(false)
          .enableTranslatedNameRecognize(false);
  private static final Segment LONGEST =
      new DoubleArrayTrieSegment().enablePartOfSpeechTagging(true).enableCustomDictionary(false);

  private final WordCutter named = WordCutter.withNames();
  private final WordCutter plain = WordCutter.plain();
  private final LongestWords longest = new LongestWords();

  @Test
  void cutsSentencesAsTheSegmenterDoes() {
    for (String sentence : SENTENCES) {
      check(sentence);
    }
  }

  @Test
  void cutsPiecesOfSentencesAsTheSegmenterDoes() {
    String all = String.join("", SENTENCES);
    Random random = new Random(9);
    for (int i = 0; i < 20_000; i++) {
      int from = random.nextInt(all.length());
      int to = Math.min(all.length(), from + 1 + random.nextInt(30));
      StringBuilder piece = new StringBuilder(all.substring(from, to));
      for (int changes = random.nextInt(5); changes > 0; changes--) {
        piece.setCharAt(random.nextInt(piece.length()), all.charAt(random.nextInt(all.length())));
      }
      check(piece.toString());
    }
  }

  @Test
  void cutsLongLinesInOnePiece() {
    check("中华人民共和国".repeat(5000));
  }

  @Test
  void knowsHowOftenTheCorpusHasAWord() {
    for (String word : new String[] {"中国", "图书馆", "一", "乒乓球拍", "查无此词", ""}) {
      assertThat(word, HanDictionary.frequency(word), is(CoreDictionary.getTermFrequency(word)));
      assertThat(word, HanDictionary.contains(word), is(CoreDictionary.contains(word)));
    }
  }

  private void check(String text) {
    assertThat(cut(named, text), is(terms(NAMED, text)));
    assertThat(cut(plain, text), is(terms(PLAIN, text)));
    StringBuilder words = new StringBuilder();
    for (Term term : LONGEST.seg(text)) {
      words.append(term.word).append('/').append(term.nature.firstChar()).append(' ');
    }
    assertThat(cutLongest(text), is(words.toString()));
  }

  private static String terms(Segment segment, String text) {
    StringBuilder words = new StringBuilder();
    for (Term term : segment.seg(text)) {
      words.append(term.word).append('/').append(term.nature).append(' ');
    }
    return words.toString();
  }

  private static String cut(WordCutter cutter, String text) {
    cutter.cut(text, 0, text.length());
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < cutter.count(); i++) {
      words
          .append(text, cutter.begin(i), cutter.begin(i) + cutter.length(i))
          .append('/')
          .append(Natures.name(cutter.nature(i)))
          .append(' ');
    }
    return words.toString();
  }

  private String cutLongest(String text) {
    longest.cut(text);
    StringBuilder words = new StringBuilder();
    for (int at = 0; at < text.length(); at += longest.length(at)) {
      words
          .append(text, at, at + longest.length(at))
          .append('/')
          .append(longest.nature(at))
          .append(' ');
    }
    return words.toString();
  }
}
