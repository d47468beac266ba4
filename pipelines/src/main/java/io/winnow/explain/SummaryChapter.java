package io.winnow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.publish.Manifest;
import io.winnow.schema.Article;
import io.winnow.summarize.Claim;
import io.winnow.summarize.SummaryReasons;
import io.winnow.summarize.SummaryReasons.Measured;
import io.winnow.summarize.SummaryReasons.Parts;
import io.winnow.summarize.SummarySpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which sentences stand for an article, and why these: measured again from its text. */
final class SummaryChapter {
  private static final int LEFT = 5;
  private static final int HEAD = 60;
  private static final int LONG = 200;

  private final Runs runs;

  SummaryChapter(Runs runs) {
    this.runs = runs;
  }

  void tell(Row row, Telling telling) throws IOException {
    telling.section("summary", "How it was summarized");
    telling.data(row, List.of("summary", "summary_spans"));
    Article article = row.article();
    SummaryReasons reasons = SummaryReasons.of(article, spec(row));
    telling.fact(
        "summary_method",
        "summary",
        Telling.node(row.text("summary_method")),
        method(row, reasons));
    if (row.text("summary_method").equals("llm")) {
      model(row, telling);
    } else {
      told(row, reasons, telling);
    }
    Optional<String> claim = Claim.of(article);
    telling.fact(
        "claim",
        "claim",
        Telling.node(claim.orElse("")),
        claim.isPresent()
            ? Words.quoted(claim.get(), LONG) + ": the one sentence that claims most in few words"
            : "none: no short sentence states something on its own");
  }

  private SummarySpec spec(Row row) {
    return new SummarySpec(
        number(runs.option(row.run(), "summaryChars")),
        number(runs.option(row.run(), "summarySentences")));
  }

  private static @Nullable Integer number(String option) {
    return option.isEmpty() ? null : Integer.valueOf(option);
  }

  private static String method(Row row, SummaryReasons reasons) {
    int chosen = row.texts("summary").size();
    return switch (row.text("summary_method")) {
      case "llm" -> "llm: written by a language model, so its sentences need not stand in the text";
      case "lead" ->
          "lead: its beginning stands for it, because none of its "
              + Words.count(reasons.sentences(), "sentence")
              + " could be chosen";
      default ->
          row.text("summary_method")
              + ": "
              + Words.count(chosen)
              + " of its "
              + Words.count(reasons.sentences(), "sentence")
              + ", verbatim and in their order; "
              + Words.count(reasons.eligible())
              + " could stand"
              + reasons
                  .mostChars()
                  .map(most -> ", in at most " + Words.count(most, "character"))
                  .orElse("");
    };
  }

  private void model(Row row, Telling telling) throws IOException {
    telling.fact("llm_model", "model", asked(row));
    List<String> sentences = row.texts("summary");
    for (int i = 0; i < sentences.size(); i++) {
      telling.fact("sentence_" + (i + 1), "  " + (i + 1), sentences.get(i));
    }
    telling.say(
        "why",
        "Which words the model chose, and why, is known to nobody. Its answer passed the checks of docs/llm.md: length,"
            + " language, no markup, and every number and address stands in the text.");
  }

  private String asked(Row row) {
    return runs.option(row.run(), "llmModel")
        + " at "
        + runs.option(row.run(), "llmEndpoint")
        + ", with the prompt of SHA-256 "
        + Words.head(runs.option(row.run(), "llmPromptSha256"), 12);
  }

