package io.winnow.pipeline;

import io.winnow.cluster.Cluster;
import io.winnow.cluster.ClusterJob;
import io.winnow.cluster.DeadJobs;
import io.winnow.dedupe.BorderlinePair;
import io.winnow.dedupe.BorderlinePairCoder;
import io.winnow.dedupe.DedupeSpec;
import io.winnow.dedupe.RecallJudge;
import io.winnow.dedupe.RecallSample;
import io.winnow.dedupe.RecallSampleCoder;
import io.winnow.forget.KeepOut;
import io.winnow.log.Event;
import io.winnow.page.Digest;
import io.winnow.page.Digests;
import io.winnow.page.RunFacts;
import io.winnow.page.RunFactsCollector;
import io.winnow.page.RunPages;
import io.winnow.privacy.PersonalDataMasker;
import io.winnow.publish.Companions;
import io.winnow.publish.FinishedJob;
import io.winnow.publish.ForgottenTexts;
import io.winnow.publish.History;
import io.winnow.publish.Lease;
import io.winnow.publish.Manifest;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRuns;
import io.winnow.publish.Publisher;
import io.winnow.publish.ScratchFolder;
import io.winnow.publish.Staging;
import io.winnow.read.SourceFile;
import io.winnow.replay.Supersession;
import io.winnow.run.RunInfo;
import io.winnow.run.StageMeter;
import io.winnow.summarize.Claim;
import io.winnow.tag.unknown.UnknownTerm;
import io.winnow.tag.unknown.UnknownTermCoder;
import io.winnow.write.BeamStore;
import io.winnow.write.Receipt;
import io.winnow.write.WriteAside;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * One execution of {@code curate} or {@code replay}: match, take the lease, run the job, publish,
 * render.
 *
 * <p>Everything that can be wrong with options, configuration, input and output is found before a
 * byte of data is read.
 */
