package io.winnow.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // width, case, punctuation, white space
        "Ｗｉｎｎｏｗ　１２３; winnow 123",
        "他说：“好。”; 他说:\"好\"",
        "A — b…; a-b",
        "ｶﾞﾗｽ; ガラス",
        "ﬁne; fine",
        "STRASSE; strasse",
        "İstanbul; istanbul",
        "２０℃; 20°c",
        "half​width; halfwidth",
        "a﻿b; ab",
        // traditional to simplified, also forms of Taiwan and Hong Kong
        "漢語詞典裡的繁體字; 汉语词典里的繁体字",
        "頭髮與出發; 头发与出发",
        "皇后在樹後面; 皇后在树后面",
        "臺灣、台灣; 台湾台湾",
        "為什麼／爲甚麼; 为什么为甚么",
        "於是說著; 于是说着",
        "衛生綫、匯豐; 卫生线汇丰",
        "鐘錶和鍾情; 钟表和钟情",
        "乾淨、幹部、干涉; 干净干部干涉",
        // Japanese and Korean
        "ｶﾀｶﾅとひらがな; カタカナとひらがな",
        "が; が",
        "한글; 한글",
        "서울ㅤ특별시; 서울특별시",
        // points that may be there or not, letters in presentation forms
        "كَتَبَ; كتب",
        "ﻛﺘﺎﺏ; كتاب",
        "שָׁלוֹם; שלום",
        "café; café",
        "Việt Nam; việt nam",
        // emoji with or without a selector
        "❤️; ❤",
      })
  void foldsAlike(String a, String b) {
    assertThat(Folding.key(a), is(Folding.key(b)));
    assertThat(Folding.words(a).replace(" ", ""), is(Folding.key(b)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // without its vowel or tone it is another word
        "कि; के",
        "कुल; कल",
        "ม้า; มา",
        "ไม่; ไม้",
        "மீன்; மின்",
        "যে; যা",
        // accents and dakuten
        "pâté; pate",
        "か; が",
        "はは; ばば",
        "日本; 曰本",
        "발; 팔",
        "😀; 😁",
        "👍🏻; 👍🏿",
        "🫠; 🫡",
        "第1号; 第2号",
        "+1; -1%",
        "𠮷野家; 吉野家",
      })
  void keepsApart(String a, String b) {
    assertThat(Folding.key(a), is(not(Folding.key(b))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \t\n　", "！？……", "——", "‎‏", "⠀ㅤ", "️"})
  void nothingIsLeftOfWhatNobodyReads(String text) {
    assertThat(Folding.key(text), is(""));
    assertThat(Folding.words(text), is(""));
  }

  @ParameterizedTest
  @CsvSource({
    "'Hello,   world', 'hello world'",
    "'把「書籍」分开', '把 书籍 分开'",
    "' - item', item",
    "'soft­hyphen', softhyphen",
    "'किताब पढ़ो', 'किताब पढ़ो'",
  })
  void wordsStayApart(String text, String words) {
    assertThat(Folding.words(text), is(words));
  }
}
