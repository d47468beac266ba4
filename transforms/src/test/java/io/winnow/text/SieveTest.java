package io.winnow.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SieveTest {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static Set<String> required(String regex) {
    return RequiredLiterals.of(Pattern.compile(regex, FLAGS));
  }

  @Test
  void derivesTheWordsThatEveryMatchHas() {
    assertThat(required("^(?:see you|Farewell)\\b"), containsInAnyOrder("see you", "farewell"));
    assertThat(required("[^。!?]{0,6}(?:感谢|谢谢)[^。]{0,8}"), containsInAnyOrder("感谢", "谢谢"));
    assertThat(required("e-?mails?\\s+x"), containsInAnyOrder("email", "e-mail"));
    assertThat(required("promo (?=code)code"), containsInAnyOrder("promo code"));
    assertThat(required("(?-i)Quiz+"), containsInAnyOrder("quiz"));
    assertThat(required("[bc]at"), containsInAnyOrder("bat", "cat"));
    assertThat(required("\\d{2}% off"), containsInAnyOrder("% off"));
  }

  @Test
  void asksForNothingWhereAMatchMayBeWithout() {
    for (String regex :
        List.of("a?", "(?:a|)", "\\w+", "[^a]", "(?:abc|\\d)", "a*b*", "(.)\\1", "")) {
      assertThat(regex, required(regex), empty());
    }
    assertThat(RequiredLiterals.of(Pattern.compile("a b", Pattern.COMMENTS)), empty());
  }

  @Test
  void foldsAsPatternsDo() {
    for (int c = 0; c < 1 << 16; c++) {
      char folded = CaseFold.of((char) c);
      assertThat(CaseFold.of(folded), is(folded));
    }
    assertMissesNothing(List.of(Pattern.compile("desk|straße|[k-m]iosk", FLAGS)), "DE\u017F\u212A");
    assertMissesNothing(List.of(Pattern.compile("[k-m]iosk", FLAGS)), "\u212AIOSK");
  }

  /** All patterns that come with Winnow, over texts of their own words and characters. */
  @Test
  void missesNothingThatAPatternFinds() throws IOException {
    List<Pattern> patterns = new ArrayList<>();
    for (String file :
        List.of(
            "clean/boilerplate.yaml",
            "quality/quality.yaml",
            "split/stream/line-cues.yaml",
            "summarize/phrases.yaml")) {
      patterns.addAll(patternsOf(file));
    }
    List<String> pieces = new ArrayList<>(List.of(" ", "。", "? ", "the", "我们", "\n", "12", ", "));
    for (Pattern pattern : patterns) {
      pieces.addAll(RequiredLiterals.of(pattern));
      Matcher words = Pattern.compile("[\\p{L}' ]{2,20}").matcher(pattern.pattern());
      while (words.find()) {
        pieces.add(words.group());
      }
    }
    Random random = new Random(9);
    int found = 0;
    Sieve sieve = Sieve.of(patterns);
    for (int n = 0; n < 1_500; n++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(9); i >= 0; i--) {
        String piece = pieces.get(random.nextInt(pieces.size()));
        text.append(random.nextInt(4) == 0 ? piece.toUpperCase(java.util.Locale.ROOT) : piece);
        text.append(random.nextBoolean() ? " " : "");
      }
      found += assertMissesNothing(sieve, patterns, text.toString());
    }
    assertThat(found, greaterThan(1_000));
  }

  private static void assertMissesNothing(List<Pattern> patterns, String text) {
    assertMissesNothing(Sieve.of(patterns), patterns, text);
  }

  private static int assertMissesNothing(Sieve sieve, List<Pattern> patterns, String text) {
    Sieve.Found may = sieve.sift(text);
    int found = 0;
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matcher(text).find()) {
        assertThat(patterns.get(i) + " in " + text, may.mayHave(i), is(true));
        assertThat(may.any(), is(true));
        found++;
      }
    }
    return found;
  }

  private static List<Pattern> patternsOf(String file) throws IOException {
    List<Pattern> patterns = new ArrayList<>();
    try (InputStream in = SieveTest.class.getResourceAsStream("/io/winnow/" + file)) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Matcher entry = Pattern.compile("(?m)^ *- *['\"]?(.*?)['\"]? *$").matcher(yaml);
      while (entry.find()) {
        patterns.add(compiled(entry.group(1).replace("''", "'")));
      }
    }
    patterns.removeIf(java.util.Objects::isNull);
    return patterns;
  }

  private static Pattern compiled(String regex) {
    try {
      return Pattern.compile(regex, FLAGS);
    } catch (java.util.regex.PatternSyntaxException e) {
      return null;
    }
  }
}
