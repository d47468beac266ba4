package io.winnow.explain;

import io.winnow.publish.ExpiredRun;
import io.winnow.publish.ExpiredRuns;
import io.winnow.schema.Fingerprint;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What is still known of articles and duplicates whose run was removed: their fingerprints. */
final class ExpiredPieces {
  private static final List<String> COLUMNS =
      List.of("run_id", "id", "kept", "cluster_id", "source_uri", "source_ordinal", "url", "title");

  private final ExpiredRuns runs;

  ExpiredPieces(ExpiredRuns runs) {
    this.runs = runs;
  }

  /** Whether the run was removed. */
  boolean isOfRun(String run) {
    return runs.find(run).isPresent();
  }

  /** Tells of the first piece that the question names; false where there is none. */
  boolean tell(Question question, Telling telling) throws IOException {
    Fingerprint[] found = new Fingerprint[1];
    runs.forEachWith(
        COLUMNS,
        Dataset.FINGERPRINTS,
        row -> {
          if (found[0] == null && isMeant(question, row)) {
            found[0] = row;
          }
        });
    if (found[0] == null) {
      return false;
    }
    tell(found[0], telling);
    telling.end();
    return true;
  }

  private void tell(Fingerprint row, Telling telling) throws IOException {
    Optional<ExpiredRun> run = runs.find(row.getRunId());
    telling.answer(
        (row.getKept() ? "Article " : "Duplicate ")
            + Row.brief(row.getId())
            + " "
            + Words.quoted(row.getTitle(), 80)
            + " was read by run "
            + row.getRunId()
            + run.map(each -> " of " + each.date()).orElse("")
            + ". It was removed with it by expire"
            + run.map(each -> " on " + each.expired().substring(0, 10)).orElse("")
            + "; its fingerprint is kept, so the same text is still known for a duplicate.");
    telling.section("expired", "What is kept of it");
    telling.fact("run", "run", row.getRunId());
    telling.fact("id", "id", row.getId());
    telling.fact("source", "stood in", row.getSourceUri() + "#" + row.getSourceOrdinal());
    if (row.getUrl() != null) {
      telling.fact("url", "url", row.getUrl());
    }
    if (!row.getKept()) {
      telling.fact("cluster", "repeated", row.getClusterId());
    }
  }

  private static boolean isMeant(Question question, Fingerprint row) {
    if (question instanceof Question.Id id) {
      return row.getId().startsWith(id.prefix());
    } else if (question instanceof Question.Url url) {
      return row.getUrl() != null && Question.Url.keyOf(row.getUrl()).equals(url.key());
    } else if (question instanceof Question.Piece piece) {
      return row.getSourceUri().equals(piece.source()) && row.getSourceOrdinal() == piece.ordinal();
    }
    return question instanceof Question.Source source
        && row.getTitle().equalsIgnoreCase(source.source());
  }
}
