package io.winnow.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.publish.Manifest;
import io.winnow.write.Dataset;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class VersionCommandTest {
  @Test
  void namesWhatItIsBuiltOnAndWhatItWrites() {
    Console console = Console.run("version");

    assertThat(console.code(), is(0));
    assertThat(
        console.out(),
        allOf(
            containsString("Winnow        " + Version.winnow()),
            containsString("Beam          " + Version.beam()),
            containsString("Flink         " + Version.flink()),
            containsString("Schema        " + Dataset.SCHEMA_VERSION),
            containsString("Manifest      " + Manifest.VERSION),
            containsString("Java          " + System.getProperty("java.version"))));
  }

  @Test
  void saysTheSameAsTheOption() {
    assertThat(Console.run("version").out(), is(Console.run("--version").out()));
  }

  @Test
  void givesScriptsAnObject() throws IOException {
    JsonNode versions = new JsonMapper().readTree(Console.run("version", "--format=json").out());

    assertThat(versions.get("winnow").asText(), is(Version.winnow()));
    assertThat(versions.get("schema").asText(), is("" + Dataset.SCHEMA_VERSION));
    assertThat(versions.size(), is(7));
  }

  @Test
  void packagingNeedsTheSources() {
    Console console = Console.run("package");

    assertThat(console.code(), is(2));
    assertThat(console.err(), containsString("needs the sources"));
  }
}
