package io.winnow.pipeline;

import io.winnow.log.Event;
import io.winnow.publish.History;
import io.winnow.publish.Manifest;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.read.DumpReader;
import io.winnow.replay.Dumps;
import io.winnow.replay.Rejected;
import io.winnow.replay.ReplayPlan;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files of rejects that are run again; of their pieces only those go on. */
final class ReplayInput implements RunInput {
  private static final Logger LOG = Logger.getLogger(ReplayInput.class.getName());

  /** Sources that a message names. */
  private static final int SHOWN = 10;

  private final CurateOptions options;
  private final List<String> beamArgs;
  private final Set<String> reasons;
  private final RunChoice choice;
  private @Nullable Storage storage;
  private @Nullable Dumps dumps;
  private @Nullable ReplayPlan planned;

  /**
   * @param reasons of rejects that are run again
   * @param choice of the runs whose rejects are
   */
  ReplayInput(CurateOptions options, List<String> beamArgs, Set<String> reasons, RunChoice choice) {
    this.options = options;
    this.beamArgs = beamArgs;
    this.reasons = reasons;
    this.choice = choice;
  }

  @Override
  public List<String> places() throws IOException {
    List<String> places = new ArrayList<>(options.places());
    OutputStore output = Storage.of(beamArgs, places).output(options.output);
    List<PublishedRun> runs = PublishedRuns.read(output).all();
    choice.requireIn(runs, options.output);
    for (PublishedRun run : options.input.isEmpty() ? runs : List.<PublishedRun>of()) {
      String input = run.manifest().options().getOrDefault("input", "");
      if (!input.isEmpty()) {
        places.addAll(List.of(input.split(",")));
      }
    }
    return places;
  }

  @Override
  public void prepare(Storage files, OutputStore output) throws Exception {
    storage = files;
    dumps =
        new StoredDumps(
            new DumpReader(Limits.of(options.limits).read()), options.privacy.masker(), output);
    if (!options.input.isEmpty()) {
      MatchedInput.reportProblems(MatchedInput.match(options.input, files, output));
    }
  }

  /** What would be run again, of what is published now. */
  ReplayPlan plan(List<PublishedRun> runs) throws Exception {
    if (dumps == null || storage == null) {
      throw new IllegalStateException("not prepared");
    }
    @Nullable String input = options.input.isEmpty() ? null : String.join(",", options.input);
    try {
      return ReplayPlan.of(Rejected.find(runs, reasons, choice::has), runs, input, dumps);
    } catch (IOException | RuntimeException e) {
      throw storage.explained(e, options.output);
    }
  }

  @Override
  public Chosen choose(PublishedRuns published, History history) throws Exception {
    refuseToReplace(published);
    ReplayPlan plan =
        plan(
            published.all().stream()
                .filter(run -> run.manifest().sequence() < history.sequence())
                .toList());
    plan.leftLines().forEach(line -> LOG.warning("cannot be run again: " + line));
    if (plan.pieces().isEmpty() && !options.allowEmpty) {
      throw new UserError(
          ExitCode.NO_INPUT,
          plan.left().isEmpty()
              ? "nothing is a reject of " + String.join(", ", reasons) + " any more"
              : "none of the rejects can be run again:\n  "
                  + plan.leftLines().stream().limit(SHOWN).collect(Collectors.joining("\n  ")));
    }
    Event.named("replay-planned")
        .with("run", options.runId)
        .with("pieces", plan.pieces().size())
        .with("left", plan.left().size())
        .with("files", plan.files().size())
        .log(ReplayInput.class);
    planned = plan;
    return new Chosen(plan.files(), history, plan.selection());
  }

  /** Tells of rejects that are no pieces any more: their source is cut otherwise than before. */
  @Override
  public void published(OutputStore output, Manifest manifest) throws IOException {
    Set<String> ids = new HashSet<>();
    Set<String> sources = new HashSet<>();
    PublishedRun run = PublishedRuns.read(output).find(manifest.runId()).orElseThrow();
    for (Dataset<?> dataset : List.of(Dataset.ARTICLES, Dataset.DUPLICATES, Dataset.REJECTS)) {
      run.forEach(
          dataset,
          row -> {
            ids.add(row.get("id").toString());
            sources.add(row.get("source_uri").toString());
          },
          "id",
          "source_uri");
    }
    ReplayPlan plan = Objects.requireNonNull(planned, "nothing was chosen");
    long gone = plan.pieces().stream().filter(piece -> !isIn(piece, plan, ids, sources)).count();
    if (gone > 0) {
      LOG.warning(
          gone
              + " rejects were not found, because their sources are cut otherwise now; they stay where they are");
    }
  }

  private static boolean isIn(
      Rejected piece, ReplayPlan plan, Set<String> ids, Set<String> sources) {
    return ids.contains(piece.id())
        || plan.unread().contains(piece.sourceUri()) && sources.contains(piece.sourceUri());
  }

  /** A run that read its files itself would lose what it has of them. */
  private void refuseToReplace(PublishedRuns published) {
    Optional<PublishedRun> before =
        options.runId == null ? Optional.empty() : published.find(options.runId);
    if (before.isPresent() && !before.get().manifest().isReplay()) {
      throw new UserError(
          ExitCode.USAGE,
          "run " + options.runId + " is published and no replay: give another --runId");
    }
  }
}
