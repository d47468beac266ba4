package io.winnow.page;

import io.winnow.page.RunFacts.Before;
import io.winnow.page.RunFacts.Pair;
import io.winnow.page.RunFacts.Timings;
import io.winnow.run.RunInfo;
import io.winnow.schema.Article;
import io.winnow.schema.Boilerplate;
import io.winnow.schema.DroppedSpan;
import io.winnow.schema.Duplicate;
import io.winnow.schema.LedgerEntry;
import io.winnow.schema.Reject;
import io.winnow.schema.ScoredTerm;
import io.winnow.tag.unknown.UnknownTerm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of a small run: two dumps, forty articles, a duplicate, three rejects. */
final class Rows {
  static final RunInfo RUN = new RunInfo("r20260216", Articles.DAY, 2);

  private Rows() {}

  /** The facts of the run, its rows added in the order given or the other way round. */
  static RunFacts facts(boolean backwards) {
    RunFactsCollector collector = new RunFactsCollector(RUN, 0.8);
    List<Runnable> rows = new ArrayList<>();
    ledger().forEach(row -> rows.add(() -> collector.add(row)));
    articles().forEach(row -> rows.add(() -> collector.add(row)));
    rejects().forEach(row -> rows.add(() -> collector.add(row)));
    rows.add(() -> collector.add(duplicate()));
    boilerplate().forEach(row -> rows.add(() -> collector.add(row)));
    for (int i = 0; i < 40; i++) {
      Pair pair =
          new Pair(
              0.3 + i * 0.0179,
              0.5 + i * 0.01,
              0.3 + i * 0.0179 - 0.8,
              0.3 + i * 0.0179 >= 0.8,
              new Pair.Side(String.format(Locale.ROOT, "a%03d%028x", i, 1), "第 " + i + " 篇 | 左"),
              new Pair.Side(String.format(Locale.ROOT, "b%03d%028x", i, 1), "第 " + i + " 篇 `右`"));
      rows.add(() -> collector.add(pair));
    }
    collector.addCompared(IntStream.range(0, 20).mapToObj(i -> (long) (20 - i) * i).toList());
    unknownTerms().forEach(term -> rows.add(() -> collector.add(term)));
    if (backwards) {
      Collections.reverse(rows);
    }
    rows.forEach(Runnable::run);
    return collector.facts(
        new Before(
            "r20260209",
            LocalDate.parse("2026-02-09"),
            true,
            4,
            3,
            16,
            12,
            0,
            4,
            Tally.of(Stream.of("not-an-article", "gone", "gone", "gone")),
            Tally.of(Stream.of("site1.example.org", "旧站 | 之一"))),
        new Timings(
            List.of(new Timings.Stage("start", 3.1), new Timings.Stage("job", 8.14)),
            List.of(
                new Timings.Stage("read", 0.4),
                new Timings.Stage("clean", 2.1),
                new Timings.Stage("dedupe", 1.3))));
  }

  private static List<UnknownTerm> unknownTerms() {
    List<String> many = IntStream.range(10, 42).mapToObj(n -> "s" + n).toList();
    return List.of(
        new UnknownTerm("gastown", "Gas Town", 12, List.of("a", "b"), "a1", "Gas | Town"),
        new UnknownTerm("gas", "Gas", 11, List.of("a", "b"), "a1", "Gas"),
        new UnknownTerm("<script>", "<script>|x", 30, List.of("a"), "a2", "[x](javascript:1)"),
        new UnknownTerm("新词", "新词", 40, many, "a3", "新词来了"));
  }

  static List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (Article article : Articles.many(40)) {
      int n = articles.size();
      articles.add(
          Article.newBuilder(article)
              .setChars(100 + n * n * 40)
              .setKeywords(List.of(new ScoredTerm("缓存", 0.9), new ScoredTerm("新词 " + n % 4, 0.5)))
              .setDroppedSpans(
                  n % 4 == 0
                      ? List.of(
                          new DroppedSpan("promo-block", 10, 60, "扫描下方二维码，| 关注 <我们>"),
                          new DroppedSpan("promo-block", 80, 90, "还有一行"),
                          new DroppedSpan("licence", 100, 120, "© 2026. All rights reserved."))
                      : List.of())
              .build());
    }
    return articles;
  }

  static List<LedgerEntry> ledger() {
    return List.of(
        entry("weekly.md", "markdown", "digest", 445_386)
            .setSplit(33)
            .setPublished(30)
            .setRejects(2)
            .setDuplicates(1)
            .setLines(900)
            .setLinesPublished(850)
            .setLinesRejects(20)
            .setLinesDuplicates(5)
            .setLinesFrame(25)
            .build(),
        entry("子目录/笔记 | 二月.txt", "text", "dated-notes", 61_298)
            .setSplit(11)
            .setPublished(10)
            .setRejects(1)
            .setLines(300)
            .setLinesPublished(290)
            .setLinesRejects(10)
            .build(),
        entry("old.md", "markdown", null, 1_000).setStatus("unchanged").setSplit(0).build());
  }

  static List<Reject> rejects() {
    return List.of(
        reject("1", "not-an-article", 120, "# 目录\n\n- [一](#一)").build(),
        reject("2", "not-an-article", 90_000, "<script>alert(1)</script> | cell").build(),
        reject("3", "too-large", 5, "x")
            .setDetail("one line")
            .setMeasured(104_857_600.0)
            .setThreshold(16_777_216.0)
            .build());
  }

  static Duplicate duplicate() {
    return Duplicate.newBuilder()
        .setRunId(RUN.id())
        .setId("d1")
        .setFirstSeen(RUN.date())
        .setSourceUri("weekly.md")
        .setSourceFormat("markdown")
        .setSourceOrdinal(7)
        .setTitle("又一次")
        .setLang("zh")
        .setDuplicateOf("x")
        .setDuplicateOfRun(RUN.id())
        .setClusterId("x")
        .setMethod("exact")
        .setSimilarity(1)
        .setText("一样的。")
        .build();
  }

  static List<Boilerplate> boilerplate() {
    return List.of(
        new Boilerplate(RUN.id(), "site1.example.org", "订阅我们的频道", 7, 9, 7),
        new Boilerplate(RUN.id(), "site2.example.org", "read more", 5, 9, 12));
  }

  private static LedgerEntry.Builder entry(String uri, String format, String detector, long bytes) {
    return LedgerEntry.newBuilder()
        .setRunId(RUN.id())
        .setSourceUri(uri)
        .setSha256("0".repeat(64))
        .setFileSha256("0".repeat(64))
        .setBytes(bytes)
        .setFormat(format)
        .setCharset(detector == null ? null : "UTF-8")
        .setDetector(detector)
        .setStatus("read")
        .setLines(0)
        .setLinesFrame(0);
  }

  private static Reject.Builder reject(String id, String reason, long bytes, String original) {
    return Reject.newBuilder()
        .setRunId(RUN.id())
        .setId(id)
        .setFirstSeen(RUN.date())
        .setSourceUri("weekly.md")
        .setSourceFormat("markdown")
        .setSourceOrdinal(0)
        .setStartLine(1)
        .setEndLine(20)
        .setStage("split")
        .setReason(reason)
        .setOriginal(original)
        .setOriginalBytes(bytes)
        .setOriginalSha256("0".repeat(64));
  }
}