  private void told(Row row, SummaryReasons reasons, Telling telling) throws IOException {
    if (runs.option(row.run(), "summarizer").equals("llm")) {
      telling.fact("llm_model", "model", "not " + asked(row) + kept(row));
    }
    telling.fact(
        "recomputed",
        "measured again",
        Telling.node(reasons.isSame()),
        reasons.isSame()
            ? "from the published text, by the same classes: the same sentences come out"
            : "this version of Winnow chooses other sentences than the run did ("
                + runs.find(row.run()).map(run -> run.versions().get("winnow")).orElse("?")
                + "), so the figures may not be those that decided");
    List<Measured> chosen = reasons.chosen();
    for (int i = 0; i < chosen.size(); i++) {
      Measured each = chosen.get(i);
      telling.fact(
          "sentence_" + (i + 1),
          "  sentence " + each.number(),
          Telling.node(each.text()),
          Words.head(each.text(), LONG));
      telling.fact("why_" + (i + 1), "", Telling.node(why(each, i)), "– " + why(each, i));
    }
    if (chosen.isEmpty()) {
      for (String sentence : row.texts("summary")) {
        telling.fact("sentence", "  text", Words.head(sentence, LONG));
      }
    }
    table("measures", chosen, telling);
    left(reasons, telling);
  }

  private String kept(Row row) {
    return runs.find(row.run())
        .map(Manifest::metrics)
        .map(
            metrics ->
                metrics.entrySet().stream()
                    .filter(each -> each.getKey().startsWith("llm:kept:"))
                    .map(each -> each.getKey().substring(9) + " " + Words.count(each.getValue()))
                    .toList())
        .filter(reasons -> !reasons.isEmpty())
        .map(
            reasons ->
                ": its answer did not pass, or it was not asked (in the run: "
                    + Words.joined(reasons)
                    + ")")
        .orElse(": it was not asked for this article");
  }

  private static String why(Measured sentence, int place) {
    List<String> why = new ArrayList<>();
    why.add(
        "characters "
            + Words.count(sentence.fromChar())
            + "–"
            + Words.count(sentence.toChar())
            + (sentence.rank() > 0
                ? ", number " + Words.count(sentence.rank()) + " by merit"
                : ""));
    if (sentence.parts().introduces() > 0) {
      why.add("says who made or said what the title names");
    }
    if (place == 0 && sentence.opens()) {
      why.add("a summary may open with it");
    }
    if (sentence.follows()) {
      why.add("goes on from the sentence before, which spares a jump");
    }
    if (!sentence.flaws().isEmpty()) {
      why.add("less for: " + String.join(", ", sentence.flaws()));
    }
    return String.join("; ", why);
  }

  private static void table(String key, List<Measured> sentences, Telling telling)
      throws IOException {
    if (sentences.isEmpty()) {
      return;
    }
    telling.say(
        key + "_meaning",
        "Merit is position (earlier is better) + shared (what it has in common with the other sentences) + facts"
            + " (numbers, names, findings) + title (words of it) + intro, times what flaws leave, times one factor"
            + " a text by which its best few come to about 1:");
    telling.table(
        key,
        List.of(
            "sentence", "position", "shared", "facts", "title", "intro", "flaws leave", "merit"),
        sentences.stream().map(SummaryChapter::cells).toList());
  }

  private static List<JsonNode> cells(Measured each) {
    Parts parts = each.parts();
    return List.of(
        Telling.node((long) each.number()),
        Telling.node(parts.position()),
        Telling.node(parts.shared()),
        Telling.node(parts.facts()),
        Telling.node(parts.title()),
        Telling.node(parts.introduces()),
        Telling.node(each.keeps()),
        Telling.node(each.merit()));
  }

  private static void left(SummaryReasons reasons, Telling telling) throws IOException {
    List<Measured> left = reasons.left(LEFT);
    if (left.isEmpty()) {
      return;
    }
    telling.say("left_meaning", "Of those left out these deserved most:");
    telling.table(
        "left_out",
        List.of("sentence", "merit", "why not", "begins"),
        left.stream()
            .map(
                each ->
                    List.of(
                        Telling.node((long) each.number()),
                        Telling.node(each.merit()),
                        Telling.node(reasons.whyNot(each)),
                        Telling.node(Words.head(each.text(), HEAD))))
            .toList());
  }
}
