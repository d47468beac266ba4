package io.winnow.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A corpus made from a seed: the same files for the same seed, size and choice, in constant memory
 * whatever the size.
 *
 * @param bytes of all its files, about
 * @param only what it is limited to, of {@code text}, {@code html}, {@code zh} and {@code en};
 *     empty for all
 */
record Corpus(long seed, long bytes, Set<String> only) {
  static final Set<String> KINDS = Set.of("text", "html", "zh", "en");

  /** What was made. */
  record Facts(long bytes, long articles, long copies, int files) {}

  /** Writes it into a folder. */
  Facts write(Path folder) throws IOException {
    ArticleMaker maker = new ArticleMaker(seed, has("zh", "en"), has("en", "zh"));
    Dice dice = new Dice(seed + 1);
    List<Writing> writings =
        Arrays.stream(DumpFormat.values())
            .filter(format -> has(format.kind(), format.kind().equals("html") ? "text" : "html"))
            .map(format -> new Writing(format, folder))
            .toList();
    long written = 0;
    long articles = 0;
    long copies = 0;
    while (written < bytes) {
      MadeArticle article = maker.next();
      Writing writing = writings.get(0);
      for (Writing other : writings) {
        writing = other.owes() < writing.owes() ? other : writing;
      }
      written += writing.add(article, dice);
      articles++;
      copies += article.isCopy() ? 1 : 0;
    }
    int files = 0;
    for (Writing writing : writings) {
      files += writing.close();
    }
    return new Facts(written, articles, copies, files);
  }

  private boolean has(String kind, String other) {
    return only.contains(kind) || !only.contains(other);
  }

  /** The files of one format. */
  private static final class Writing {
    private final DumpFormat format;
    private final Path folder;
    private @Nullable OutputStream out;
    private long inFile;
    private long bytes;
    private int files;

    Writing(DumpFormat format, Path folder) {
      this.format = format;
      this.folder = folder;
    }

    /** What was written, in shares of the format: the least is the next one's turn. */
    double owes() {
      return (double) bytes / format.share();
    }

    int add(MadeArticle article, Dice dice) throws IOException {
      if (out == null) {
        Path file = folder.resolve(format.fileName(++files));
        Files.createDirectories(file.getParent());
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        inFile = 0;
      }
      byte[] entry = format.entry(article, dice).getBytes(StandardCharsets.UTF_8);
      out.write(entry);
      bytes += entry.length;
      inFile += entry.length;
      if (inFile >= format.fileBytes()) {
        out.close();
        out = null;
      }
      return entry.length;
    }

    int close() throws IOException {
      if (out != null) {
        out.close();
      }
      return files;
    }
  }
}
