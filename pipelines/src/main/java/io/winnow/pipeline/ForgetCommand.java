package io.winnow.pipeline;

import io.winnow.cluster.DeadJobs;
import io.winnow.forget.Tombstone;
import io.winnow.forget.Tombstones;
import io.winnow.page.RunPages;
import io.winnow.publish.ForgottenTexts;
import io.winnow.publish.Lease;
import io.winnow.publish.Manifest;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRuns;
import io.winnow.publish.Publisher;
import io.winnow.publish.Staging;
import io.winnow.publish.Switch;
import io.winnow.takedown.AmbiguousName;
import io.winnow.takedown.Name;
import io.winnow.takedown.Removal;
import io.winnow.takedown.Search;
import io.winnow.takedown.Takedown;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow forget}: takes a text down, everywhere, and keeps it out. */
@Command(
    name = "forget",
    description = {
      "Removes one text from everything that is published: the article, its duplicates, rejects that hold it, and what"
          + " reports and digests show of it; all in one step, recorded in the manifests of the runs that change.",
      "A tombstone without a word of the text keeps it out from then on: when a later run reads it again, or a copy"
          + " with a few changes, the piece becomes an empty reject of reason `forgotten`.",
      "An id, or the first digits of one, stands for that text and its copies wherever they were published; a URL for"
          + " all texts that were published there, and for those that will be.",
      "What it cannot reach (dumps, backups, copies elsewhere, an endpoint of a model) is listed in docs/takedown.md."
    },
    footer = {
      "",
      "Examples:",
      "  ./winnow forget --output=out --dry-run 9b1deb4d3b",
      "  ./winnow forget --output=out 9b1deb4d3b --reason='request 2026-17'",
      "  ./winnow forget --output=out 'https://example.org/a.html'",
      "  ./winnow forget --output=out --list",
      "  ./winnow forget --output=out --undo=9b1deb4d3b",
      "",
      "Exit codes: 0 removed, or forgotten already; 2 wrong usage; 3 nothing of that name is published; 5 another"
          + " command holds the output. A command that was cut off is harmless: give it again.",
      "The last line on standard output is: forgotten texts=N articles=N duplicates=N rejects=N runs=N"
    })
final class ForgetCommand implements Callable<Integer> {
  /** What the lease is taken for. */
  private static final String LEASE = "forget";

  /** Disk that is needed beside what is written. */
  private static final long RESERVE_BYTES = 64L << 20;

  @Spec private CommandSpec spec;
  @Mixin private BucketOptions bucket = new BucketOptions();

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder, s3://BUCKET/PREFIX or hdfs://HOST:PORT/FOLDER that runs were published into.")
  private String output = "";

  @Parameters(
      arity = "0..*",
      paramLabel = "ID|URL",
      description = "What to take down; several go in one step.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description =
          "Why, for those who ask later, such as the number of a request. It is kept: name nobody in it. Default: none.")
  private @Nullable String reason;

  @Option(
      names = "--dry-run",
      description = "Only tell what would go and what would stay, with titles; change nothing.")
  private boolean dryRun;

  @Option(
      names = "--always",
      description =
          "Keep a URL or a whole id out, too, when nothing of that name is published (yet). Default: end with 3.")
  private boolean always;

  @Option(names = "--list", description = "List what was taken down: id, day, pieces, reason.")
  private boolean list;

