package io.winnow.fuzz;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.winnow.read.CharsetFuzz;
import io.winnow.read.ReaderFuzz;
import io.winnow.split.SplitterFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs each fuzz target on every input that once broke it, and on its seeds: the files of {@code
 * src/test/resources/fuzz/NAME}. {@code checks/fuzz} finds new ones.
 */
class FuzzReplayTest {
  private static final Path INPUTS = Path.of("src/test/resources/fuzz");

  /** By the name of their folder: the class name without "Fuzz", in lower case. */
  private static final Map<String, Consumer<byte[]>> TARGETS =
      Map.of(
          "charset", CharsetFuzz::fuzzerTestOneInput,
          "reader", ReaderFuzz::fuzzerTestOneInput,
          "splitter", SplitterFuzz::fuzzerTestOneInput);

  /** A step that is not linear takes minutes on the inputs that are kept for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TestFactory
  Stream<DynamicTest> everyInputHolds() throws IOException {
    List<Path> inputs = inputs();
    assertThat(inputs, is(not(empty())));
    return inputs.stream()
        .map(
            input ->
                DynamicTest.dynamicTest(
                    INPUTS.relativize(input).toString(),
                    () -> {
                      byte[] data = Files.readAllBytes(input);
                      Consumer<byte[]> target = TARGETS.get(folder(input));
                      Assertions.assertTimeout(PATIENCE, () -> target.accept(data));
                    }));
  }

  @Test
  void everyFolderHasATarget() throws IOException {
    Map<String, Path> folders = new TreeMap<>();
    inputs().forEach(input -> folders.put(folder(input), input));
    assertThat(TARGETS.keySet(), is(folders.keySet()));
  }

  private static List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.walk(INPUTS)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String folder(Path input) {
    return INPUTS.relativize(input).getName(0).toString();
  }
}
