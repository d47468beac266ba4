package io.winnow.page;

import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes plain text of the links to reports that lie in a pack, where no link leads to. */
final class ReportLinks {
  private static final Pattern LINK =
      Pattern.compile("\\[((?:\\\\.|[^\\]\\\\])*)\\]\\(\\.\\./run=([a-z0-9._-]+)/report\\.md\\)");

  private final PublishedRuns runs;

  ReportLinks(PublishedRuns runs) {
    this.runs = runs;
  }

  /** A digest in Markdown without links to them. */
  String without(String digest) {
    return LINK.matcher(digest)
        .replaceAll(
            link ->
                Matcher.quoteReplacement(isPacked(link.group(2)) ? link.group(1) : link.group()));
  }

  private boolean isPacked(String runId) {
    return runs.find(runId).filter(PublishedRun::isPacked).isPresent();
  }
}
