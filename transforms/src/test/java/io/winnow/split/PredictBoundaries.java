package io.winnow.split;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.read.Dump;
import io.winnow.read.DumpText;
import io.winnow.read.SourceFormat;
import io.winnow.schema.Piece;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints where the splitter cuts UTF-8 dumps, one JSON object a piece: {@code file}, {@code
 * start_line}, {@code end_line}, {@code detector}, {@code title}, {@code published}; with {@code
 * --explain} every proposal with its score and boundaries instead.
 *
 * <p>Run: {@code java -cp ... io.winnow.split.PredictBoundaries [--explain] FILE|FOLDER...}
 */
final class PredictBoundaries {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PredictBoundaries() {}

  public static void main(String[] args) throws IOException {
    List<Path> files = new ArrayList<>();
    boolean explain = false;
    for (String arg : args) {
      if (arg.equals("--explain")) {
        explain = true;
      } else {
        try (Stream<Path> walk = Files.walk(Path.of(arg))) {
          walk.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
      }
    }
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    Splitter splitter = new Splitter(Dumps.RUN);
    for (Path file : files) {
      String text = Files.readString(file);
      Dump dump = Dumps.of(file.getFileName().toString(), format(text), DumpText.ofUtf8(text));
      if (explain) {
        splitter.explain(dump).forEach(proposal -> print(out, dump, proposal));
      } else {
        splitter.split(dump).pieces().forEach(piece -> print(out, piece));
      }
    }
    out.flush();
  }

  /** Stands in for the reader, which tells formats apart with more care. */
  private static SourceFormat format(String text) {
    String head = text.stripLeading();
    if (head.startsWith("{\"")) {
      return SourceFormat.JSONL;
    }
    if (head.startsWith("<!") || head.startsWith("<html")) {
      return SourceFormat.HTML;
    }
    return text.lines().anyMatch(Markup::isMarkdown) ? SourceFormat.MARKDOWN : SourceFormat.TEXT;
  }

  private static void print(PrintStream out, Piece piece) {
    ObjectNode row = JSON.createObjectNode();
    row.put("file", piece.getSourceUri());
    row.put("start_line", piece.getStartLine()).put("end_line", piece.getEndLine());
    row.put("detector", piece.getSplitDetector()).put("title", piece.getTitle());
    row.put("url", piece.getUrl());
    row.put("authors", String.join(", ", piece.getAuthors()));
    row.put("section", String.join(" / ", piece.getSourcePath()));
    row.put("published", piece.getPublished() == null ? null : piece.getPublished().toString());
    row.put("origin", piece.getPublishedOrigin()).put("kind", piece.getKind());
    out.println(row);
  }

  private static void print(PrintStream out, Dump dump, Proposal proposal) {
    out.printf(
        "%s %s %.4f %d articles%n",
        dump.origin().uri(),
        proposal.detector(),
        proposal.layout().score(),
        proposal.layout().articles());
    for (Part part : proposal.layout().parts()) {
      out.printf(
          "  %6d-%-6d %-8s %s %s%n",
          part.from(),
          part.to(),
          part.role(),
          part.title() == null ? "" : part.title(),
          part.cues());
    }
  }
}
