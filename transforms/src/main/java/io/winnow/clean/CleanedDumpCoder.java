package io.winnow.clean;

import io.winnow.run.RecordCoder;
import io.winnow.schema.Draft;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Reject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.ListCoder;

/** Carries what became of a dump, where it does not go on within one worker. */
final class CleanedDumpCoder extends AtomicCoder<CleanedDump> {
  static final CleanedDumpCoder INSTANCE = new CleanedDumpCoder();

  private static final Coder<List<Draft>> DRAFTS = ListCoder.of(RecordCoder.of(Draft.class));
  private static final Coder<List<Reject>> REJECTS = ListCoder.of(RecordCoder.of(Reject.class));
  private static final Coder<LedgerEntry> LEDGER = RecordCoder.of(LedgerEntry.class);
  private static final long serialVersionUID = 1;

  private CleanedDumpCoder() {}

  @Override
  public void encode(CleanedDump dump, OutputStream out) throws IOException {
    DRAFTS.encode(dump.drafts(), out);
    REJECTS.encode(dump.rejects(), out);
    LEDGER.encode(dump.ledger(), out);
    DRAFTS.encode(dump.beside(), out);
  }

  @Override
  public CleanedDump decode(InputStream in) throws IOException {
    return new CleanedDump(
        DRAFTS.decode(in), REJECTS.decode(in), LEDGER.decode(in), DRAFTS.decode(in));
  }

  private Object readResolve() {
    return INSTANCE;
  }
}
