package io.winnow.pipeline;

import io.winnow.publish.Gate;
import io.winnow.publish.GateOnArticles;
import io.winnow.publish.GateOnDrop;
import io.winnow.publish.GateOnOrphans;
import io.winnow.publish.GateOnRejects;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code curate} that say when a run is not fit to be published. */
final class GateOptions {
  /** Digits are few, so that no number is a burden. */
  private static final Pattern SHARE = Pattern.compile("\\d{0,3}(\\.\\d{1,9})?%?");

  @Option(
      names = "--maxRejects",
      paramLabel = "SHARE",
      description =
          "Refuse to publish (exit 4) when more than this share of the pieces are rejects: 0 to 1, or 0%% to 100%%."
              + " Default: only when all are.")
  @Nullable String maxRejects;

  @Option(
      names = "--minArticles",
      paramLabel = "N",
      description =
          "Refuse to publish (exit 4) a run of fewer articles. Unchanged files, which --inputs=new skips, have none."
              + " Default: off.")
  @Nullable Long minArticles;

  @Option(
      names = "--maxDrop",
      paramLabel = "SHARE",
      description =
          "Refuse to publish (exit 4) when the input yields less than the run before by more than this share: 0 to 1,"
              + " or 0%% to 100%%. Articles and duplicates count, and unchanged files with what they yielded when they"
              + " were read. Default: off.")
  @Nullable String maxDrop;

  @Option(
      names = "--orphans",
      paramLabel = "refuse|publish",
      defaultValue = "refuse",
      description =
          "When a run that is run again would lose articles that duplicates of other runs repeat: refuse to publish"
              + " (exit 4), or publish the best of those duplicates in their place, each in its own run. Default:"
              + " ${DEFAULT-VALUE}.")
  String orphans = "refuse";

  @Option(
      names = "--keepRefused",
      description =
          "Keep a run that a gate refused in DIR/_refused/ID.<time>, with a report that says why: the last one of an"
              + " id, and the last 5 of all. Default: nothing is kept.")
  boolean keepRefused;

  /** Everything wrong with them, for people. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    checkShare(problems, "--maxRejects", maxRejects);
    checkShare(problems, "--maxDrop", maxDrop);
    if (!List.of("refuse", "publish").contains(orphans)) {
      problems.add("--orphans must be refuse or publish; was: " + orphans);
    }
    if (minArticles != null && minArticles < 1) {
      problems.add("--minArticles must be at least 1; was: " + minArticles);
    }
    return problems;
  }

  /** The gates that they ask for, between those that are always there. */
  List<Gate> gates() {
    List<Gate> gates = new ArrayList<>(List.of(Gate.somethingKept()));
    if (maxRejects != null) {
      gates.add(new GateOnRejects(share(maxRejects)));
    }
    if (minArticles != null) {
      gates.add(new GateOnArticles(minArticles));
    }
    if (maxDrop != null) {
      gates.add(new GateOnDrop(share(maxDrop)));
    }
    if (!publishesOrphans()) {
      gates.add(new GateOnOrphans());
    }
    return gates;
  }

  /** Whether duplicates take the place of originals that are gone. */
  boolean publishesOrphans() {
    return orphans.equals("publish");
  }

  private static void checkShare(List<String> problems, String name, @Nullable String value) {
    if (value != null && !isShare(value)) {
      problems.add(name + " must be a share, 0 to 1 or 0% to 100%; was: " + value);
    }
  }

  private static boolean isShare(String value) {
    return SHARE.matcher(value).matches() && value.matches(".*\\d.*") && share(value) <= 1;
  }

  private static double share(String value) {
    return value.endsWith("%")
        ? new BigDecimal(value.substring(0, value.length() - 1)).movePointLeft(2).doubleValue()
        : Double.parseDouble(value);
  }
}
