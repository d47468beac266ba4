package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.winnow.dedupe.Fingerprints;
import io.winnow.schema.Fingerprint;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiryTest {
  private static final Instant AT = Instant.parse("2027-03-01T02:00:00Z");

  private @TempDir Path folder;
  private LocalOutput output;

  @BeforeEach
  void publishThreeRuns() throws Exception {
    output = LocalOutput.at(folder);
    SampleRun.of("r1", "a.txt").publish(output);
    SampleRun.of("r2", "b.txt", "c.txt").withSequence(2).publish(output);
    SampleRun.of("r3", "d.txt").withSequence(3).publish(output);
  }

  @Test
  void removesTheRunsAndRemembersThem() throws Exception {
    remove("r1", "r2");

    assertThat(
        output.names(""), containsInAnyOrder(".lease.lock", ".runs", "run=EXPIRED", "run=r3"));
    assertThat(output.names(".runs"), hasSize(2));
    ExpiredRuns expired = published().expired();
    assertThat(expired.all().stream().map(ExpiredRun::runId).toList(), contains("r1", "r2"));
    assertThat(expired.find("r2").orElseThrow().count("articles"), equalTo(4L));
    assertThat(expired.find("r2").orElseThrow().expired(), equalTo(AT.toString()));
  }

  @Test
  void keepsEveryFingerprintAsItWas() throws Exception {
    List<Fingerprint> before = new ArrayList<>();
    for (String run : List.of("r1", "r2")) {
      published().find(run).orElseThrow().forEach(Dataset.FINGERPRINTS, before::add);
    }

    remove("r1", "r2");

    List<Fingerprint> after = new ArrayList<>();
    published().expired().forEach(Dataset.FINGERPRINTS, after::add);
    assertThat(after, equalTo(before));
  }

  @Test
  void laterRunsStillKnowTheirTextsFilesAndPlaces() throws Exception {
    History before = published().historyFor("r4");

    remove("r1", "r2", "r3");

    History after = published().historyFor("r4");
    assertThat(after.sequence(), equalTo(4L));
    assertThat(after.runs(), equalTo(Map.of("r1", 1L, "r2", 2L, "r3", 3L)));
    assertThat(after.knownSha256(), equalTo(before.knownSha256()));
    assertThat(after.fingerprints(), equalTo(before.fingerprints()));
    assertThat(after.fingerprintFiles(), hasSize(2));
  }

  @Test
  void fingerprintsOfAnotherVersionAreKeptButNotCompared() throws Exception {
    Path manifest = folder.resolve("run=r1/manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replaceFirst("\"fingerprint_version\" : \\d+", "\"fingerprint_version\" : 0"));

    remove("r1", "r2");

    PublishedRuns published = published();
    assertThat(published.withOtherFingerprints(Fingerprints.VERSION), empty());
    assertThat(published.expired().fingerprints(Fingerprints.VERSION), hasSize(1));
    assertThat(published.expired().countFingerprints(Fingerprints.VERSION), equalTo(4L));
    List<Fingerprint> kept = new ArrayList<>();
    published.expired().forEach(Dataset.FINGERPRINTS, kept::add);
    assertThat(kept, hasSize(6));
  }

  @Test
  void manySmallRemovalsMakeFewFiles() throws Exception {
    remove("r1");
    remove("r2");
    for (int i = 4; i < 10; i++) {
      SampleRun.of("r" + i, i + ".txt").withSequence(i).publish(output);
      remove("r" + i);
    }

    // 2 + 4 + 6 * 2 rows, 5 of which fill a file.
    assertThat(output.names("run=EXPIRED/fingerprints"), hasSize(4));
    List<String> ids = new ArrayList<>();
    published().expired().forEach(Dataset.FINGERPRINTS, row -> ids.add(row.getId()));
    assertThat(ids, hasSize(18));
    List<String> sources = new ArrayList<>();
    published().expired().forEach(Dataset.LEDGER, row -> sources.add(row.getSourceUri()));
    assertThat(sources, hasSize(9));
  }

  private void remove(String... runs) throws Exception {
    PublishedRuns published = published();
    List<PublishedRun> leaving =
        List.of(runs).stream().map(run -> published.find(run).orElseThrow()).toList();
    try (Lease lease = Lease.acquire(output, "expire", Duration.ZERO);
        Expiry expiry = Expiry.stage(output, published, leaving, AT, "test", 5)) {
      Switch all = new Switch();
      expiry.join(all);
      all.publish(output, lease);
      Staging.clear(output, lease);
    }
  }

  private PublishedRuns published() throws IOException {
    return PublishedRuns.read(output);
  }
}
