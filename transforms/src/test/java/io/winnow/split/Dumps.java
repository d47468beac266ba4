package io.winnow.split;

import io.winnow.read.Dump;
import io.winnow.read.DumpText;
import io.winnow.read.Origin;
import io.winnow.read.SourceFormat;
import io.winnow.run.RunInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Dumps as tests of this package need them. */
final class Dumps {
  static final RunInfo RUN = new RunInfo("r1", LocalDate.of(2026, 3, 1), 1);

  private Dumps() {}

  static Dump of(SourceFormat format, String text) {
    return of("dump.txt", format, DumpText.ofUtf8(text));
  }

  static Dump markdown(String text) {
    return of(SourceFormat.MARKDOWN, text);
  }

  static Dump of(String uri, SourceFormat format, DumpText text) {
    long bytes = text.text().getBytes(StandardCharsets.UTF_8).length;
    Origin origin = new Origin(uri, null, "00", "00", bytes, format, "UTF-8", 1.0);
    return new Dump(origin, text, List.of(), true);
  }

  /** A dump among the samples of the repository. */
  static Dump sample(SourceFormat format, String name) {
    try (InputStream in =
        Objects.requireNonNull(Dumps.class.getResourceAsStream("/samples/" + name), name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return of(name, format, DumpText.ofUtf8(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
