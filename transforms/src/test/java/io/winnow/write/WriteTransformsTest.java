package io.winnow.write;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.winnow.schema.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteTransformsTest {
  private static final WrittenFile FIRST =
      new WrittenFile("articles", "articles/a.parquet", 3, 400, new RowsHash(-1, 7), 1);
  private static final WrittenFile SECOND =
      new WrittenFile("rejects", "rejects/b.parquet", 0, 5_000_000_000L, RowsHash.NONE, 1);

  private @TempDir Path folder;

  @Test
  void writesOneReceiptOfAllFilesSortedByPath() throws IOException {
    Pipeline pipeline = Pipeline.create();
    pipeline
        .apply(Create.of(SECOND, FIRST).withCoder(WrittenFileCoder.of()))
        .apply(WriteReceipt.to(new BeamStore(folder.toString())));
    pipeline.run().waitUntilFinish();

    assertThat(Receipt.read(new PathStore(folder)), contains(FIRST, SECOND));
  }

  @Test
  void writesNoReceiptForNoFiles() throws IOException {
    Pipeline pipeline = Pipeline.create();
    pipeline
        .apply(Create.empty(WrittenFileCoder.of()))
        .apply(WriteReceipt.to(new BeamStore(folder.toString())));
    pipeline.run().waitUntilFinish();

    assertThat(Receipt.read(new PathStore(folder)), empty());
    assertThat(Receipt.read(new BeamStore(folder.toString())), empty());
  }

  @Test
  void readsTheRowsOfAllFiles() throws IOException {
    BeamStore store = new BeamStore(folder.resolve("历史 1").toString());
    Fingerprint a = SampleRows.fingerprint("a");
    Fingerprint b = SampleRows.fingerprint("b");
    String first = write(store, a);
    String second = write(store, b);

    Pipeline pipeline = Pipeline.create();
    PAssert.that(
            pipeline
                .apply(Create.of(first, second).withCoder(StringUtf8Coder.of()))
                .apply(ReadRows.of(Dataset.FINGERPRINTS, "history")))
        .containsInAnyOrder(a, b);
    pipeline.run().waitUntilFinish();
  }

  @Test
  void readsNothingFromNoFiles() {
    Pipeline pipeline = Pipeline.create();
    PAssert.that(
            pipeline
                .apply(Create.empty(StringUtf8Coder.of()))
                .apply(ReadRows.of(Dataset.FINGERPRINTS, "history")))
        .empty();
    pipeline.run().waitUntilFinish();
  }

  @Test
  void carriesWrittenFilesBetweenWorkersUnchanged() throws Exception {
    for (WrittenFile file : List.of(FIRST, SECOND)) {
      CoderProperties.coderDecodeEncodeEqual(WrittenFileCoder.of(), file);
      CoderProperties.coderDeterministic(
          WrittenFileCoder.of(),
          file,
          new WrittenFile(
              file.dataset(),
              file.path(),
              file.rows(),
              file.bytes(),
              file.rowsHash(),
              file.schemaVersion()));
    }
  }

  private static String write(BeamStore store, Fingerprint row) throws IOException {
    try (DatasetFiles files = new DatasetFiles(store, ParquetSpec.of("test"), "part-00000")) {
      files.write(Dataset.FINGERPRINTS, row);
      return store.folder() + "/" + files.finish().get(0).path();
    }
  }
}
