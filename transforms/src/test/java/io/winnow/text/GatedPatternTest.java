package io.winnow.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GatedPatternTest {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final List<String> REGEXES =
      List.of(
          "\\b(?:the|then|they)\\b|这(?:本|篇)|但是?(?!书)|^so\\b",
          "\\b(?:we|i)(?:'ll| will) (?:also )?(?:see|show)|[，,] (?:he|she) said|his[.]?$",
          "h[aeiou]{1,3}t+|(?:如|见)?[上下]图|-\\bx|\\w\\w\\W",
          "\\S{2,5}\\.(?:com|io)|a*b?c");
  private static final List<String> WORDS =
      List.of(
          "the", "THEY", "then", "ſhe", "so", "So", "we", "will", "i'll", "see", "他", "这", "这篇",
          "但", "但是", "书", "上图", "如", "he", "said", ",", "，", " ", " ", "-", "x", "heat", "a.com",
          "b.io", "his", ".", "\n", "é", "1", "_", "K", "😀", "abc", "c");

  @Test
  void findsWhatThePatternFinds() {
    Random random = new Random(7);
    for (String regex : REGEXES) {
      Pattern pattern = Pattern.compile(regex, FLAGS);
      GatedPattern gated = new GatedPattern(pattern);
      for (int n = 0; n < 3_000; n++) {
        String text = text(random);
        assertThat(regex + " in " + text, found(gated, text), equalTo(found(pattern, text)));
        assertThat(gated.isIn(text), is(pattern.matcher(text).find()));
        int from = random.nextInt(text.length() + 1);
        assertThat(
            regex + " at " + from + " of " + text,
            gated.begins(text, from),
            is(pattern.matcher(text).region(from, text.length()).lookingAt()));
      }
    }
  }

  @Test
  void refusesPatternsThatLookBehind() {
    for (String regex : List.of("(?<!a)b", "(?<=a)b", "\\Ga")) {
      Exception refused =
          assertThrows(IllegalArgumentException.class, () -> GatedPattern.compile(regex, 0));
      assertThat(refused.getMessage(), containsString("looks behind its beginning"));
    }
    assertThrows(
        IllegalArgumentException.class, () -> GatedPattern.compile("^a", Pattern.MULTILINE));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int words = random.nextInt(12); words > 0; words--) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }

  private static List<String> found(GatedPattern gated, String text) {
    List<String> found = new ArrayList<>();
    GatedPattern.Search search = gated.search(text);
    while (search.find()) {
      found.add(search.start() + "-" + search.end());
    }
    return found;
  }

  private static List<String> found(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.start() + "-" + matcher.end());
    }
    return found;
  }
}
