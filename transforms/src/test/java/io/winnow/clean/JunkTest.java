package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.winnow.quality.QualityRules;
import io.winnow.schema.Reject;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The default thresholds on a few texts of each class; a file of junk is named after its reason.
 */
class JunkTest {
  static List<Path> junk() throws IOException, URISyntaxException {
    return files("junk");
  }

  static List<Path> articles() throws IOException, URISyntaxException {
    return files("articles");
  }

  @ParameterizedTest
  @MethodSource("junk")
  void junkIsRejectedWithItsReason(Path file) throws IOException {
    Cleaned cleaned = clean(file, CleanSpec.defaults());

    assertThat(cleaned, instanceOf(Cleaned.Dropped.class));
    Reject reject = ((Cleaned.Dropped) cleaned).reject();
    String name = file.getFileName().toString();
    assertThat(reject.getReason(), is(name.substring(0, name.indexOf('.'))));
    assertThat(reject.getStage(), is("clean"));
    assertThat(reject.getDetail(), containsString(": "));
    assertThat(reject.getMeasured(), notNullValue());
    assertThat(reject.getThreshold(), notNullValue());
    assertThat(reject.getOriginal(), is(Files.readString(file)));
  }

  @ParameterizedTest
  @MethodSource("junk")
  void nothingIsRejectedWithoutThresholds(Path file) throws IOException {
    CleanSpec spec = CleanSpec.defaults().withQuality(QualityRules.none());
    Cleaned cleaned = clean(file, spec);

    if (cleaned instanceof Cleaned.Dropped dropped) {
      assertThat(dropped.reject().getMeasured(), nullValue());
    } else {
      assertThat(((Cleaned.Kept) cleaned).draft().getArticle().getQuality(), not(empty()));
    }
  }

  @ParameterizedTest
  @MethodSource("articles")
  void shortAndOddArticlesStay(Path file) throws IOException {
    Cleaned cleaned = clean(file, CleanSpec.defaults());

    assertThat(cleaned, instanceOf(Cleaned.Kept.class));
    assertThat(((Cleaned.Kept) cleaned).draft().getArticle().getQuality(), not(empty()));
  }

  private static Cleaned clean(Path file, CleanSpec spec) throws IOException {
    String name = file.getFileName().toString();
    String media = name.endsWith(".html") ? "html" : name.endsWith(".md") ? "markdown" : "text";
    return new ArticleCleaner(spec, Pieces.RUN)
        .clean(Pieces.of(media, Files.readString(file)).build());
  }

  private static List<Path> files(String folder) throws IOException, URISyntaxException {
    Path all = Path.of(JunkTest.class.getResource("/io/winnow/quality/" + folder).toURI());
    try (Stream<Path> files = Files.list(all)) {
      return files.sorted().toList();
    }
  }
}
