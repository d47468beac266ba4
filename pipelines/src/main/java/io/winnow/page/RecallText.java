package io.winnow.page;

import static io.winnow.page.Figures.count;

import io.winnow.dedupe.MeasuredRecall;
import java.util.Locale;

/** Says in a paragraph how many repetitions were found. */
final class RecallText {
  private RecallText() {}

  static String of(MeasuredRecall recall) {
    return count(recall.articles(), "article", "articles")
        + ", chosen by hash, were compared with all "
        + count(recall.others())
        + " articles of this run and of history, without any index. "
        + candidates(recall)
        + (recall.truePairs() == 0 ? "" : found(recall))
        + wrong(recall)
        + "Equal texts are not counted: to find those takes no estimate.";
  }

  private static String candidates(MeasuredRecall recall) {
    String judged =
        recall.judged() < recall.candidates()
            ? " Of " + count(recall.judged()) + " of them, drawn by hash, "
            : " Of these ";
    return recall.candidates() == 0
        ? "No two came near to repeating one another. "
        : count(recall.candidates(), "pair comes", "pairs come")
            + " near to repeating one another."
            + judged
            + count(recall.truePairs(), "does", "do")
            + " so, by the texts themselves. ";
  }

  private static String found(MeasuredRecall recall) {
    return String.format(
        Locale.ROOT,
        "Found: %s; missed: %s. That is a recall of %s, with 95 %% confidence between %s and %s. ",
        count(recall.found()),
        count(recall.truePairs() - recall.found()),
        percent((double) recall.found() / recall.truePairs()),
        percent(recall.low()),
        percent(recall.high()));
  }

  private static String wrong(MeasuredRecall recall) {
    return recall.wrong() == 0
        ? ""
        : count(recall.wrong(), "more was", "more were")
            + " taken for repetitions by estimate and, by the texts, just fell short. ";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
