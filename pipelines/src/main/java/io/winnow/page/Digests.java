package io.winnow.page;

import io.winnow.schema.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps {@code DIR/digests}: a view that can be rendered again at any time from what is published.
 *
 * <p>Each file appears whole or not at all, and equal articles give equal bytes.
 */
public final class Digests {
  private Digests() {}

  /**
   * Renders the period in each edition, and the index over all digests that are there.
   *
   * @param output the output folder, {@code DIR}
   * @param published articles of any period; the same ones at every iteration
   * @return the digests written
   */
  public static List<Path> render(
      Path output,
      Period period,
      Collection<Edition> editions,
      Digest digest,
      Iterable<Article> published)
      throws IOException {
    Path folder = Files.createDirectories(output.resolve("digests"));
    List<Path> written = new ArrayList<>();
    for (Edition edition : editions) {
      Path file = folder.resolve(period.fileName() + "." + edition.lang() + ".md");
      replace(file, digest.render(period, edition, published));
      written.add(file);
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      replace(folder.resolve(DigestIndex.FILE), DigestIndex.render(names));
    }
    return List.copyOf(written);
  }

  private static void replace(Path file, String text) throws IOException {
    Path whole = file.resolveSibling("." + file.getFileName() + ".part");
    Files.writeString(whole, text);
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
