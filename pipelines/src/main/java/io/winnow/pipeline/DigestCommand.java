package io.winnow.pipeline;

import io.winnow.log.Event;
import io.winnow.page.Digest;
import io.winnow.page.Digests;
import io.winnow.page.Edition;
import io.winnow.page.Period;
import io.winnow.page.Period.By;
import io.winnow.page.RunPages;
import io.winnow.page.TaxonomyLabels;
import io.winnow.publish.ForgottenTexts;
import io.winnow.publish.Lease;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishException.OutputHeld;
import io.winnow.publish.PublishedRuns;
import io.winnow.publish.Publisher;
import io.winnow.publish.ViewsMark;
import io.winnow.summarize.Claim;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code winnow digest}: renders digests again from what is published. */
@Command(
    name = "digest",
    description = "Renders the digest of a period again, from what is published.")
final class DigestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private BucketOptions bucket = new BucketOptions();
  @Mixin private DigestOptions form = new DigestOptions();

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Folder or s3://BUCKET/PREFIX that runs were published into.")
  private String output = "";

  @Option(
      names = "--period",
      required = true,
      paramLabel = "PERIOD",
      description = "Week (2026-W07), month (2026-02), day (2026-02-16) or run (run:ID).")
  private String period = "";

  @Option(
      names = "--periodBy",
      paramLabel = "first_seen|published",
      description =
          "Which day of an article counts: the logical date of the run that published it, or its own date, where"
              + " undated ones stand in a section of their own by the date of their run; these digests are called"
              + " PERIOD.published.LANG.md. Default: first_seen.")
  private String periodBy = "first_seen";

  @Option(names = "--lang", paramLabel = "zh|en", description = "One edition only. Default: both.")
  private @Nullable String lang;

  @Option(
      names = "--taxonomy",
      paramLabel = "FILE",
      description = "Taxonomy whose labels are shown. Default: the built-in one.")
  private @Nullable Path taxonomy;

  @Override
  public Integer call() throws Exception {
    List<String> problems = new ArrayList<>();
    Period parsed = null;
    By by = By.FIRST_SEEN;
    switch (periodBy) {
      case "first_seen" -> {}
      case "published" -> by = By.PUBLISHED;
      default -> problems.add("--periodBy must be first_seen or published; was: " + periodBy);
    }
    try {
      parsed = Period.parse(period).countedBy(by);
    } catch (IllegalArgumentException e) {
      problems.add("--period: " + e.getMessage());
    }
    if (lang != null && !List.of("zh", "en").contains(lang)) {
      problems.add("--lang must be zh or en; was: " + lang);
    }
    problems.addAll(form.problems());
    UserError.throwIfAny(problems);
    Storage storage = bucket.storage(output);
    try {
      render(storage.output(output), parsed);
    } catch (IOException e) {
      throw storage.explained(e, output);
    }
    return ExitCode.OK.code();
  }

  private void render(OutputStore published, Period parsed) throws Exception {
    PublishedRuns runs = PublishedRuns.read(published);
    if (runs.all().isEmpty()) {
      throw new UserError(ExitCode.NO_INPUT, "nothing is published in " + output);
    }
    List<Edition> editions =
        lang == null
            ? List.of(Edition.values())
            : List.of(Edition.valueOf(lang.toUpperCase(Locale.ROOT)));
    TaxonomyLabels labels = new TaxonomyLabels(Configuration.taxonomy(taxonomy));
    Digest digest = new Digest(labels, Claim::of);
    Digests digests = new Digests(published, digest, form.form());
    dropForgotten(published, new RunPages(digests, labels, null, facts -> {}));
    digests
        .render(parsed, editions, runs)
        .forEach(file -> spec.commandLine().getOut().println(shown(published, file)));
  }

  /** A takedown that was cut off may have left its text in any digest. */
  private static void dropForgotten(OutputStore published, RunPages pages) throws Exception {
    if (published.published().containsKey(ForgottenTexts.NAME)
        && !new ViewsMark(published).isCurrent()) {
      try (Lease lease = Lease.acquire(published, "digest", Duration.ZERO)) {
        new Publisher(published, lease, List.of(), pages).refreshViews();
      } catch (OutputHeld e) {
        Event.named("views-left")
            .with("reason", "whoever holds the output renders them")
            .log(DigestCommand.class);
      }
    }
  }

  /** A path as the output was given. */
  private String shown(OutputStore published, String file) {
    return published.isLocal()
        ? Storage.path(output).resolve(file).toString()
        : published.location(file);
  }
}
