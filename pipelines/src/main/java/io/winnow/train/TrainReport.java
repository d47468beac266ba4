package io.winnow.train;

import io.winnow.tag.section.CrossValidation;
import io.winnow.tag.section.CrossValidation.Band;
import io.winnow.tag.section.CrossValidation.Confusion;
import io.winnow.tag.section.CrossValidation.OfLabel;
import io.winnow.tag.section.SectionModel;
import io.winnow.tag.section.SectionTrainer.Trained;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Prints how right a model was on rows it had not seen. */
public final class TrainReport {
  /** Labels of which a whole table of confusions fits a page. */
  private static final int SMALL = 12;

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}]");

  private static final int MOST_CONFUSIONS = 20;

  /** Rows of a label below which its figures say little. */
  public static final int FEW_ROWS = 10;

  private final PrintWriter out;

  public TrainReport(PrintWriter out) {
    this.out = out;
  }

  public void print(Trained trained) {
    CrossValidation all = trained.validation();
    SectionModel.Facts facts = trained.model().facts();
    out.printf(
        Locale.ROOT,
        "rows %d, labels %d, folds %d, cost %s, share of naive Bayes %s%n",
        facts.rows(),
        all.labels().size(),
        facts.folds(),
        facts.cost(),
        facts.share());
    out.printf(Locale.ROOT, "accuracy %.4f, macro F1 %.4f%n", all.accuracy(), all.macroF1());
    if (all.hasParents()) {
      out.printf(Locale.ROOT, "accuracy before the first slash %.4f%n", all.parentAccuracy());
    }
    out.printf("%nBy label%n%9s %9s %9s %9s  label%n", "rows", "precision", "recall", "F1");
    for (OfLabel label : all.byLabel()) {
      out.printf(
          Locale.ROOT,
          "%9d %9.3f %9.3f %9.3f  %s%n",
          label.rows(),
          label.precision(),
          label.recall(),
          label.f1(),
          shown(label.label()));
    }
    if (all.labels().size() <= SMALL) {
      table(all);
    } else {
      confusions(all.confusions());
    }
    out.printf(
        "%nAnswers of at least this section_score%n%9s %9s %9s%n", "score", "share", "right");
    for (Band band : all.bands()) {
      out.printf(
          Locale.ROOT,
          "%9.2f %9.3f %9s%n",
          band.from(),
          band.share(),
          band.rows() == 0 ? "-" : String.format(Locale.ROOT, "%.3f", band.accuracy()));
    }
  }

  private void table(CrossValidation all) {
    out.printf("%nConfusions: rows of the label on the right by what was answered%n");
    for (int k = 0; k < all.labels().size(); k++) {
      out.printf("%7s", "[" + (k + 1) + "]");
    }
    out.println();
    int[][] table = all.table();
    for (int k = 0; k < table.length; k++) {
      for (int rows : table[k]) {
        out.printf("%7s", rows == 0 ? "." : Integer.toString(rows));
      }
      out.printf("  [%d] %s%n", k + 1, shown(all.labels().get(k)));
    }
  }

  /** A label as a terminal may show it: nothing in it that changes what is around it. */
  private static String shown(String label) {
    return UNSEEN.matcher(label).replaceAll("\uFFFD");
  }

  private void confusions(List<Confusion> confusions) {
    out.printf("%nConfusions%n");
    confusions.stream()
        .limit(MOST_CONFUSIONS)
        .forEach(
            each ->
                out.printf(
                    Locale.ROOT,
                    "%9d  %s -> %s%n",
                    each.rows(),
                    shown(each.label()),
                    shown(each.answer())));
    int more = confusions.size() - MOST_CONFUSIONS;
    if (more > 0) {
      out.printf(Locale.ROOT, "%9s  and %d more pairs%n", "", more);
    }
  }
}
