package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pages kept as files; {@code -Dgolden.update=true} writes them anew, to be read before commit. */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/io/winnow/page/golden");

  private Golden() {}

  static void assertEqual(String name, String page) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, page);
    }
    assertThat(page, equalTo(Files.readString(file)));
  }
}
