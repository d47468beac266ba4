package io.winnow.summarize.llm;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.form.NewerFormException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerCacheTest {
  private static final String KEY = Questions.sha256("a question");

  @TempDir private Path folder;

  @Test
  void keepsWhatWasSaid() throws IOException {
    AnswerCache cache = new AnswerCache(new AtomicFiles(folder));
    assertThat(cache.get(KEY), is(Optional.empty()));
    cache.put(KEY, Answer.of("[\"第一句。\"]", "stop", 42));

    Answer answer = cache.get(KEY).orElseThrow();
    assertThat(answer.content(), is("[\"第一句。\"]"));
    assertThat(answer.finish(), is("stop"));
    assertThat(answer.tokens(), is(42L));
    assertThat(answer.cached(), is(true));
  }

  @Test
  void aDamagedEntryIsNoneAndIsReplaced() throws IOException {
    AnswerCache cache = new AnswerCache(new AtomicFiles(folder));
    cache.put(KEY, Answer.of("first", "stop", 1));
    Path file = file();
    String whole = Files.readString(file);
    for (String damaged :
        new String[] {
          "", "x", whole.substring(0, whole.length() - 3), whole.replace("first", "worst")
        }) {
      Files.writeString(file, damaged);
      assertThat(cache.get(KEY), is(Optional.empty()));
    }
    cache.put(KEY, Answer.of("second", "stop", 1));
    assertThat(cache.get(KEY).orElseThrow().content(), is("second"));
    assertThat(file(), is(file));
  }

  @Test
  void refusesAnEntryOfANewerVersionAndReadsThoseThatSayNone() throws IOException {
    AnswerCache cache = new AnswerCache(new AtomicFiles(folder));
    cache.put(KEY, Answer.of("first", "stop", 1));
    String entry = Files.readString(file()).substring(65);

    file(entry.replace("\"version\":1,", ""));
    assertThat(cache.get(KEY).orElseThrow().content(), is("first"));

    file(entry.replace("\"version\":1", "\"version\":2"));
    NewerFormException newer = assertThrows(NewerFormException.class, () -> cache.get(KEY));
    assertThat(
        newer.getMessage(), containsString("an answer in the folder of --llmCache of version 2"));
  }

  private void file(String entry) throws IOException {
    Files.writeString(file(), Questions.sha256(entry) + "\n" + entry);
  }

  @Test
  void anEntryUnderAnotherNameIsNone() throws IOException {
    AnswerCache cache = new AnswerCache(new AtomicFiles(folder));
    cache.put(KEY, Answer.of("first", "stop", 1));
    String other = Questions.sha256("another question");
    Path moved = folder.resolve(other.substring(0, 2) + "/" + other.substring(2, 4));
    Files.createDirectories(moved);
    Files.copy(file(), moved.resolve(other + ".json"));

    assertThat(cache.get(other), is(Optional.empty()));
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }
}
