package io.winnow.forget;

import io.winnow.reject.RejectReason;
import io.winnow.schema.Article;
import io.winnow.schema.Duplicate;
import io.winnow.schema.Reject;

/**
 * Makes the rows that stand for what was taken down: with the place in the source, so that every
 * line of it is accounted for, and nothing that was read there. Size and checksum of the original
 * are not kept either: by them a guess could be tried.
 */
public final class ForgottenRejects {
  /** The step that is named in the row. */
  public static final String STAGE = "forget";

  private ForgottenRejects() {}

  /** In place of an article. */
  public static Reject of(Article row) {
    return empty()
        .setRunId(row.getRunId())
        .setFirstSeen(row.getFirstSeen())
        .setId(row.getId())
        .setSourceUri(row.getSourceUri())
        .setSourceFormat(row.getSourceFormat())
        .setSourceOrdinal(row.getSourceOrdinal())
        .setStartLine(row.getStartLine())
        .setEndLine(row.getEndLine())
        .setStartOffset(row.getStartOffset())
        .setEndOffset(row.getEndOffset())
        .setLines(row.getLines())
        .build();
  }

  /** In place of a duplicate. */
  public static Reject of(Duplicate row) {
    return empty()
        .setRunId(row.getRunId())
        .setFirstSeen(row.getFirstSeen())
        .setId(row.getId())
        .setSourceUri(row.getSourceUri())
        .setSourceFormat(row.getSourceFormat())
        .setSourceOrdinal(row.getSourceOrdinal())
        .setStartLine(row.getStartLine())
        .setEndLine(row.getEndLine())
        .setStartOffset(row.getStartOffset())
        .setEndOffset(row.getEndOffset())
        .setLines(row.getLines())
        .build();
  }

  /** In place of a reject. */
  public static Reject of(Reject row) {
    return empty()
        .setRunId(row.getRunId())
        .setFirstSeen(row.getFirstSeen())
        .setId(row.getId())
        .setSourceUri(row.getSourceUri())
        .setSourceFormat(row.getSourceFormat())
        .setSourceOrdinal(row.getSourceOrdinal())
        .setStartLine(row.getStartLine())
        .setEndLine(row.getEndLine())
        .setStartOffset(row.getStartOffset())
        .setEndOffset(row.getEndOffset())
        .setLines(row.getLines())
        .build();
  }

  private static Reject.Builder empty() {
    return Reject.newBuilder()
        .setStage(STAGE)
        .setReason(RejectReason.FORGOTTEN.column())
        .setOriginal("")
        .setOriginalBytes(0)
        .setOriginalSha256("");
  }
}
