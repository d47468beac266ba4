package io.winnow.pipeline;

import io.winnow.config.ConfigException;
import io.winnow.tag.section.CrossValidation.OfLabel;
import io.winnow.tag.section.LabelledText;
import io.winnow.tag.section.ModelFile;
import io.winnow.tag.section.SectionTrainer;
import io.winnow.tag.section.SectionTrainer.Trained;
import io.winnow.train.GroupField;
import io.winnow.train.LabelledRows;
import io.winnow.train.NewFile;
import io.winnow.train.TrainReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code winnow train}: learns sections from labelled texts, and says how well. */
@Command(
    name = "train",
    description = {
      "Learns from labelled texts which section others belong to, for curate --sectionModel=MODEL.",
      "Rows are JSON Lines, gzip or not: {\"title\": ..., \"text\": ..., \"label\": ...}; title or text may be"
          + " missing, url is used where it is given. They are cleaned as curate cleans records. A label is any"
          + " text without control characters; of parent/child the parent is chosen first.",
      "Prints what cross-validation measured: accuracy, each label, what is taken for what, and how many answers"
          + " of at least a section_score are right."
    },
    footer = {
      "",
      "The same rows give the same model, in any order. 2,500 long articles took 2 GB; WINNOW_HEAP gives more.",
      "The last line on standard output is: trained model=FILE rows=N labels=N accuracy=A sha256=HEX"
    })
final class TrainCommand implements Callable<Integer> {
  private static final Logger LOG = Logger.getLogger(TrainCommand.class.getName());

  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "Labelled rows; may repeat.")
  private List<Path> input = new ArrayList<>();

  @Option(
      names = "--output",
      required = true,
      paramLabel = "MODEL",
      description =
          "File to write the model to; a model that is there is replaced when all is done.")
  private @Nullable Path output;

  @Option(
      names = "--folds",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "Parts for cross-validation, 2 to 20: each is judged by a model of the others. Default: ${DEFAULT-VALUE}.")
  private int folds;

  @Option(
      names = "--foldBy",
      paramLabel = "FIELD[:N]",
      description =
          "Keep rows with one value of a field in one part, such as all of an issue, or with the same first N"
              + " characters of it. Default: rows are dealt one by one; equal texts stay together.")
  private @Nullable String foldBy;

  @Override
  public Integer call() throws IOException {
    Path model = output;
    UserError.throwIfAny(problems(model));
    for (Path file : input) {
      if (!Files.exists(file)) {
        throw new UserError(ExitCode.NO_INPUT, "--input=" + file + ": there is no such file");
      }
    }
    ProgressMeter meter = ProgressMeter.onStandardError(input.size(), System.nanoTime());
    boolean terminal = Boolean.getBoolean("winnow.terminal");
    Consumer<String> progress =
        state -> meter.stage(terminal ? state : state.replaceFirst("^(cleaning|reading) .*", "$1"));
    Trained trained;
    try {
      GroupField group = foldBy == null ? null : GroupField.parse(foldBy);
      List<LabelledText> rows = LabelledRows.read(input, group, progress);
      requireEnough(rows);
      trained = new SectionTrainer(folds, progress).train(rows);
    } catch (ConfigException e) {
      meter.end();
      throw new UserError(ExitCode.USAGE, e.getMessage());
    }
    byte[] bytes = ModelFile.bytes(trained.model());
    NewFile.write(model, bytes);
    meter.end();
    warn(trained);
    PrintWriter out = spec.commandLine().getOut();
    new TrainReport(out).print(trained);
    out.printf(
        Locale.ROOT,
        "%ntrained model=%s rows=%d labels=%d accuracy=%.4f sha256=%s%n",
        model,
        trained.model().facts().rows(),
        trained.model().labels().size(),
        trained.validation().accuracy(),
        ModelFile.sha256(bytes));
    return ExitCode.OK.code();
  }

  private List<String> problems(@Nullable Path model) throws IOException {
    List<String> problems = new ArrayList<>();
    for (Path file : input) {
      if (Files.exists(file) && (!Files.isReadable(file) || Files.isDirectory(file))) {
        problems.add("--input must be a readable file; was: " + file);
      }
    }
    if (folds < 2 || folds > 20) {
      problems.add("--folds must be 2 to 20; was: " + folds);
    }
    if (foldBy != null) {
      try {
        GroupField.parse(foldBy);
      } catch (IllegalArgumentException e) {
        problems.add("--foldBy " + e.getMessage() + "; was: " + foldBy);
      }
    }
    String unwritable = NewFile.problem(model);
    if (!unwritable.isEmpty()) {
      problems.add("--output " + unwritable + "; was: " + model);
    }
    return problems;
  }

  private void requireEnough(List<LabelledText> rows) {
    long labels = rows.stream().map(LabelledText::label).distinct().count();
    if (labels < 2) {
      throw unfit(
          "rows of at least two labels are needed; there are %d rows of %d labels"
              .formatted(rows.size(), labels));
    }
    if (labels > ModelFile.MAX_LABELS) {
      throw unfit("there are %d labels, at most %d fit".formatted(labels, ModelFile.MAX_LABELS));
    }
    long groups = rows.stream().map(LabelledText::group).distinct().count();
    if (groups < folds) {
      throw unfit(
          "%d folds need as many rows, or values of --foldBy; there are %d"
              .formatted(folds, groups));
    }
  }

  private static ConfigException unfit(String problem) {
    return new ConfigException(List.of(problem));
  }

  /** A label with hardly a row in each part is neither learned nor measured. */
  private void warn(Trained trained) {
    List<OfLabel> few =
        trained.validation().byLabel().stream()
            .filter(label -> label.rows() < Math.max(TrainReport.FEW_ROWS, folds))
            .toList();
    if (!few.isEmpty()) {
      LOG.warning(
          "%d of %d labels have fewer than %d rows, too few to learn: %s%s"
              .formatted(
                  few.size(),
                  trained.model().labels().size(),
                  Math.max(TrainReport.FEW_ROWS, folds),
                  String.join(
                      ", ",
                      few.stream()
                          .limit(10)
                          .map(label -> label.label() + " (" + label.rows() + ")")
                          .toList()),
                  few.size() > 10 ? " and more" : ""));
    }
  }
}
