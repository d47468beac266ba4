package io.winnow.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the report of a run as one HTML page, its charts inside. */
final class ReportHtml {
  static final String FILE = "report.html";

  private ReportHtml() {}

  /** Writes {@code report.html} beside the {@code report.md} that is there. */
  static void write(Path runFolder) throws IOException {
    String markdown = Files.readString(runFolder.resolve("report.md"));
    String html =
        new HtmlDocument("en", Edition.EN.say("html.skip"), List.of())
            .of(markdown, new Charts(runFolder));
    Files.writeString(runFolder.resolve(FILE), html);
  }

  /** A chart as an image: what its style says stays in it, and nothing in it can run. */
  private record Charts(Path runFolder) implements Targets {
    @Override
    public String file(String path) {
      return path;
    }

    @Override
    public @Nullable String picture(String path) {
      if (!path.matches("report/[a-z0-9-]+\\.svg")) {
        return null;
      }
      try {
        byte[] svg = Files.readAllBytes(runFolder.resolve(path));
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
      } catch (IOException e) {
        throw new UncheckedIOException(path, e);
      }
    }
  }
}
