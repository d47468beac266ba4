package io.winnow.tag.section;

import io.winnow.config.ConfigException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Learns a section model from labelled texts, and measures it by cross-validation.
 *
 * <p>What an error costs and how much naive Bayes has to say is chosen by accuracy on rows that
 * were not trained on, and so is the steepness that turns evidence into probabilities. The figures
 * of a fold come from choices made without it. The order of the rows makes no difference.
 */
public final class SectionTrainer {
  /** A model, and how right it was when it could not know. */
  public record Trained(SectionModel model, CrossValidation validation) {}

  /** Rows times labels that are kept while folds are compared. */
  public static final long MAX_DECISIONS = 30_000_000;

  /** Features of all rows together, which decide how much memory is needed. */
  public static final long MAX_FEATURES = 50_000_000;

  /** How much a label's parent, learned by itself, has to say beside the label. */
  private static final double PARENT_SHARE = 0.5;

  private static final int MOST_FEATURES = 300_000;
  private static final int MOST_WEIGHTS = 40_000_000;

  private final int folds;
  private final Consumer<String> progress;

  /**
   * @param folds of cross-validation, at least 2
   * @param progress is told what is being done
   */
  public SectionTrainer(int folds, Consumer<String> progress) {
    this.folds = folds;
    this.progress = progress;
  }

  /**
   * Trains.
   *
   * @param texts of at least two labels
   * @throws ConfigException when there are more than fit; the message says of what
   */
  public Trained train(List<LabelledText> texts) {
    List<LabelledText> rows = new ArrayList<>(texts);
    rows.sort(
        Comparator.comparing(LabelledText::key)
            .thenComparing(LabelledText::label)
            .thenComparing(LabelledText::group)
            .thenComparing(row -> row.text().toString()));
    List<String> labels =
        List.copyOf(new TreeSet<>(rows.stream().map(LabelledText::label).toList()));
    if ((long) rows.size() * labels.size() > MAX_DECISIONS) {
      throw new ConfigException(
          List.of(
              "%d rows times %d labels are %d, at most %d fit: give fewer rows"
                  .formatted(
                      rows.size(),
                      labels.size(),
                      (long) rows.size() * labels.size(),
                      MAX_DECISIONS)));
    }
    int[] gold = rows.stream().mapToInt(row -> labels.indexOf(row.label())).toArray();
    List<FeatureCounts> counts = counts(rows);
    int[] fold = Folds.of(rows, folds);
    HeldOut heldOut = new HeldOut(labels, gold, fold, folds);
    for (int f = 0; f < folds; f++) {
      progress.accept("fold %d of %d".formatted(f + 1, folds));
      judge(heldOut, f, counts);
    }
    CrossValidation validation = heldOut.validation();
    progress.accept("the model of all rows");
    HeldOut.Setting setting = heldOut.best(-1);
    Solver solver = new Solver(counts, gold, heldOut);
    SectionModel model =
        SectionModel.of(
            labels,
            new SectionModel.Facts(
                rows.size(), folds, validation.accuracy(), setting.cost(), setting.share()),
            solver.space,
            solver
                .support(setting.cost())
                .mixed(
                    heldOut.supportUnit(setting),
                    solver.bayes(),
                    setting.share(),
                    heldOut.bayesUnit()),
            heldOut.steepness(setting, -1));
    return new Trained(model, validation);
  }

  private List<FeatureCounts> counts(List<LabelledText> rows) {
    List<FeatureCounts> counts = new ArrayList<>(rows.size());
    long features = 0;
    for (LabelledText row : rows) {
      if (counts.size() % 1000 == 0) {
        progress.accept("reading %d of %d texts".formatted(counts.size(), rows.size()));
      }
      FeatureCounts each = Features.of(row.text()).compacted();
      features += each.size();
      if (features > MAX_FEATURES) {
        throw new ConfigException(
            List.of(
                "the first %d of %d rows have more than %d features: give fewer rows"
                    .formatted(counts.size() + 1, rows.size(), MAX_FEATURES)));
      }
      counts.add(each);
    }
    return counts;
  }

  private void judge(HeldOut heldOut, int fold, List<FeatureCounts> counts) {
    List<FeatureCounts> seen = new ArrayList<>();
    for (int row : heldOut.without(fold)) {
      seen.add(counts.get(row));
    }
    int[] seenLabels =
        Arrays.stream(heldOut.without(fold)).map(row -> heldOut.gold()[row]).toArray();
    Solver solver = new Solver(seen, seenLabels, heldOut);
    List<Weights> weights = new ArrayList<>();
    weights.add(solver.bayes());
    for (double cost : HeldOut.COSTS) {
      weights.add(solver.support(cost));
    }
    for (int row : heldOut.in(fold)) {
      Vector vector = solver.space.vector(counts.get(row));
      for (int w = 0; w < weights.size(); w++) {
        heldOut.put(w, row, weights.get(w).decide(vector));
      }
    }
  }

  /** Learns from some rows. */
  private static final class Solver {
    private final FeatureSpace space;
    private final List<Vector> vectors;
    private final int[] gold;
    private final int labels;
    private final boolean[] words;
    private final LinearSolver support;
    private final Decision decision;

    Solver(List<FeatureCounts> counts, int[] gold, HeldOut heldOut) {
      this.gold = gold;
      labels = heldOut.labels().size();
      decision = heldOut.decision();
      space = FeatureSpace.of(counts, Math.min(MOST_FEATURES, MOST_WEIGHTS / labels));
      vectors = counts.stream().map(space::vector).toList();
      words = space.texts(counts);
      support = new LinearSolver(vectors, gold, space.size(), labels);
    }

    Weights bayes() {
      return NaiveBayes.solve(vectors, gold, words, labels);
    }

    Weights support(double cost) {
      Weights own = support.solve(cost);
      int parents = decision.parentCount();
      if (parents == 1 || parents == labels) {
        return own;
      }
      Weights theirs = support.relabelled(decision::parent, parents).solve(cost);
      return own.with(theirs, decision::parent, PARENT_SHARE);
    }
  }
}
