package io.winnow.summarize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.schema.Article;
import io.winnow.schema.Span;
import io.winnow.text.Scripts;
import io.winnow.text.Sentence;
import io.winnow.text.Sentences;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Summarizes documents of standard input, one JSON object {@code {id, lang, text[, title,
 * title_origin, kind, source_uri]}} a line, and prints {@code {id, title, lang, kind, source_uri,
 * method, sentences, ours, lead, claim}} for each.
 *
 * <p>{@code lead} is what readers compare {@code ours} with: the first sentences of the text, at
 * least one, as many as come nearest to as many characters. With {@code --lead} it is what scores
 * compare it with: the first sentences that the same budget holds. Sentences of one paragraph that
 * follow each other are printed as they stand there, others on lines of their own. Documents per
 * CPU second go to standard error, as does every summary that is not verbatim at its spans.
 *
 * <p>Run: {@code java [-Dwarm=N] -cp ... io.winnow.summarize.PrintSummaries [--chars N |
 * --sentences N | --share 0.4] [--lead]}; {@code --share} asks for that share of the sentences.
 */
final class PrintSummaries {
  private static final ObjectMapper JSON = new ObjectMapper();

  private @Nullable Integer chars;
  private @Nullable Integer sentences;
  private double share;
  private boolean sameBudget;

  private PrintSummaries(String[] args) {
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--chars" -> chars = Integer.valueOf(args[++i]);
        case "--sentences" -> sentences = Integer.valueOf(args[++i]);
        case "--share" -> share = Double.parseDouble(args[++i]);
        case "--lead" -> sameBudget = true;
        default -> throw new IllegalArgumentException("unknown: " + args[i]);
      }
    }
  }

  public static void main(String[] args) throws IOException {
    new PrintSummaries(args).run();
  }

  private void run() throws IOException {
    List<JsonNode> rows = read();
    List<Article> articles = rows.stream().map(PrintSummaries::article).toList();
    List<Summarizer> summarizers =
        articles.stream().map(article -> new Summarizer(spec(article))).toList();
    for (int warm = 0; warm < Integer.getInteger("warm", 0); warm++) {
      summarize(articles, summarizers);
    }
    long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    List<Article> summaries = summarize(articles, summarizers);
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from) / 1e9;
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (int i = 0; i < rows.size(); i++) {
      out.println(printed(rows.get(i), summaries.get(i)));
    }
    out.flush();
    System.err.printf(
        "%d documents, %.0f per CPU second%n", summaries.size(), summaries.size() / seconds);
  }

  private static List<Article> summarize(List<Article> articles, List<Summarizer> summarizers) {
    List<Article> summaries = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      summaries.add(summarizers.get(i).summarize(articles.get(i)));
    }
    return summaries;
  }

  private SummarySpec spec(Article article) {
    if (share > 0) {
      int count = Sentences.count(article.getText());
      return new SummarySpec(null, (int) Math.max(1, Math.round(share * count)));
    }
    return new SummarySpec(chars, sentences);
  }

  private ObjectNode printed(JsonNode row, Article article) {
    String text = article.getText();
    List<Span> spans = article.getSummarySpans();
    for (int i = 0; i < spans.size(); i++) {
      if (!article.getSummary().get(i).equals(printed(text, spans.subList(i, i + 1)))) {
        System.err.println("not verbatim: " + article.getId());
      }
    }
    String ours = printed(text, spans);
    ObjectNode printed = JSON.createObjectNode().put("id", article.getId());
    printed.put("title", article.getTitle()).put("lang", article.getLang());
    printed
        .put("kind", row.path("kind").asText())
        .put("source_uri", row.path("source_uri").asText());
    printed.put("method", article.getSummaryMethod()).put("sentences", spans.size());
    printed.put("ours", ours);
    printed.put("lead", printed(text, sameBudget ? budgetLead(article) : lead(article, ours)));
    return printed.put("claim", Claim.of(article).orElse(null));
  }

  /** The first sentences that come nearest to the length of the summary. */
  private static List<Span> lead(Article article, String ours) {
    int length = Scripts.length(ours);
    List<Span> lead = new ArrayList<>();
    for (Sentence sentence : Sentences.of(article.getText())) {
      int now = Scripts.length(printed(article.getText(), lead));
      lead.add(new Span(sentence.fromChar(), sentence.toChar()));
      int then = Scripts.length(printed(article.getText(), lead));
      if (then >= length) {
        if (then - length > length - now && lead.size() > 1) {
          lead.remove(lead.size() - 1);
        }
        break;
      }
    }
    return lead;
  }

  /** The first sentences that the budget of the summary holds. */
  private List<Span> budgetLead(Article article) {
    SummarySpec spec = spec(article);
    List<Span> lead = new ArrayList<>();
    int most = spec.charsFor(Scripts.cjkShare(article.getText()) > 0.3);
    for (Sentence sentence : Sentences.of(article.getText())) {
      lead.add(new Span(sentence.fromChar(), sentence.toChar()));
      boolean full =
          spec.sentences() != null
              ? lead.size() > spec.sentences()
              : Scripts.length(printed(article.getText(), lead)) > most;
      if (full && lead.size() > 1) {
        lead.remove(lead.size() - 1);
        break;
      }
    }
    return lead;
  }

  private static String printed(String text, List<Span> spans) {
    StringBuilder printed = new StringBuilder();
    int last = -1;
    for (Span span : spans) {
      int from = text.offsetByCodePoints(0, span.getFromChar());
      int to = text.offsetByCodePoints(from, span.getToChar() - span.getFromChar());
      if (last >= 0) {
        String gap = text.substring(last, from);
        printed.append(gap.isBlank() && !gap.contains("\n") ? gap : "\n");
      }
      printed.append(text, from, to);
      last = to;
    }
    return printed.toString();
  }

  private static Article article(JsonNode row) {
    Article article =
        Texts.article(
            row.path("lang").asText("und"),
            row.path("title").asText(""),
            row.path("text").asText());
    return Article.newBuilder(article)
        .setId(row.path("id").asText())
        .setTitleOrigin(row.path("title_origin").asText("given"))
        .build();
  }

  private static List<JsonNode> read() throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      rows.add(JSON.readTree(line));
    }
    return rows;
  }
}
