package io.winnow.publish;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Changes any number of {@code run=} links on a disk in one step.
 *
 * <p>One link is renamed over that before. For several, {@code .switch/before} and {@code
 * .switch/after} are folders with a link for each as it is and as it shall be, and {@code
 * .switch/now} is a link to {@code before}. Each {@code run=} link is then led through {@code now},
 * which no reader notices; one rename makes {@code now} a link to {@code after}, and that is the
 * step; last, each link is led straight again. Whoever finds a {@code .switch} leads the links to
 * where they lead and removes it: that takes back what did not come as far as the step, and ends
 * what did.
 *
 * <p>The caller holds the lease of the output.
 */
final class LinkSwitch {
  private static final String FOLDER = ".switch";
  private static final String NOW = FOLDER + "/now";

  private final Path output;

  LinkSwitch(Path output) {
    this.output = output;
  }

  /** Leads each name to its new folder, or nowhere where it has none. */
  void change(Map<String, Optional<String>> changes) throws IOException {
    settle();
    if (changes.size() == 1) {
      Map.Entry<String, Optional<String>> only = changes.entrySet().iterator().next();
      lead(only.getKey(), only.getValue().map(Path::of));
      LocalOutput.sync(output);
      return;
    }
    prepare(changes);
    for (String name : changes.keySet()) {
      lead(name, Optional.of(Path.of(NOW, name)));
    }
    LocalOutput.sync(output);
    point("after");
    settle();
  }

  /** Leads every link that goes through a switch to where it leads, and removes the switch. */
  void settle() throws IOException {
    if (!Files.exists(output.resolve(FOLDER), LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    for (Path link : linksThroughHere()) {
      String name = link.getFileName().toString().substring(PublishedName.PREFIX.length());
      Path real = output.toRealPath();
      lead(
          name,
          Files.exists(link) ? Optional.of(real.relativize(link.toRealPath())) : Optional.empty());
    }
    LocalOutput.sync(output);
    remove();
  }

  private void prepare(Map<String, Optional<String>> changes) throws IOException {
    Path before = Files.createDirectories(output.resolve(FOLDER).resolve("before"));
    Path after = Files.createDirectories(output.resolve(FOLDER).resolve("after"));
    Path up = Path.of("..", "..");
    for (Map.Entry<String, Optional<String>> change : changes.entrySet()) {
      Path link = link(change.getKey());
      if (Files.isSymbolicLink(link)) {
        Files.createSymbolicLink(
            before.resolve(change.getKey()), up.resolve(Files.readSymbolicLink(link)));
      }
      if (change.getValue().isPresent()) {
        Files.createSymbolicLink(
            after.resolve(change.getKey()), up.resolve(change.getValue().get()));
      }
    }
    LocalOutput.sync(before);
    LocalOutput.sync(after);
    point("before");
  }

  private void point(String side) throws IOException {
    Path next = output.resolve(FOLDER).resolve("next");
    Files.deleteIfExists(next);
    Files.createSymbolicLink(next, Path.of(side));
    Files.move(next, output.resolve(NOW), StandardCopyOption.ATOMIC_MOVE);
    LocalOutput.sync(output.resolve(FOLDER));
  }

  /** Makes the link of {@code name} aside and renames it over the one before, or removes it. */
  private void lead(String name, Optional<Path> target) throws IOException {
    if (target.isEmpty()) {
      Files.deleteIfExists(link(name));
      return;
    }
    Path aside = output.resolve(OutputStore.ATTEMPTS).resolve(name + ".link");
    Files.deleteIfExists(aside);
    Files.createSymbolicLink(aside, target.get());
    Files.move(aside, link(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private List<Path> linksThroughHere() throws IOException {
    List<Path> links = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(output, PublishedName.PREFIX + "*")) {
      for (Path link : all) {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).startsWith(NOW)) {
          links.add(link);
        }
      }
    }
    return links;
  }

  private void remove() throws IOException {
    // The deciding link last: until then whoever comes by settles the same.
    for (String side : List.of("before", "after")) {
      Path folder = output.resolve(FOLDER).resolve(side);
      if (Files.exists(folder)) {
        try (Stream<Path> links = Files.list(folder)) {
          for (Path link : links.toList()) {
            Files.delete(link);
          }
        }
        Files.delete(folder);
      }
    }
    Files.deleteIfExists(output.resolve(FOLDER).resolve("next"));
    Files.deleteIfExists(output.resolve(NOW));
    Files.delete(output.resolve(FOLDER));
  }

  private Path link(String name) {
    return output.resolve(PublishedName.PREFIX + name);
  }
}
