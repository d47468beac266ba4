package io.winnow.summarize.llm;

import io.winnow.text.Scripts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides whether the words of a model may stand as the summary of an article. */
final class AnswerCheck {
  /** Models do not count characters: so much more than was asked for is let through. */
  private static final double TOLERANCE = 1.25;

  private static final int LEAST_DENSE = 10;
  private static final int LEAST = 25;

  private final MaskedArticle article;
  private final Room room;
  private final String system;

  /**
   * @param system the instruction as it was sent, which an answer must not repeat
   */
  AnswerCheck(MaskedArticle article, Room room, String system) {
    this.article = article;
    this.room = room;
    this.system = system;
  }

  /**
   * The first reason not to take an answer.
   *
   * @param raw the parts of the answer as they came
   * @param sentences the same as sentences
   */
  Optional<Shortfall> of(List<String> raw, List<String> sentences) {
    String all = String.join("\n", raw);
    if (sentences.isEmpty() || all.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Optional.of(Shortfall.EMPTY);
    }
    return length(all).or(() -> form(raw, sentences)).or(() -> content(all));
  }

  private Optional<Shortfall> length(String all) {
    int chars = Scripts.length(all);
    if (chars > room.chars() * TOLERANCE) {
      return Optional.of(Shortfall.TOO_LONG);
    }
    return found(chars < (Scripts.cjkShare(all) > 0.3 ? LEAST_DENSE : LEAST), Shortfall.TOO_SHORT);
  }

  private Optional<Shortfall> form(List<String> raw, List<String> sentences) {
    String source = article.title() + "\n" + article.text();
    String all = String.join("\n", raw);
    return found(Forms.hasForbiddenCharacters(all), Shortfall.FORBIDDEN_CHARACTERS)
        .or(() -> found(Forms.leaks(all, system), Shortfall.PROMPT_LEAKED))
        .or(() -> found(raw.stream().anyMatch(Forms::isMarkup), Shortfall.MARKUP))
        .or(() -> found(Forms.isRefusal(sentences, source), Shortfall.REFUSAL))
        .or(() -> found(Forms.isPreamble(sentences.get(0), source), Shortfall.PREAMBLE))
        .or(() -> found(sentences.size() > room.sentences(), Shortfall.TOO_MANY_SENTENCES))
        .or(() -> found(Repetition.isIn(sentences), Shortfall.REPEATS_ITSELF));
  }

  private Optional<Shortfall> content(String all) {
    return found(!AnswerLanguage.fits(all, article), Shortfall.WRONG_LANGUAGE)
        .or(() -> found(!addressesOccur(all), Shortfall.ADDRESS_NOT_IN_ARTICLE))
        .or(() -> found(!numbersOccur(all), Shortfall.NUMBER_NOT_IN_ARTICLE))
        .or(() -> found(!Overlap.isEnough(all, article), Shortfall.UNRELATED));
  }

  private boolean numbersOccur(String all) {
    Set<String> said = Amounts.of(all);
    if (said.isEmpty()) {
      return true;
    }
    Set<String> known = Amounts.of(article.title() + "\n" + article.text());
    return said.stream().allMatch(number -> Amounts.has(known, number));
  }

  private boolean addressesOccur(String all) {
    List<String> said = Addresses.of(all);
    if (said.isEmpty()) {
      return true;
    }
    String source = (article.title() + "\n" + article.text()).toLowerCase(Locale.ROOT);
    return said.stream().allMatch(source::contains);
  }

  private static Optional<Shortfall> found(boolean is, Shortfall shortfall) {
    return is ? Optional.of(shortfall) : Optional.empty();
  }
}
