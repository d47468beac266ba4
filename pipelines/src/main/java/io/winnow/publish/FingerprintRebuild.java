package io.winnow.publish;

import io.winnow.dedupe.Fingerprints;
import io.winnow.publish.Manifest.DataFile;
import io.winnow.publish.PublishException.OutputUnusable;
import io.winnow.publish.PublishException.RunRefused;
import io.winnow.schema.Fingerprint;
import io.winnow.story.SignArticles;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Computes the fingerprints of a published run anew, from the texts of its articles and duplicates;
 * nothing else of the run changes.
 *
 * <p>Rows keep what no text tells: {@code run_sequence}, {@code kept}, {@code cluster_id}, the own
 * URL, series, part and story; an article without a story signature of this version gets one. The
 * limit: lines that were dropped as learned boilerplate are not in the published text, so that an
 * article that lost some is from now on remembered without them; an exact copy with such lines is
 * then told as near, where it is long enough.
 *
 * <p>One file of fingerprints is held at a time, without its sketches; the texts are read once for
 * each.
 */
public final class FingerprintRebuild implements Parts<Fingerprint> {
  private static final ByteBuffer NO_SKETCH = ByteBuffer.allocate(0).asReadOnlyBuffer();

  private final PublishedRun run;
  private final List<DataFile> files;

  private FingerprintRebuild(PublishedRun run) {
    this.run = run;
    this.files = run.dataFiles(Dataset.FINGERPRINTS);
  }

  /**
   * Stages the run with the fingerprints of this version, to be published by the caller.
   *
   * @param winnowVersion of the program that rewrites
   */
  public static RunRewrite stage(OutputStore output, PublishedRun run, String winnowVersion)
      throws OutputUnusable, RunRefused, IOException {
    RunRewrite rewrite = RunRewrite.begin(output, run, winnowVersion);
    rewrite.replace(Dataset.FINGERPRINTS, new FingerprintRebuild(run));
    rewrite.fingerprintVersion(Fingerprints.VERSION);
    rewrite.seal("fingerprints of version " + Fingerprints.VERSION, null);
    return rewrite;
  }

  @Override
  public int count() {
    return files.size();
  }

  @Override
  public Stream<Fingerprint> rows(int number) throws IOException {
    Map<String, Fingerprint> rows = remembered(files.get(number));
    int renewed = renewArticles(rows) + renewDuplicates(rows);
    if (renewed != rows.size()) {
      throw new IOException(
          "run %s has %d fingerprints in %s, but texts of only %d of them"
              .formatted(run.manifest().runId(), rows.size(), files.get(number).path(), renewed));
    }
    return rows.values().stream();
  }

  private Map<String, Fingerprint> remembered(DataFile file) throws IOException {
    Map<String, Fingerprint> rows = new TreeMap<>();
    try (Stream<Fingerprint> old = run.rows(Dataset.FINGERPRINTS, file)) {
      old.forEach(
          row -> rows.put(row.getId(), Fingerprint.newBuilder(row).setSketch(NO_SKETCH).build()));
    }
    return rows;
  }

  private int renewArticles(Map<String, Fingerprint> rows) throws IOException {
    int[] renewed = {0};
    run.forEach(
        Dataset.ARTICLES,
        article -> {
          if (rows.computeIfPresent(
                  article.getId(),
                  (id, old) ->
                      SignArticles.signed(Fingerprints.again(old, article.getText()), article))
              != null) {
            renewed[0]++;
          }
        });
    return renewed[0];
  }

  private int renewDuplicates(Map<String, Fingerprint> rows) throws IOException {
    int[] renewed = {0};
    run.forEach(
        Dataset.DUPLICATES,
        duplicate -> {
          String text = duplicate.get("text").toString();
          if (rows.computeIfPresent(
                  duplicate.get("id").toString(), (id, old) -> Fingerprints.again(old, text))
              != null) {
            renewed[0]++;
          }
        },
        "id",
        "text");
    return renewed[0];
  }
}
