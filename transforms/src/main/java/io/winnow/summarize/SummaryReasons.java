package io.winnow.summarize;

import io.winnow.schema.Article;
import io.winnow.schema.Span;
import io.winnow.text.Sentences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why the summary of a published article has the sentences that it has, measured again from its
 * title and text by the classes that summarized it. For people; it decides nothing.
 */
public final class SummaryReasons {
  private final List<Candidate> candidates;
  private final List<Candidate> chosen;
  private final Article again;
  private final boolean same;
  private final Room room;
  private final ShortNames names;

  private SummaryReasons(Article article, SummarySpec spec) {
    Summarizer summarizer = new Summarizer(spec);
    again = summarizer.summarize(article);
    same =
        again.getSummarySpans().equals(article.getSummarySpans())
            && again.getSummary().equals(article.getSummary());
    candidates = Ranking.of(Summarizer.titleOf(article), Sentences.of(article.getText()));
    Set<Integer> begins =
        article.getSummarySpans().stream().map(Span::getFromChar).collect(Collectors.toSet());
    chosen =
        candidates.stream().filter(each -> begins.contains(each.sentence().fromChar())).toList();
    room = summarizer.room(article, candidates);
    names = new ShortNames(candidates, article.getTitle());
  }

  /**
   * Of an article as it is published.
   *
   * @param spec that it was summarized by
   */
  public static SummaryReasons of(Article article, SummarySpec spec) {
    return new SummaryReasons(article, spec);
  }

  /**
   * A sentence as it was measured.
   *
   * @param number in the text, from 1
   * @param rank by merit among those that could stand in a summary, from 1; 0 where it could not
   * @param merit about 1 for the best few
   * @param parts what the merit is made of, before its flaws and the scale of the text take their
   *     share
   * @param keeps share that its flaws leave
   * @param flaws what is wrong with it, for people
   * @param opens whether it could open a summary
   * @param follows whether it stands right behind the chosen sentence before it
   */
  public record Measured(
      int number,
      int fromChar,
      int toChar,
      String text,
      int rank,
      double merit,
      Parts parts,
      double keeps,
      List<String> flaws,
      boolean opens,
      boolean follows) {}

  /** What a merit is made of, each already weighed. */
  public record Parts(
      double position, double shared, double facts, double title, double introduces) {}

  /** Whether summarizing again gives what is published. */
  public boolean isSame() {
    return same;
  }

  /** The summary that summarizing again gives, where it is not the published one. */
  public List<String> again() {
    return again.getSummary();
  }

  /** Sentences of the text. */
  public int sentences() {
    return candidates.size();
  }

  /** Sentences that could stand in a summary. */
  public long eligible() {
    return candidates.stream().filter(each -> !each.isExcluded()).count();
  }

  /** Most code points of the summary of this text; empty where sentences are counted. */
  public Optional<Integer> mostChars() {
    return room.chars() == Integer.MAX_VALUE ? Optional.empty() : Optional.of(room.chars());
  }

  /** The sentences of the published summary that are sentences of the text, in its order. */
  public List<Measured> chosen() {
    List<Measured> all = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      all.add(measured(chosen.get(i), i > 0 && chosen.get(i).follows(chosen.get(i - 1))));
    }
    return all;
  }

  /** The sentences that deserved most of those that are not in the summary. */
  public List<Measured> left(int most) {
    return candidates.stream()
        .filter(each -> !chosen.contains(each))
        .sorted(BY_MERIT)
        .limit(most)
        .map(each -> measured(each, false))
        .toList();
  }

  /** Why a sentence that is not in the summary is not, in a few words. */
  public String whyNot(Measured left) {
    Candidate sentence = candidates.get(left.number() - 1);
    if (sentence.isExcluded()) {
      return sentence.flaws().stream()
          .filter(Flaw::excludes)
          .sorted()
          .map(Flaw::words)
          .collect(Collectors.joining(", ", "unfit: ", ""));
    }
    for (Candidate told : chosen) {
      if (told.overlap(sentence) > Selection.REPEATS) {
        return "says the same as sentence " + (told.index() + 1);
      }
    }
    if (names.areUnknown(sentence, chosen)) {
      return "a short name, in full in none of those";
    }
    if (!room.holds(sentence)) {
      return "longer than a summary may be";
    }
    return "it fits less well with those";
  }

  private static final Comparator<Candidate> BY_MERIT =
      Comparator.comparingDouble(Candidate::merit).reversed().thenComparing(Candidate::index);

  private Measured measured(Candidate sentence, boolean follows) {
    Merit merit = sentence.parts();
    return new Measured(
        sentence.index() + 1,
        sentence.sentence().fromChar(),
        sentence.sentence().toChar(),
        sentence.sentence().text(),
        sentence.isExcluded() ? 0 : rank(sentence),
        sentence.merit(),
        new Parts(
            merit.position(),
            merit.centrality(),
            merit.information(),
            merit.title(),
            merit.introduction()),
        merit.keeps(),
        sentence.flaws().stream().sorted().map(Flaw::words).toList(),
        sentence.opening() > 0,
        follows);
  }

  private int rank(Candidate sentence) {
    return 1
        + (int)
            candidates.stream()
                .filter(each -> !each.isExcluded())
                .filter(each -> BY_MERIT.compare(each, sentence) < 0)
                .count();
  }
}
