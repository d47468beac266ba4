package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with fingerprints of another version: what the next run says, and what mends it. */
class RefingerprintEndToEndTest {
  private static final Path SAMPLES = Path.of("..", "samples");

  @TempDir private Path folder;

  @Test
  void saysWhichRunsAndWhatToTypeAndTypingItHelps() throws Exception {
    Path output = folder.resolve("my output");
    assertThat(curate(output, "first").code(), is(0));
    JsonNode made = manifest(output);
    age(output);

    Console refused = curate(output, "second");

    assertThat(refused.code(), is(ExitCode.USAGE.code()));
    assertThat(
        refused.err(),
        allOf(
            containsString("1 published run has others: first (version 0)"),
            containsString("\n  ./winnow refingerprint '--output=" + output + "'")));

    Console mended = Console.run("refingerprint", "--output=" + output);

    assertThat(mended.err(), mended.code(), is(0));
    assertThat(
        mended.out().strip(),
        endsWith("refingerprinted runs=1 fingerprints=" + rows(made, "fingerprints")));
    // Nothing was learned in so few articles, so the texts have every line.
    assertThat(manifest(output).at("/counts/boilerplate").asInt(), is(0));
    assertThat(manifest(output).get("datasets"), is(made.get("datasets")));
    Console again = Console.run("refingerprint", "--output=" + output);
    assertThat(again.out().strip(), is("refingerprinted runs=0 fingerprints=0"));
    Console published = curate(output, "second");
    assertThat(published.err(), published.code(), is(0));
    assertThat(published.err(), not(containsString("refingerprint")));
  }

  @Test
  void saysThatNothingIsPublished() {
    Console nothing = Console.run("refingerprint", "--output=" + folder.resolve("nowhere"));

    assertThat(nothing.code(), is(ExitCode.NO_INPUT.code()));
    assertThat(Files.exists(folder.resolve("nowhere")), is(false));
  }

  private static Console curate(Path output, String runId) {
    return Console.run(
        "curate",
        "--runner=DirectRunner",
        "--input=" + SAMPLES,
        "--output=" + output,
        "--runId=" + runId,
        "--date=2026-02-15");
  }

  private static JsonNode manifest(Path output) throws IOException {
    return new JsonMapper().readTree(output.resolve("run=first/manifest.json").toFile());
  }

  private static long rows(JsonNode manifest, String dataset) {
    return manifest.at("/datasets/" + dataset + "/rows").asLong();
  }

  private static void age(Path output) throws IOException {
    Path manifest = output.resolve("run=first/manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(
        manifest,
        text.replaceFirst("\"fingerprint_version\" : \\d+", "\"fingerprint_version\" : 0"));
  }
}
