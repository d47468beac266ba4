package io.winnow.split;

import io.winnow.read.SourceFile;
import io.winnow.read.SourceFormat;
import io.winnow.run.RunInfo;
import io.winnow.schema.LedgerEntry;

/** The ledger's row for a file that an earlier published run has read with the same content. */
final class Unchanged {
  private Unchanged() {}

  static LedgerEntry ledger(RunInfo run, SourceFile file, String sha256) {
    return LedgerEntry.newBuilder()
        .setRunId(run.id())
        .setSourceUri(file.uri())
        .setSha256(sha256)
        .setFileSha256(sha256)
        .setBytes(file.bytes())
        .setFormat(SourceFormat.UNKNOWN.column())
        .setStatus("unchanged")
        .setSplit(0)
        .setLines(0)
        .setLinesFrame(0)
        .build();
  }
}