final class CurateRun {
  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("'r'yyyyMMdd't'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Disk that a run needs beside what it writes. */
  private static final long RESERVE_BYTES = 64L << 20;

  /** With less disk than this left, it was the disk that failed a job. */
  private static final long LEAST_BYTES = 8L << 20;

  private final CurateOptions options;
  private final RunInput input;
  private final List<String> beamArgs;
  private final PrintWriter out;
  private final Clock clock;
  private final FlinkTarget target;

  /** Known once the job has ended, before the report is written. */
  private List<BorderlinePair> pairs = List.of();

  private RecallSample recall = RecallSample.NONE;

  private List<UnknownTerm> unknownTerms = List.of();

  private boolean isFloor;

  /** Where the job runs; null where that is this process. */
  private @Nullable Cluster cluster;

  private CurateRun(
      CurateOptions options, RunInput input, List<String> beamArgs, PrintWriter out, Clock clock) {
    this.options = options;
    this.input = input;
    this.beamArgs = beamArgs;
    this.out = out;
    this.clock = clock;
    this.target = FlinkTarget.of(beamArgs);
  }

  /** The same rows without Beam, as the floor that {@code bench} compares a run with. */
  static CurateRun floorOf(CurateOptions options, PrintWriter out) {
    CurateRun run =
        new CurateRun(options, new MatchedInput(options), List.of(), out, Clock.systemUTC());
    run.isFloor = true;
    return run;
  }

  /** A run by options that were checked. */
  static CurateRun of(CurateOptions options, List<String> beamArgs, PrintWriter out) {
    return of(options, new MatchedInput(options), beamArgs, out);
  }

  /** The same of what {@code input} chooses. */
  static CurateRun of(
      CurateOptions options, RunInput input, List<String> beamArgs, PrintWriter out) {
    return new CurateRun(options, input, beamArgs, out, Clock.systemUTC());
  }

  ExitCode run() throws Exception {
    Instant started = clock.instant();
    long start = System.nanoTime();
    if (options.runId == null) {
      options.runId = RUN_ID.format(started);
    }
    Configuration configuration = Configuration.load(options);
    if (options.runner.equals("FlinkRunner")) {
      cluster = target.cluster().orElse(null);
    }
    Storage storage = Storage.of(beamArgs, input.places());
    OutputStore output = storage.output(options.output);
    input.prepare(storage, output);
    output.prepare();
    output.requireReplaceable(options.runId);
    Duration wait = Duration.ofSeconds(options.lockWait);
    try (Lease lease = Lease.acquire(output, options.runId, wait)) {
      return run(configuration, output, lease, started, start);
    }
  }

  private ExitCode run(
      Configuration configuration, OutputStore output, Lease lease, Instant started, long start)
      throws Exception {
    PublishedRuns before = PublishedRuns.read(output);
    refuseExpired(before);
    if (!options.dedupe.equals("none")) {
      OtherFingerprints.refuse(before, options.runId, options.output, beamArgs);
    }
    RunInput.Chosen chosen = input.choose(before, before.historyFor(options.runId));
    History history = chosen.history();
    RunInfo run = new RunInfo(options.runId, date(history), history.sequence());
    List<SourceFile> files = chosen.files();
    long bytes = files.stream().mapToLong(SourceFile::bytes).sum();
    KeepOut keepOut = KeepOut.of(ForgottenTexts.of(output).tombstones());
    CurateSpecs specs =
        configuration
            .specs(run, CurateSpecs.textBytes(files), history.fingerprints(), keepOut)
            .with(chosen.selection(), chosen.superseded());

    Event.named("run-started")
        .with("run", run.id())
        .with("date", run.date())
        .with("sequence", run.sequence())
        .with("files", files.size())
        .with("bytes", bytes)
        .with("forgotten", keepOut.size())
        .with("output", output.location(""))
        .with("runner", options.runner)
        .with("version", Version.winnow())
        .log(CurateRun.class);
    RunPages pages = pages(output, specs);
    Publisher publisher =
        new Publisher(output, lease, options.gates.gates(), options.gates.keepRefused, pages)
            .with(companions(output, before, specs));
    publisher.refreshViews();
    ProgressMeter progress = ProgressMeter.onStandardError(files.size(), start);
    DeadJobs.end(output);
    try (Staging staging = Staging.begin(output, lease, run)) {
      output.requireRoom(RESERVE_BYTES + bytes);
      FinishedJob job = job(specs, files, history, staging, progress, started, start);
      progress.stage("publishing");
      Manifest manifest = publisher.publish(staging, job);
      progress.stage("rendering digests");
      publisher.refreshViews();
      progress.end();
      input.published(output, manifest);
      Event.named("published")
          .with("run", run.id())
          .with("files", files.size())
          .with("articles", manifest.count("articles"))
          .with("duplicates", manifest.count("duplicates"))
          .with("rejects", manifest.count("rejects"))
          .with("seconds", Math.round(since(start) * 10) / 10.0)
          .log(CurateRun.class);
      out.printf(
          Locale.ROOT,
          "published run=%s files=%d articles=%d duplicates=%d rejects=%d%n",
          run.id(),
          files.size(),
          manifest.count("articles"),
          manifest.count("duplicates"),
          manifest.count("rejects"));
      return ExitCode.OK;
    }
  }

  /** The runs that have to change with this one. */
  private Companions companions(OutputStore output, PublishedRuns before, CurateSpecs specs)
      throws IOException {
    if (!specs.superseded().isEmpty()) {
      return new Supersession(
          output, specs.superseded(), CommandPages.of(output, before), Version.winnow());
    }
    return options.gates.publishesOrphans() ? OrphanPromotion.of(output, specs) : Companions.none();
  }

  /** Its texts are remembered, so that all of them would be duplicates of themselves. */
  private void refuseExpired(PublishedRuns before) {
    before
        .expired()
        .find(options.runId)
        .ifPresent(
            run -> {
              throw new UserError(
                  ExitCode.USAGE,
                  "run %s was removed by expire on %s and cannot be run again: give another --runId"
                      .formatted(run.runId(), run.expired().substring(0, 10)));
            });
  }

  /** Runs the job; what it wrote lies in {@code staging}. */
  private FinishedJob job(
      CurateSpecs specs,
      List<SourceFile> files,
      History history,
      Staging staging,
      ProgressMeter progress,
      Instant started,
      long start)
      throws Exception {
    BeamStore store = new BeamStore(staging.location());
    StageMeter.reset();
    Map<String, Double> seconds = new TreeMap<>();
    seconds.put("start", since(start));
    long jobStart = System.nanoTime();
    Map<String, Long> metrics;
    try (ScratchFolder scratch = ScratchFolder.make("winnow-job")) {
      if (isFloor) {
        metrics = FloorJob.run(specs, files, history, store, RunnerOptions.workers(options));
      } else {
        PipelineOptions runner = RunnerOptions.of(options, beamArgs, target, scratch.path());
        if (cluster != null) {
          onCluster(runner.as(FlinkPipelineOptions.class), staging);
        }
        metrics = run(runner, specs, files, history, staging, progress);
      }
    } catch (Exception e) {
      staging.output().requireRoom(LEAST_BYTES);
      throw e;
    }
    seconds.put("job", since(jobStart));
    Event.named("job-finished")
        .with("run", options.runId)
        .with("seconds", Math.round(since(jobStart) * 10) / 10.0)
        .log(CurateRun.class);
    pairs = WriteAside.read(store, CuratePipeline.PAIRS, BorderlinePairCoder.INSTANCE);
    unknownTerms = WriteAside.read(store, CuratePipeline.UNKNOWN_TERMS, UnknownTermCoder.INSTANCE);
    recall =
        WriteAside.read(store, CuratePipeline.RECALL, RecallSampleCoder.INSTANCE).stream()
            .findFirst()
            .orElse(RecallSample.NONE);
    return new FinishedJob(
        files.isEmpty() ? List.of() : Receipt.read(store),
        files.stream().map(SourceFile::uri).toList(),
        history.runs(),
        options.forManifest(),
        Version.all(),
        metrics,
        started,
        seconds);
  }

  @SuppressWarnings("try") // the environment is for Flink to find
  private Map<String, Long> run(
      PipelineOptions runner,
      CurateSpecs specs,
      List<SourceFile> files,
      History history,
      Staging staging,
      ProgressMeter progress)
      throws Exception {
    Pipeline pipeline = Pipeline.create(runner);
    BeamStore store = new BeamStore(staging.location());
    CuratePipeline.build(pipeline, files, history.fingerprintFiles(), specs, store);
    Event.named("job-submitted")
        .with("run", options.runId)
        .with("master", isDirect() ? "[direct]" : target.master())
        .with("job", runner.getJobName())
        .with("parallelism", isDirect() ? RunnerOptions.workers(options) : flinkWorkers(runner))
        .log(CurateRun.class);
    try (Closeable environment = target.environment(runner.as(FlinkPipelineOptions.class));
        ClusterJob watched = announce(runner.getJobName(), staging)) {
      Duration limit = Duration.ofSeconds(options.maxRunTime);
      return new Job(pipeline, progress, limit, watched).run();
    }
  }

  private boolean isDirect() {
    return options.runner.equals("DirectRunner");
  }

  private static int flinkWorkers(PipelineOptions runner) {
    return runner.as(FlinkPipelineOptions.class).getParallelism();
  }

  private void onCluster(FlinkPipelineOptions runner, Staging staging) throws Exception {
    runner.setJobName(Cluster.newJobName(staging));
    if (options.parallelism == null && !target.master().equals(FlinkTarget.CONTEXT)) {
      runner.setParallelism(cluster.workers());
    }
  }

  private @Nullable ClusterJob announce(String job, Staging staging) throws IOException {
    return cluster == null
        ? null
        : cluster.announce(job, staging, Duration.ofSeconds(options.clusterTimeout));
  }

  private RunPages pages(OutputStore output, CurateSpecs specs) {
    return new RunPages(
        new Digests(output, new Digest(specs.labels(), Claim::of), options.digest.form()),
        specs.labels(),
        specs.dedupe() == null ? null : specs.dedupe().near(),
        facts -> compared(facts, specs.dedupe()));
  }

  private void compared(RunFactsCollector facts, @Nullable DedupeSpec dedupe) {
    pairs.forEach(pair -> facts.add(asFact(pair)));
    unknownTerms.forEach(facts::add);
    if (dedupe != null) {
      facts.judge(new RecallJudge(recall, dedupe, options.runId));
    }
  }

  /** A title may come from a run that masked nothing. */
  private RunFacts.Pair asFact(BorderlinePair pair) {
    PersonalDataMasker masker = options.privacy.masker();
    return new RunFacts.Pair(
        pair.jaccard(),
        pair.containment(),
        pair.margin(),
        pair.repeats(),
        new RunFacts.Pair.Side(pair.idA(), masker.mask(pair.titleA())),
        new RunFacts.Pair.Side(pair.idB(), masker.mask(pair.titleB())));
  }

  /** The given date, else that of the run that is replaced, else today. */
  private LocalDate date(History history) {
    LocalDate given = options.parsedDate();
    return given != null
        ? given
        : history.date().orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private static double since(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
