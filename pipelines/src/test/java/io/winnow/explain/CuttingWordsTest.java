package io.winnow.explain;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CuttingWordsTest {
  private final CuttingWords words = CuttingWords.bundled();

  @Test
  void knowsEveryCueOfTheModelOfStreams() throws IOException {
    String model = read("/io/winnow/split/stream/boundary-model.yaml");
    List<String> features =
        Pattern.compile("(?m)^  \"?([a-z0-9+:-]+)\"?: ")
            .matcher(model)
            .results()
            .map((MatchResult found) -> found.group(1))
            .filter(feature -> !feature.equals("bias"))
            .distinct()
            .toList();
    assertThat(features.size() > 70, is(true));
    assertThat(
        features.stream().filter(each -> words.cue(each).equals(each)).toList(), is(empty()));
  }

  @Test
  void saysOfALineWhereItStands() {
    assertThat(words.cue("head:byline"), is("its first line is a byline"));
    assertThat(words.cue("tail:copyright"), is("the line before it is a copyright notice"));
    assertThat(words.cue("tail-1:nav"), is("some lines before it stands navigation"));
  }

  @Test
  void takesTheWordsOfAReasonToStop() {
    assertThat(words.cue("no-text"), is("it is told apart: A record without any text."));
  }

  @Test
  void keepsTheNameOfWhatAnotherVersionMade() {
    assertThat(words.cue("moon-phase"), is("moon-phase"));
    assertThat(words.shape("tea-leaves"), is(Optional.empty()));
    assertThat(words.shape("stream").orElse(""), containsString("glued together"));
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = CuttingWordsTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
