package io.winnow.pipeline;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.clean.ArticleCleaner;
import io.winnow.clean.Cleaned;
import io.winnow.read.BeamFiles;
import io.winnow.read.Dump;
import io.winnow.read.DumpReader;
import io.winnow.read.FileMatcher;
import io.winnow.read.MatchedFiles;
import io.winnow.read.ReadSpec;
import io.winnow.read.SourceFile;
import io.winnow.run.RunInfo;
import io.winnow.schema.Article;
import io.winnow.schema.DroppedSpan;
import io.winnow.schema.Piece;
import io.winnow.schema.Reject;
import io.winnow.split.Cue;
import io.winnow.split.Part;
import io.winnow.split.Proposal;
import io.winnow.split.SplitDump;
import io.winnow.split.Splitter;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow inspect}: how one dump would be read, split and cleaned; writes nothing. */
@Command(
    name = "inspect",
    description = "Shows how a dump would be split and cleaned; writes nothing.")
final class InspectCommand implements Callable<Integer> {
  /** A date that no output carries: rows made here are never written. */
  private static final RunInfo NO_RUN = new RunInfo("inspect", LocalDate.EPOCH, 1);

  private static final JsonMapper JSON = new JsonMapper();

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Dumps, folders or globs.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "text|jsonl",
      defaultValue = "text",
      description =
          "jsonl writes one line a piece: file, start_line, end_line or record, decision, title and more."
              + " Default: ${DEFAULT-VALUE}.")
  private String format = "text";

  @Override
  public Integer call() throws Exception {
    if (!List.of("text", "jsonl").contains(format)) {
      throw new UserError(ExitCode.USAGE, "--format must be text or jsonl; was: " + format);
    }
    Storage storage = Storage.of(List.of(), files);
    try {
      return inspect(FileMatcher.match(files));
    } catch (IOException e) {
      throw storage.explained(e, files.get(0));
    }
  }

  private int inspect(MatchedFiles matched) throws IOException {
    if (matched.files().isEmpty()) {
      throw new UserError(ExitCode.NO_INPUT, "no file matches " + String.join(" ", files));
    }
    DumpReader reader = new DumpReader(ReadSpec.defaults());
    Splitter splitter = new Splitter(NO_RUN);
    ArticleCleaner cleaner = new ArticleCleaner(io.winnow.clean.CleanSpec.defaults(), NO_RUN);
    PrintWriter out = spec.commandLine().getOut();
    for (SourceFile file : matched.files()) {
      reader.read(file, new BeamFiles(), dump -> show(dump, splitter, cleaner, out));
    }
    out.flush();
    return ExitCode.OK.code();
  }

  private void show(Dump dump, Splitter splitter, ArticleCleaner cleaner, PrintWriter out) {
    SplitDump split = splitter.split(dump);
    if (format.equals("jsonl")) {
      split.pieces().forEach(piece -> out.println(json(piece, cleaner.clean(piece))));
      split.rejects().forEach(reject -> out.println(json(row(reject))));
      return;
    }
    List<Proposal> proposals = splitter.explain(dump);
    out.printf(
        Locale.ROOT,
        "%s: %s, %s (%.2f), %,d bytes, %d pieces, %d lines of frame%n",
        dump.origin().uri(),
        dump.origin().format().column(),
        dump.origin().charset(),
        dump.origin().charsetConfidence(),
        dump.origin().bytes(),
        split.ledger().getSplit(),
        split.ledger().getLinesFrame());
    for (Proposal proposal : proposals) {
      out.printf(
          Locale.ROOT,
          "  %-12s %.3f  %d articles%s%n",
          proposal.detector(),
          proposal.layout().score(),
          proposal.layout().articles(),
          proposal == proposals.get(0) ? "  <- chosen" : "");
    }
    Map<Integer, Part> parts =
        proposals.isEmpty()
            ? Map.of()
            : proposals.get(0).layout().parts().stream()
                .collect(Collectors.toMap(Part::from, Function.identity()));
    split.pieces().forEach(piece -> show(piece, cleaner.clean(piece), parts, out));
    split.rejects().forEach(reject -> show(reject, parts, out));
  }

  private static void show(
      Piece piece, Cleaned cleaned, Map<Integer, Part> parts, PrintWriter out) {
    if (cleaned instanceof Cleaned.Dropped dropped) {
      show(dropped.reject(), parts, out);
    } else if (cleaned instanceof Cleaned.Kept kept) {
      Article article = kept.draft().getArticle();
      out.printf(
          Locale.ROOT,
          "%n%s  article  %s  [%s]%n",
          lines(piece.getStartLine(), piece.getEndLine()),
          article.getTitle(),
          cues(piece.getStartLine(), parts));
      out.printf(
          Locale.ROOT,
          "    %s, %s, %,d characters, title %s, published %s, url %s%n",
          article.getKind(),
          article.getLang(),
          article.getChars(),
          article.getTitleOrigin(),
          article.getPublished(),
          article.getUrl());
      for (DroppedSpan span : article.getDroppedSpans()) {
        out.printf("    - %s: %s%n", span.getRule(), oneLine(span.getExcerpt()));
      }
    }
  }

  private static void show(Reject reject, Map<Integer, Part> parts, PrintWriter out) {
    out.printf(
        "%n%s  reject   %s%s  [%s]%n    %s%n",
        lines(reject.getStartLine(), reject.getEndLine()),
        reject.getReason(),
        reject.getDetail() == null ? "" : ": " + reject.getDetail(),
        cues(reject.getStartLine(), parts),
        oneLine(reject.getOriginal()));
  }

  private static String lines(@Nullable Integer from, @Nullable Integer to) {
    return from == null ? "        -" : String.format(Locale.ROOT, "%9s", from + "-" + to);
  }

  private static String cues(@Nullable Integer line, Map<Integer, Part> parts) {
    Part part = line == null ? null : parts.get(line);
    return part == null
        ? ""
        : part.cues().stream().map(Cue::name).collect(Collectors.joining(", "));
  }

  private static String oneLine(String text) {
    return io.winnow.text.Scripts.head(text.strip().replaceAll("\\s+", " "), 80);
  }

  private static String json(Piece piece, Cleaned cleaned) {
    if (cleaned instanceof Cleaned.Dropped dropped) {
      return json(row(dropped.reject()));
    }
    Article article = ((Cleaned.Kept) cleaned).draft().getArticle();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", piece.getSourceUri());
    row.put("decision", "article");
    row.put("ordinal", piece.getSourceOrdinal());
    row.put("start_line", piece.getStartLine());
    row.put("end_line", piece.getEndLine());
    row.put("detector", piece.getSplitDetector());
    row.put("score", piece.getSplitScore());
    row.put("title", article.getTitle());
    row.put("url", article.getUrl());
    row.put("published", article.getPublished() == null ? null : article.getPublished().toString());
    row.put("authors", article.getAuthors());
    row.put("lang", article.getLang());
    row.put("kind", article.getKind());
    row.put("text", article.getText());
    return json(row);
  }

  private static Map<String, Object> row(Reject reject) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", reject.getSourceUri());
    row.put("decision", "reject");
    row.put("ordinal", reject.getSourceOrdinal());
    row.put("start_line", reject.getStartLine());
    row.put("end_line", reject.getEndLine());
    row.put("reason", reject.getReason());
    row.put("detail", reject.getDetail());
    return row;
  }

  private static String json(Map<String, Object> row) {
    try {
      return JSON.writeValueAsString(row);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
