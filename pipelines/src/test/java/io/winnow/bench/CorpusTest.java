package io.winnow.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
  private static final long BYTES = 600_000;

  @TempDir private Path folder;

  @Test
  void isTheSameForOneSeedAndAnotherForAnother() throws IOException {
    assertThat(made(1, "a"), equalTo(made(1, "b")));
    assertThat(made(2, "c"), not(equalTo(made(1, "d"))));
  }

  @Test
  void hasTheSizeThatWasAskedForAndArticlesOfTwoKilobytes() throws IOException {
    Corpus.Facts text = new Corpus(7, BYTES, Set.of("text")).write(folder);
    assertThat((double) text.bytes() / BYTES, is(both(greaterThan(0.99)).and(lessThan(1.1))));
    assertThat(
        (double) text.bytes() / text.articles(),
        is(both(greaterThan(1_600.0)).and(lessThan(3_000.0))));
  }

  @Test
  void hasFifteenPercentCopies() {
    ArticleMaker maker = new ArticleMaker(3, true, true);
    long copies = Stream.generate(maker::next).limit(2_000).filter(MadeArticle::isCopy).count();
    assertThat((int) copies, is(both(greaterThan(220)).and(lessThan(380))));
  }

  @Test
  void makesOnlyWhatWasAskedFor() throws IOException {
    new Corpus(1, BYTES, Set.of("text", "en")).write(folder);
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> names =
          files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
      assertThat(names, everyItem(not(containsString("page"))));
    }
    String text = Files.readString(folder.resolve("articles/articles-000001.jsonl"));
    long han = text.codePoints().filter(Character::isIdeographic).count();
    assertThat(han, is(0L));
  }

  private Map<String, String> made(long seed, String name) throws IOException {
    Path own = folder.resolve(name);
    new Corpus(seed, BYTES, Set.of()).write(own);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(own)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        files.put(own.relativize(file).toString(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
