package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.winnow.publish.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An output that a newer program wrote: every command refuses it, says why, and leaves it alone.
 */
class NewerOutputEndToEndTest {
  @TempDir private Path folder;
  private Path output;
  private Path manifest;

  @BeforeEach
  void publish() throws IOException {
    output = folder.resolve("out");
    OlderOutput.unpack(2, output);
    manifest = output.resolve("run=wednesday").toRealPath().resolve("manifest.json");
    // What a run that died has left, and a newer program may need.
    Files.createDirectories(output.resolve(".runs/unknown"));
  }

  @Test
  void refusesAManifestWhateverItsShape() throws IOException {
    Files.writeString(manifest, "{\"manifest_version\": 99, \"runs\": {\"wednesday\": []}}");

    refuses(
        "manifest.json: a manifest of version 99, but this Winnow knows up to version "
            + Manifest.VERSION);
  }

  @Test
  void refusesColumns() throws IOException {
    edit("\"schema_version\" : 2", "\"schema_version\" : 99");

    refuses("manifest.json, articles: columns of version 99");
  }

  @Test
  void refusesFingerprints() throws IOException {
    edit("\"fingerprint_version\" : 2", "\"fingerprint_version\" : 99");

    refuses("manifest.json: fingerprints of version 99");
  }

  @Test
  void refusesALeaseWhereItWouldTakeIt() throws IOException {
    Files.writeString(output.resolve(".lease"), "{\"version\": 2}");

    for (List<String> command : writing()) {
      refuses(command, "the lease on the output: a lease of version 2");
    }
  }

  private void edit(String from, String to) throws IOException {
    String text = Files.readString(manifest);
    assertThat(text, containsString(from));
    Files.writeString(manifest, text.replace(from, to));
  }

  private void refuses(String why) throws IOException {
    List<List<String>> commands = new ArrayList<>(writing());
    commands.add(List.of("query", "SELECT count(*) FROM runs"));
    commands.add(List.of("explain", "digest.md#0"));
    commands.add(List.of("files", "--format=ddl"));
    commands.add(List.of("digest", "--period=2026-W08"));
    for (List<String> command : commands) {
      refuses(command, why);
    }
  }

  private static List<List<String>> writing() {
    return List.of(
        List.of("curate", "--runner=DirectRunner", "--input=" + Path.of("..", "samples")),
        List.of("refingerprint"),
        List.of("expire", "--keep=1d", "--date=2026-03-01"),
        List.of("compact", "--keep=1d", "--date=2026-03-01"),
        List.of("forget", "0123456789"));
  }

  private void refuses(List<String> command, String why) throws IOException {
    Map<String, String> before = content();
    List<String> words = new ArrayList<>(command);
    words.add(1, "--output=" + output);

    Console refused = Console.run(words.toArray(String[]::new));

    assertThat(command + refused.err(), refused.code(), is(ExitCode.USAGE.code()));
    assertThat(
        refused.err(),
        allOf(containsString("winnow: "), containsString(why), containsString("upgrade this one")));
    assertThat(content(), is(before));
  }

  /** Every file, link and folder, with its size and when it was changed. */
  private Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(it -> !it.equals(output)).toList()) {
        if (!file.endsWith(".lease.lock")) {
          content.put(
              file.toString(),
              Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
                  ? "folder"
                  : Files.size(file) + " " + Files.getLastModifiedTime(file));
        }
      }
    }
    return content;
  }
}
