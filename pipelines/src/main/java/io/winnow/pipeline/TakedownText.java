package io.winnow.pipeline;

import io.winnow.publish.PublishedRun;
import io.winnow.takedown.Removal;
import io.winnow.takedown.RunRemoval;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells people what a takedown removes. */
final class TakedownText {
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}]");

  private final PrintWriter out;

  TakedownText(PrintWriter out) {
    this.out = out;
  }

  /** Every row that goes, with its title, so that one sees whether it is what was meant. */
  void rows(Removal removal) throws IOException {
    for (RunRemoval run : removal.runs()) {
      rows(run, Dataset.ARTICLES, "article", run.articles());
      rows(run, Dataset.DUPLICATES, "duplicate", run.duplicates());
      rows(run, Dataset.REJECTS, "reject", run.rejects());
    }
    removal.expired().forEach(id -> out.println("expired   " + id + "  fingerprint"));
  }

  private void rows(RunRemoval removal, Dataset<?> dataset, String what, Set<String> ids)
      throws IOException {
    if (ids.isEmpty()) {
      return;
    }
    PublishedRun run = removal.run();
    run.forEach(
        dataset,
        row -> {
          if (ids.contains(row.get("id").toString())) {
            Object title = row.get("title");
            out.printf(
                Locale.ROOT,
                "%-9s %s  run %s  %s#%s  %s%n",
                what,
                row.get("id"),
                run.manifest().runId(),
                shown(row.get("source_uri")),
                row.get("source_ordinal"),
                title == null ? "" : shown(title));
          }
        },
        "id",
        "title",
        "source_uri",
        "source_ordinal");
  }

  /** What went, by id alone: this may end up in a log. */
  void ids(Removal removal) {
    for (RunRemoval run : removal.runs()) {
      out.printf(
          Locale.ROOT,
          "run %s: articles=%d duplicates=%d rejects=%d%n",
          run.run().manifest().runId(),
          run.articles().size(),
          run.duplicates().size(),
          run.rejects().size());
    }
    removal.expired().forEach(id -> out.println("expired: " + id));
    removal.tombstones().forEach(each -> out.println("tombstone " + each.id()));
  }

  /** Pages that change with the rows of other runs. */
  void pages(List<PublishedRun> struck, List<PublishedRun> refused) {
    struck.forEach(run -> out.println("report    of run " + run.manifest().runId()));
    refused.forEach(run -> out.println("refused   " + run.folder()));
    out.println("digests   of the weeks, months and days of these runs are rendered again");
  }

  /** What stays, and what this cannot reach. */
  void notes(Removal removal) {
    removal
        .staying()
        .forEach(
            other ->
                out.printf(
                    Locale.ROOT,
                    "stays     %s of run %s: another text at the same URL (name the URL, and all go)%n",
                    other.id(),
                    other.runId()));
    if (removal.published().all().stream().anyMatch(TakedownText::askedModel)) {
      out.println(
          "stays     answers of a model in the folders of --llmCache, and what its endpoint keeps");
    }
  }

  private static boolean askedModel(PublishedRun run) {
    return "llm".equals(run.manifest().options().get("summarizer"));
  }

  void total(String done, Removal removal) {
    out.printf(
        Locale.ROOT,
        "%s texts=%d articles=%d duplicates=%d rejects=%d runs=%d%n",
        done,
        removal.texts(),
        removal.articles(),
        removal.duplicates(),
        removal.rejects(),
        removal.runs().size());
  }

  private static String shown(Object text) {
    return CONTROLS.matcher(text.toString()).replaceAll("\uFFFD");
  }
}