  @Option(
      names = "--undo",
      paramLabel = "ID",
      description =
          "Lift the tombstone of that id. The text comes back only when its source is read again (--inputs=all).")
  private @Nullable String undo;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "Day of the takedown, as it is recorded. Default: today, UTC.")
  private @Nullable String date;

  @Option(
      names = "--lockWait",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "How long to wait for another command that holds the output before ending with 5. Default: ${DEFAULT-VALUE}.")
  private int lockWait;

  @Override
  public Integer call() throws Exception {
    List<String> problems = new ArrayList<>();
    List<Name> wanted = wanted(problems);
    LocalDate day = day(problems);
    if (lockWait < 0) {
      problems.add("--lockWait must be at least 0; was: " + lockWait);
    }
    int kinds = (list ? 1 : 0) + (undo == null ? 0 : 1) + (names.isEmpty() ? 0 : 1);
    if (kinds != 1) {
      problems.add("give ids or URLs to take down, or --list, or --undo=ID: one of the three");
    }
    UserError.throwIfAny(problems);
    Storage storage = bucket.storageOfBeam(output);
    try {
      OutputStore store = storage.output(output);
      if (store.published().isEmpty()) {
        throw new UserError(ExitCode.NO_INPUT, "nothing is published in " + output);
      }
      if (list) {
        list(ForgottenTexts.of(store).tombstones());
      } else if (dryRun && undo == null) {
        show(store, wanted, day);
      } else {
        store.prepare();
        try (Lease lease = Lease.acquire(store, LEASE, Duration.ofSeconds(lockWait))) {
          // First of all, because these refuse an output of a newer Winnow.
          PublishedRuns.read(store);
          ForgottenTexts.of(store);
          DeadJobs.end(store);
          Staging.clear(store, lease);
          if (undo == null) {
            forget(store, wanted, day, lease);
          } else {
            lift(store, day, lease);
          }
        }
      }
    } catch (AmbiguousName e) {
      throw new UserError(ExitCode.USAGE, e.getMessage());
    } catch (IOException e) {
      throw storage.explained(e, output);
    }
    return ExitCode.OK.code();
  }

  private List<Name> wanted(List<String> problems) {
    List<Name> wanted = new ArrayList<>();
    for (String name : names) {
      try {
        wanted.add(Name.of(name));
      } catch (IllegalArgumentException e) {
        problems.add(e.getMessage());
      }
    }
    return wanted;
  }

  private LocalDate day(List<String> problems) {
    try {
      return date == null
          ? LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC)
          : LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      problems.add("--date must be YYYY-MM-DD; was: " + date);
      return LocalDate.EPOCH;
    }
  }

  private void list(Tombstones known) {
    PrintWriter out = spec.commandLine().getOut();
    for (Tombstone each : known.tombstones()) {
      out.printf(
          Locale.ROOT,
          "%s  %s  %d pieces%s%s%n",
          each.id(),
          each.date(),
          each.ids().size(),
          each.urls().isEmpty() ? "" : ", and its URL",
          each.reason() == null ? "" : "  " + each.reason());
    }
    out.printf(Locale.ROOT, "forgotten tombstones=%d%n", known.tombstones().size());
  }

  private void show(OutputStore store, List<Name> wanted, LocalDate day)
      throws AmbiguousName, IOException {
    Tombstones known = ForgottenTexts.of(store).tombstones();
    Removal removal = search(PublishedRuns.read(store), known, wanted, day);
    Takedown takedown =
        new Takedown(store, CommandPages.of(store, removal.published()), Version.winnow());
    TakedownText text = new TakedownText(spec.commandLine().getOut());
    text.rows(removal);
    text.pages(takedown.struck(removal), takedown.refused(removal, known));
    text.notes(removal);
    text.total("would be forgotten", removal);
  }

  private void forget(OutputStore store, List<Name> wanted, LocalDate day, Lease lease)
      throws Exception {
    Tombstones known = ForgottenTexts.of(store).tombstones();
    PublishedRuns runs = PublishedRuns.read(store);
    RunPages pages = CommandPages.of(store, runs);
    Publisher views = new Publisher(store, lease, List.of(), pages);
    views.refreshViews();
    Removal removal = search(runs, known, wanted, day);
    TakedownText text = new TakedownText(spec.commandLine().getOut());
    if (!removal.tombstones().isEmpty()) {
      store.requireRoom(RESERVE_BYTES + bytes(removal));
      new Takedown(store, pages, Version.winnow()).run(removal, known, day, lease);
      views.refreshViews();
      text.ids(removal);
    }
    text.notes(removal);
    text.total("forgotten", removal);
  }

  /** Names that are forgotten already need nothing more; others must stand for something. */
  private Removal search(PublishedRuns runs, Tombstones known, List<Name> wanted, LocalDate day)
      throws AmbiguousName, IOException {
    OtherFingerprints.refuse(runs, "", output, List.of());
    Removal removal = new Search(runs, known, day, reason, Version.winnow()).find(wanted, always);
    List<String> unknown =
        removal.missing().stream()
            .filter(name -> !always && !isForgotten(name, known))
            .map(Name::typed)
            .toList();
    if (!unknown.isEmpty()) {
      throw new UserError(
          ExitCode.NO_INPUT,
          "nothing that is published has that id or URL: "
              + String.join(", ", unknown)
              + "; nothing was changed (--always keeps a URL or a whole id out all the same)");
    }
    return removal;
  }

  private static boolean isForgotten(Name name, Tombstones known) {
    return name instanceof Name.Id id
        ? !known.ofId(id.prefix()).isEmpty()
        : known.ofUrl(name.typed()).isPresent();
  }

  private void lift(OutputStore store, LocalDate day, Lease lease) throws Exception {
    ForgottenTexts forgotten = ForgottenTexts.of(store);
    List<Tombstone> found = forgotten.tombstones().ofId(undo);
    if (found.size() != 1) {
      throw new UserError(
          found.isEmpty() ? ExitCode.NO_INPUT : ExitCode.USAGE,
          "--undo: "
              + (found.isEmpty() ? "no takedown has that id: " : "several takedowns have that id: ")
              + undo
              + "; --list shows all");
    }
    Tombstone lifted = found.get(0);
    PrintWriter out = spec.commandLine().getOut();
    if (dryRun) {
      out.printf(Locale.ROOT, "would lift %s of %s%n", lifted.id(), lifted.date());
      return;
    }
    try (Staging staging = forgotten.stage(forgotten.tombstones().without(lifted), day)) {
      new Switch().to(ForgottenTexts.NAME, staging.folder()).publish(store, lease);
    }
    Staging.clear(store, lease);
    out.printf(Locale.ROOT, "lifted %s of %s%n", lifted.id(), lifted.date());
  }

  private static long bytes(Removal removal) {
    return removal.runs().stream()
        .map(run -> run.run().manifest())
        .flatMap(run -> run.datasets().values().stream())
        .flatMap(facts -> facts.files().stream())
        .mapToLong(Manifest.DataFile::bytes)
        .sum();
  }
}
