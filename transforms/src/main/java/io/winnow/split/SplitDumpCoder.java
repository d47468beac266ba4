package io.winnow.split;

import io.winnow.run.RecordCoder;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.ListCoder;

/** Carries what a dump was split into, where it does not go on within one worker. */
final class SplitDumpCoder extends AtomicCoder<SplitDump> {
  static final SplitDumpCoder INSTANCE = new SplitDumpCoder();

  private static final Coder<List<Piece>> PIECES = ListCoder.of(RecordCoder.of(Piece.class));
  private static final Coder<List<Reject>> REJECTS = ListCoder.of(RecordCoder.of(Reject.class));
  private static final Coder<LedgerEntry> LEDGER = RecordCoder.of(LedgerEntry.class);
  private static final long serialVersionUID = 1;

  private SplitDumpCoder() {}

  @Override
  public void encode(SplitDump dump, OutputStream out) throws IOException {
    PIECES.encode(dump.pieces(), out);
    REJECTS.encode(dump.rejects(), out);
    LEDGER.encode(dump.ledger(), out);
  }

  @Override
  public SplitDump decode(InputStream in) throws IOException {
    return new SplitDump(PIECES.decode(in), REJECTS.decode(in), LEDGER.decode(in));
  }

  private Object readResolve() {
    return INSTANCE;
  }
}
