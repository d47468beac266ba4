package io.winnow.clean;

import io.winnow.text.Sieve;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who speaks, as the opening words of a monologue or show say it.
 *
 * @param name as printed
 * @param channel whether it is the name of a channel or show and not of a person
 */
record Greeting(String name, boolean channel) {
  private static final int MAX_CHARS = 1_000;
  private static final Pattern PERSON =
      Pattern.compile("(?:大家|各位[^。!?,]{0,8})(?:早上|上午|下午|晚上)?好[,!。 ]{1,2}我是([^,。!?;:的]{1,20})");
  private static final Pattern CHANNEL =
      Pattern.compile(
          "(?:欢迎(?:收听|收看|来到|回到)|这里是)[“”\"《「]?([^,。!?;:“”\"《》「」]{2,24}?)[“”\"》」]?的?\\s?(?:youtube|podcast|bilibili)?\\s?(?:频道|节目|播客|电台|直播间)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SHOW =
      Pattern.compile(
          "\\b[Ww]elcome\\b.{0,80}?\\b[Tt]his is ((?:the )?[A-Z][\\w']{1,24}(?: [A-Z][\\w']{1,24}){0,4})[.,!]");
  private static final Pattern HOST =
      Pattern.compile(
          "^(?:hi|hello|hey)\\b[^.!?]{0,40}(?:i'm|my name is) ([A-Z][\\w']{1,24}(?: [A-Z][\\w']{1,24}){0,3})\\b");

  private static final Sieve SIEVE = Sieve.of(List.of(CHANNEL, PERSON, SHOW, HOST));

  /** What one line at the beginning of an article says; empty when it is no greeting. */
  static Optional<Greeting> of(String line) {
    String folded = BoilerplateRule.folded(line);
    if (folded.length() > MAX_CHARS) {
      return Optional.empty();
    }
    if (!SIEVE.sift(folded).any()) {
      return Optional.empty();
    }
    return first(CHANNEL, folded, true)
        .or(() -> first(PERSON, folded, false))
        .or(() -> first(SHOW, folded, true))
        .or(() -> first(HOST, folded, false));
  }

  private static Optional<Greeting> first(Pattern pattern, String line, boolean channel) {
    Matcher found = pattern.matcher(line);
    return found.find()
        ? Optional.of(new Greeting(found.group(1).strip(), channel))
        : Optional.empty();
  }
}
