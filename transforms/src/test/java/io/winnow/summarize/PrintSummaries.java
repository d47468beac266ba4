package io.winnow.summarize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.schema.Article;
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

/**
 * Summarizes documents of standard input, one JSON object {@code {id, lang, text[, title]}} a line,
 * and prints {@code {id, summary, claim, method, lead}} for each; {@code lead} holds the first
 * sentences of the text, as many as come nearest to the summary's length. Documents per CPU second
 * go to standard error.
 *
 * <p>Run: {@code java -cp ... io.winnow.summarize.PrintSummaries [--chars N | --sentences N]
 * [--lead]}; {@code --lead} prints the lead as {@code summary}.
 */
final class PrintSummaries {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PrintSummaries() {}

  public static void main(String[] args) throws IOException {
    Integer chars = null;
    Integer sentences = null;
    boolean lead = false;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--chars" -> chars = Integer.valueOf(args[++i]);
        case "--sentences" -> sentences = Integer.valueOf(args[++i]);
        case "--lead" -> lead = true;
        default -> throw new IllegalArgumentException("unknown: " + args[i]);
      }
    }
    List<Article> articles = read();
    Summarizer summarizer = new Summarizer(new SummarySpec(chars, sentences));
    for (int warm = 0; warm < Integer.getInteger("warm", 0); warm++) {
      articles.forEach(summarizer::summarize);
    }
    long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    List<Article> summaries = articles.stream().map(summarizer::summarize).toList();
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from) / 1e9;
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (Article article : summaries) {
      String summary = joined(article.getSummary());
      ObjectNode row = JSON.createObjectNode().put("id", article.getId());
      String first = lead(article, Scripts.length(summary));
      row.put("summary", lead ? first : summary).put("lead", first);
      row.put("title", article.getTitle()).put("method", article.getSummaryMethod());
      row.put("claim", Claim.of(article).orElse(null));
      out.println(row);
    }
    out.flush();
    System.err.printf(
        "%d documents, %.0f per CPU second%n", summaries.size(), summaries.size() / seconds);
  }

  private static List<Article> read() throws IOException {
    List<Article> articles = new ArrayList<>();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonNode row = JSON.readTree(line);
      Article article =
          Texts.article(
              row.path("lang").asText("und"),
              row.path("title").asText(""),
              row.get("text").asText());
      articles.add(Article.newBuilder(article).setId(row.get("id").asText()).build());
    }
    return articles;
  }

  private static String lead(Article article, int length) {
    List<String> lead = new ArrayList<>();
    for (Sentence sentence : Sentences.of(article.getText())) {
      int now = Scripts.length(joined(lead));
      lead.add(sentence.text());
      int then = Scripts.length(joined(lead));
      if (then > length && then - length > length - now && lead.size() > 1) {
        lead.remove(lead.size() - 1);
        break;
      }
    }
    return joined(lead);
  }

  private static String joined(List<String> sentences) {
    return String.join(" ", sentences);
  }
}
