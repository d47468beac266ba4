package io.winnow.publish;

import io.winnow.forget.Tombstones;
import io.winnow.run.RunInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The tombstones of an output, as they were published: {@code run=FORGOTTEN/tombstones.json}.
 *
 * @param folder below the output; empty where nothing was ever taken down
 */
public record ForgottenTexts(OutputStore output, Optional<String> folder, Tombstones tombstones) {
  /** Under which they are published. */
  public static final String NAME = "FORGOTTEN";

  private static final String FILE = "tombstones.json";

  /**
   * Reads them.
   *
   * @throws IOException when they cannot be read, or are of a newer Winnow: then nothing can be
   *     kept out
   */
  public static ForgottenTexts of(OutputStore output) throws IOException {
    Optional<String> folder = Optional.ofNullable(output.published().get(NAME));
    if (folder.isEmpty()) {
      return new ForgottenTexts(output, folder, Tombstones.none());
    }
    String path = folder.get() + "/" + FILE;
    try (InputStream in = Channels.newInputStream(output.open(path))) {
      return new ForgottenTexts(output, folder, Tombstones.parse(path, in.readAllBytes()));
    }
  }

  /** Stages others in their place; to be joined and closed by the caller, who holds the lease. */
  public Staging stage(Tombstones next, LocalDate date) throws IOException {
    Staging staging = Staging.beside(output, new RunInfo(NAME, date, 0));
    try (OutputStream out = output.create(staging.folder() + "/" + FILE)) {
      out.write(next.json().getBytes(StandardCharsets.UTF_8));
    }
    output.sync(staging.folder());
    return staging;
  }
}
