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
        + " articles of this run and of history, one by one and without any index. "
        + candidates(recall)
        + (recall.truePairs() == 0 ? "" : found(recall))
        + wrong(recall)
        + "Equal texts are not counted: to find those takes no estimate.";
  }

  private static String candidates(MeasuredRecall recall) {
    if (recall.candidates() == 0) {
      return "No two came near to repeating one another: there is no true pair in the sample. ";
    }
    String near =
        count(recall.candidates(), "pair comes", "pairs come") + " near to repeating one another";
    String judged =
        recall.judged() < recall.candidates()
            ? near
                + "; "
                + count(
                    recall.judged(), "of them, drawn by hash, was", "of them, drawn by hash, were")
                + " judged by their texts: "
            : near + " and " + (recall.judged() == 1 ? "was" : "were") + " judged by their texts: ";
    return judged
        + (recall.truePairs() == 0
            ? "there is no true pair in the sample. "
            : count(recall.truePairs(), "true pair", "true pairs"));
  }

  private static String found(MeasuredRecall recall) {
    return String.format(
        Locale.ROOT,
        ", %s found, %s missed. That is a recall of %s, with 95 %% confidence between %s and %s. ",
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
