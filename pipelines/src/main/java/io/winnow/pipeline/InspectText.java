package io.winnow.pipeline;

import io.winnow.pipeline.InspectedDump.Frame;
import io.winnow.pipeline.InspectedDump.Item;
import io.winnow.pipeline.InspectedDump.Kept;
import io.winnow.pipeline.InspectedDump.Stopped;
import io.winnow.query.TerminalText;
import io.winnow.read.Origin;
import io.winnow.schema.Article;
import io.winnow.schema.DroppedSpan;
import io.winnow.schema.Reject;
import io.winnow.split.Cue;
import io.winnow.split.Proposal;
import io.winnow.text.Scripts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints an inspected dump for people. What comes out of the dump moves no cursor. */
final class InspectText implements InspectFormat {
  private static final int EXCERPT = 80;

  private final PrintWriter out;

  InspectText(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void print(InspectedDump dump) {
    Origin origin = dump.origin();
    long frames = dump.items().stream().filter(Frame.class::isInstance).count();
    line(
        "%s: %s, %s (%.2f), %,d bytes, %d pieces",
        origin.uri(),
        origin.format().column(),
        origin.charset(),
        origin.charsetConfidence(),
        origin.bytes(),
        dump.items().size() - frames);
    for (Proposal proposal : dump.proposals()) {
      line(
          "  %-12s %.3f  %d articles  %s",
          proposal.detector(),
          proposal.layout().score(),
          proposal.layout().articles(),
          proposal == dump.proposals().get(0) ? "<- chosen" : "");
    }
    dump.fields()
        .forEach((field, names) -> line("  field %-11s is %s", field, String.valueOf(names)));
    dump.items().forEach(this::print);
    out.println();
  }

  private void print(Item item) {
    if (item instanceof Kept kept) {
      print(kept);
    } else if (item instanceof Stopped stopped) {
      print(stopped);
    } else if (item instanceof Frame frame) {
      line("");
      line("%9s  frame    %s", lines(item), oneLine(frame.text()));
    }
  }

  private void print(Kept kept) {
    Article article = kept.article();
    line("");
    line("%9s  article  %s", lines(kept), article.getTitle());
    cues(kept.cues());
    line(
        "    %s, %s, %,d characters, title %s%s%s%s",
        article.getKind(),
        article.getLang(),
        article.getChars(),
        article.getTitleOrigin(),
        given("published", article.getPublished()),
        given("by", String.join(", ", article.getAuthors())),
        given("at", article.getUrl()));
    if (!article.getSourcePath().isEmpty()) {
      line("    under %s", String.join(" / ", article.getSourcePath()));
    }
    for (DroppedSpan span : article.getDroppedSpans()) {
      line("    - %s: %s", span.getRule(), oneLine(span.getExcerpt()));
    }
  }

  private void print(Stopped stopped) {
    Reject reject = stopped.reject();
    String detail = reject.getDetail() == null ? "" : ": " + reject.getDetail();
    line("");
    line("%9s  reject   %s%s", lines(stopped), reject.getReason(), detail);
    cues(stopped.cues());
    line("    %s", oneLine(reject.getOriginal()));
  }

  /** Why it begins here, strongest first. */
  private void cues(List<Cue> cues) {
    if (!cues.isEmpty()) {
      line(
          "    because of %s",
          cues.stream()
              .map(cue -> String.format(Locale.ROOT, "%s %.2f", cue.name(), cue.weight()))
              .collect(Collectors.joining(", ")));
    }
  }

  private static String lines(Item item) {
    return item.from() == null ? "-" : item.from() + "-" + item.to();
  }

  private static String given(String label, @Nullable Object value) {
    return value == null || value.toString().isEmpty() ? "" : ", " + label + " " + value;
  }

  private static String oneLine(String text) {
    return Scripts.head(TerminalText.line(Scripts.head(text.strip(), 4 * EXCERPT)), EXCERPT);
  }

  private void line(String format, Object... values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] instanceof String text ? TerminalText.line(text) : values[i];
    }
    out.println(String.format(Locale.ROOT, format, values).stripTrailing());
  }
}
