package io.winnow.explain;

import io.winnow.forget.Tombstone;
import io.winnow.forget.Tombstones;
import io.winnow.reject.RejectReason;
import java.util.Optional;

/** What tombstones say of a piece or a URL. */
record Forgotten(Tombstones tombstones) {
  /** Why a reject is one, where it was taken down; empty where its tombstone was lifted, too. */
  Optional<String> why(Row reject) {
    return reject.text("reason").equals(RejectReason.FORGOTTEN.column())
        ? tombstones.ofId(reject.id()).stream()
            .findFirst()
            .map(tombstone -> "its text " + said(tombstone))
        : Optional.empty();
  }

  /** The answer where nothing else is left of what is asked for. */
  Optional<String> answer(Question question) {
    Optional<Tombstone> found =
        question instanceof Question.Id id
            ? tombstones.ofId(id.prefix()).stream().findFirst()
            : question instanceof Question.Url url ? tombstones.ofUrl(url.url()) : Optional.empty();
    return found.map(
        tombstone ->
            "What has that name "
                + said(tombstone)
                + " `./winnow forget --output=DIR --undo="
                + tombstone.id()
                + "` lifts it.");
  }

  private static String said(Tombstone tombstone) {
    String reason = tombstone.reason();
    return "was taken down by request on "
        + tombstone.date()
        + (reason == null ? "" : " (" + Words.head(reason, 200) + ")")
        + "; nothing is kept of it but its place in its source.";
  }
}
