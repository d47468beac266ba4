package io.winnow.dedupe;

import com.dynatrace.hash4j.hashing.Hashing;
import io.winnow.schema.Verdict;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;

/** Writes down each verdict in a few numbers; {@link Tally} reads them. */
final class TallyFn extends DoFn<Verdict, Void> {
  private static final Coder<Verdict> VERDICTS = AvroCoder.of(Verdict.class);

  private final String folder;
  private transient DataOutputStream out;

  TallyFn(Path folder) {
    this.folder = folder.toString();
  }

  @StartBundle
  public void open() throws IOException {
    Path file = Path.of(folder, UUID.randomUUID().toString());
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  @ProcessElement
  public void process(@Element Verdict verdict) throws IOException {
    long[] id = MadeDrafts.read(verdict.getId());
    out.writeLong(id[0]);
    out.writeLong(id[1]);
    out.writeLong(id[2]);
    out.writeLong(MadeDrafts.read(verdict.getClusterId())[0]);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    VERDICTS.encode(verdict, bytes);
    out.writeLong(Hashing.komihash5_0().hashBytesToLong(bytes.toByteArray()));
  }

  @FinishBundle
  public void close() throws IOException {
    out.close();
  }
}
