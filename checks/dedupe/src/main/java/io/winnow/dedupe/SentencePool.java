package io.winnow.dedupe;

import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The distinct sentences of prose in the archives of a folder, in the order they stand there. */
final class SentencePool {
  private static final ConcurrentMap<Path, SentencePool> LOADED = new ConcurrentHashMap<>();
  private static final int SHORTEST = 12;
  private static final int LONGEST_CHINESE = 80;
  private static final int LONGEST_ENGLISH = 250;

  private final List<String> chinese = new ArrayList<>();
  private final List<String> english = new ArrayList<>();

  private SentencePool() {}

  /** Reads every {@code bulk-*}/files.zip below the folder, once in a process. */
  static SentencePool of(Path folder) {
    return LOADED.computeIfAbsent(folder, SentencePool::read);
  }

  List<String> sentences(boolean inChinese) {
    return inChinese ? chinese : english;
  }

  private static SentencePool read(Path folder) {
    SentencePool pool = new SentencePool();
    Set<String> seen = new HashSet<>();
    try (Stream<Path> sets = Files.list(folder)) {
      List<Path> archives =
          sets.filter(set -> set.getFileName().toString().startsWith("bulk-"))
              .map(set -> set.resolve("files.zip"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      for (Path archive : archives) {
        pool.readArchive(archive, seen);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pool;
  }

  private void readArchive(Path archive, Set<String> seen) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : zip.stream().map(each -> (ZipEntry) each).toList()) {
        if (entry.getName().matches(".*\\.(md|markdown)")) {
          byte[] bytes = zip.getInputStream(entry).readAllBytes();
          new String(bytes, StandardCharsets.UTF_8).lines().forEach(line -> addLine(line, seen));
        }
      }
    }
  }

  private void addLine(String line, Set<String> seen) {
    if (line.startsWith("|") || line.startsWith("```") || line.startsWith("    ")) {
      return;
    }
    String prose =
        line.replaceAll("!\\[[^\\]]*\\]\\([^)]*\\)", "")
            .replaceAll("\\[([^\\]]*)\\](?:\\([^)]*\\)|\\[[^\\]]*\\])", "$1")
            .replaceAll("https?://\\S+", "")
            .replaceAll("[*_`#>]+", "")
            .replaceFirst("^\\s*(?:[-+]|\\d+[.)])\\s+", "");
    for (String sentence : prose.split("(?<=[。！？!?；])|(?<=[.!?])\\s+")) {
      add(sentence.strip(), seen);
    }
  }

  private void add(String sentence, Set<String> seen) {
    if (sentence.length() < SHORTEST || sentence.length() > LONGEST_ENGLISH) {
      return;
    }
    long han = sentence.codePoints().filter(Scripts::isCjk).count();
    long letters = sentence.codePoints().filter(Character::isLetter).count();
    boolean inChinese = 2 * han > sentence.length() && sentence.length() <= LONGEST_CHINESE;
    boolean inEnglish = han == 0 && 4 * letters > 3 * sentence.length() && words(sentence) >= 5;
    if ((inChinese || inEnglish) && seen.add(Folding.key(sentence))) {
      sentences(inChinese).add(sentence);
    }
  }

  private static int words(String sentence) {
    return sentence.split(" ").length;
  }
}
