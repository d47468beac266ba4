package io.winnow.summarize;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.winnow.text.CharKinds;
import io.winnow.text.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is read in one pass over a sentence is what the patterns that say it find. */
class FastFormsTest {
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\d(?<![\\p{L}\\d]\\d)[\\d,.]{0,20}|[一二三四五六七八九十百千万亿两]{1,6}(?=[个倍年月成美元人次款条名篇])");

  private static final Pattern NAME =
      Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’-]{2,40}(?: \\p{Lu}[\\p{L}\\p{M}'’-]{1,40}){0,5}");

  private static final List<String> PIECES =
      List.of(
          "Ada",
          " ",
          "Lovelace",
          "the ",
          "x",
          "É",
          "'s",
          "’",
          "-",
          "1",
          "20",
          ",",
          ".",
          "百万",
          "三",
          "个",
          "年",
          "千",
          "的",
          "《",
          "(",
          ")",
          "“",
          "”",
          "\"",
          "[",
          "@",
          "→",
          "\uD835\uDC00",
          "\uD800",
          "e\u0301",
          "Abcdefghijabcdefghijabcdefghijabcdefghijabcdefghij",
          "々",
          "I",
          "I'm",
          "\uD840\uDC00",
          ":");

  private final Random random = new Random(9);

  private String sentence() {
    StringBuilder sentence = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      sentence.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return sentence.toString();
  }

  @Test
  void numbers() {
    int some = 0;
    for (int i = 0; i < 20_000; i++) {
      String sentence = sentence();
      long count = NUMBER.matcher(sentence).results().limit(3).count();
      assertThat(sentence, (long) Numbers.count(sentence, 3), equalTo(count));
      some += count > 1 ? 1 : 0;
    }
    assertThat(some, greaterThan(300));
  }

  @Test
  void names() {
    int some = 0;
    for (int i = 0; i < 20_000; i++) {
      String sentence = sentence();
      List<String> names = new ArrayList<>();
      Matcher matcher = NAME.matcher(sentence);
      while (matcher.find()) {
        names.add(matcher.group());
      }
      List<String> found = new ArrayList<>();
      int end;
      for (int at = NameSpans.next(sentence, 0); at >= 0; at = NameSpans.next(sentence, end)) {
        end = NameSpans.end(sentence, at);
        found.add(sentence.substring(at, end));
      }
      assertThat(sentence, found, equalTo(names));
      some += names.size() > 1 ? 1 : 0;
    }
    assertThat(some, greaterThan(300));
  }

  @Test
  void shapes() {
    for (int i = 0; i < 20_000; i++) {
      String sentence = sentence();
      Shape shape = Shape.of(sentence);
      assertThat(sentence, shape.words(), equalTo(Wording.words(sentence)));
      assertThat(sentence, shape.width(), equalTo(Wording.width(sentence)));
      assertThat(sentence, shape.dense(), equalTo(Scripts.cjkShare(sentence) > 0.3));
    }
  }

  @Test
  void kindsOfCharacters() {
    for (int i = 0; i <= Character.MAX_VALUE; i++) {
      char c = (char) i;
      assertThat(CharKinds.is(c, CharKinds.WORD), equalTo(Character.isLetterOrDigit(c)));
      assertThat(CharKinds.is(c, CharKinds.CJK), equalTo(Scripts.isCjk(c)));
    }
  }

  @Test
  void beginnings() {
    List<Pattern> patterns =
        List.of(
            Pattern.compile("\\bthe (?:key|main)\\b"),
            Pattern.compile("(?:in )?this (?:post|text)\\b|i\\b|i'm\\b"),
            Pattern.compile("这(?:是|一[个种](?!切))|的[^，。]{1,3}呢"),
            Pattern.compile("^[*_]{0,3}(?:作者|source)\\s?[:：]"),
            Pattern.compile("[，,]我(?!们|国)|[^，。]我(?:自己|也)"),
            Pattern.compile("(?:is|are) an? (?:new )?\\w+\\b|\\p{Lu}$"));
    List<String> words =
        List.of(
            "the ",
            "key",
            "main",
            "s",
            "in ",
            "this ",
            "post",
            "i",
            "'m",
            " ",
            "这",
            "是",
            "一",
            "个",
            "切",
            "的",
            "呢",
            "，",
            "。",
            "我",
            "们",
            "也",
            "自己",
            "作者",
            "：",
            ":",
            "*",
            "is ",
            "a ",
            "new ",
            "é",
            "e\u0301",
            "\uD835\uDC00",
            "A",
            "虎",
            "source",
            "_");
    Beginnings beginnings = new Beginnings(patterns);
    int sure = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder made = new StringBuilder();
      for (int w = random.nextInt(9); w >= 0; w--) {
        made.append(words.get(random.nextInt(words.size())));
      }
      String text = made.toString();
      for (int at = 0; at < text.length(); at++) {
        int place = at == 0 ? Beginnings.START : Beginnings.after(text.charAt(at - 1));
        int node = beginnings.at(place, text, at, -1);
        for (int p = 0; p < patterns.size(); p++) {
          boolean begins =
              patterns
                  .get(p)
                  .matcher(text)
                  .useTransparentBounds(true)
                  .useAnchoringBounds(false)
                  .region(at, text.length())
                  .lookingAt();
          boolean surely = (beginnings.sure(node) >> p & 1) != 0;
          boolean maybe = (beginnings.may(node) >> p & 1) != 0;
          assertThat(text + " at " + at + ": " + p, surely && !begins, equalTo(false));
          assertThat(text + " at " + at + ": " + p, begins && !surely && !maybe, equalTo(false));
          sure += surely ? 1 : 0;
        }
      }
    }
    assertThat(sure, greaterThan(300));
  }
}
