package io.winnow.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Writes the {@link Receipt} of all files that were written; none when there were no files.
 *
 * <p>All of them meet on one worker: some hundred bytes a file.
 */
public final class WriteReceipt extends PTransform<PCollection<WrittenFile>, PDone> {
  private final BeamStore staging;

  private WriteReceipt(BeamStore staging) {
    this.staging = staging;
  }

  /** Into that staging folder. */
  public static WriteReceipt to(BeamStore staging) {
    return new WriteReceipt(staging);
  }

  @Override
  public PDone expand(PCollection<WrittenFile> files) {
    files
        .apply(
            "OneKey", WithKeys.<Integer, WrittenFile>of(0).withKeyType(TypeDescriptors.integers()))
        .apply("Together", GroupByKey.create())
        .apply("Write", ParDo.of(new WriteReceiptFn(staging)));
    return PDone.in(files.getPipeline());
  }

  private static final class WriteReceiptFn extends DoFn<KV<Integer, Iterable<WrittenFile>>, Void> {
    private final BeamStore staging;

    WriteReceiptFn(BeamStore staging) {
      this.staging = staging;
    }

    @ProcessElement
    public void processElement(@Element KV<Integer, Iterable<WrittenFile>> files)
        throws IOException {
      List<WrittenFile> all = new ArrayList<>();
      files.getValue().forEach(all::add);
      Receipt.write(staging, all);
    }
  }
}
