package io.winnow.write;

import io.winnow.schema.Article;
import io.winnow.schema.Copy;
import io.winnow.schema.DroppedSpan;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Link;
import io.winnow.schema.Reject;
import io.winnow.schema.ScoredTag;
import io.winnow.schema.ScoredTerm;
import io.winnow.schema.Signal;
import io.winnow.schema.Span;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;

/** Rows made up for the tests. */
final class SampleRows {
  private SampleRows() {}

  /** An article with every column filled. */
  static Article full(String id) {
    return plain(id)
        .setSourceId("record-7")
        .setStartLine(1)
        .setEndLine(12)
        .setStartOffset(0L)
        .setEndOffset(5_000_000_000L)
        .setSourcePath(List.of("第一部分", "Chapter 2"))
        .setPublication("周刊")
        .setIssue("42")
        .setUrl("https://example.org/a?b=1")
        .setUrlRole("self")
        .setSite("example.org")
        .setTitleRaw("# 标题")
        .setAuthors(List.of("甲", "B. Writer"))
        .setPublished(LocalDate.of(1969, 12, 31))
        .setPublishedOrigin("given")
        .setPublishedRaw("31 Dec 1969")
        .setSeries("s")
        .setPart(2)
        .setEditorNote("note")
        .setLinks(
            List.of(
                new Link("https://example.org/x", null, "reference"),
                new Link("https://example.org/y", "锚", "subject")))
        .setTags(List.of(new ScoredTag("ai", 0.75)))
        .setKeywords(List.of(new ScoredTerm("数据", 0.5), new ScoredTerm("pipeline", 0.25)))
        .setStoryId("story")
        .setStoryLabel("OpenClaw / Moltbot")
        .setSummary(List.of("第一句。", "Second."))
        .setSummarySpans(List.of(new Span(0, 4)))
        .setAlsoAt(List.of(new Copy("b.txt", null, "标题")))
        .setRevisionOf("r")
        .setQuality(List.of(new Signal("chars", 42.0)))
        .setDroppedSpans(List.of(new DroppedSpan("promo", 3, 9, "关注我们")))
        .build();
  }

  /** An article with nothing but what no article lacks. */
  static Article sparse(String id) {
    return plain(id).build();
  }

  private static Article.Builder plain(String id) {
    return Article.newBuilder()
        .setRunId("r1")
        .setId(id)
        .setFirstSeen(LocalDate.of(2026, 2, 16))
        .setSourceUri("a.txt")
        .setSourceFormat("text")
        .setSourceOrdinal(0)
        .setCharset("UTF-8")
        .setCharsetConfidence(1)
        .setSplitDetector("single")
        .setSplitScore(1)
        .setTitle("标题 𝜋")
        .setTitleOrigin("given")
        .setLang("zh")
        .setKind("news")
        .setText("第一句。\n\nSecond. 𝜋");
  }

  static Reject reject(String id) {
    return Reject.newBuilder()
        .setRunId("r1")
        .setId(id)
        .setFirstSeen(LocalDate.of(2026, 2, 16))
        .setSourceUri("a.txt")
        .setSourceFormat("text")
        .setSourceOrdinal(1)
        .setStage("clean")
        .setReason("no-text")
        .setOriginal("")
        .setOriginalBytes(0)
        .setOriginalSha256("0")
        .build();
  }

  static Fingerprint fingerprint(String id) {
    return Fingerprint.newBuilder()
        .setRunId("r1")
        .setId(id)
        .setRunSequence(1)
        .setVersion(1)
        .setSourceUri("a.txt")
        .setSourceOrdinal(0)
        .setTitle("t")
        .setChars(3)
        .setMetadata(0)
        .setContentSha256("0")
        .setShingles(1)
        .setSketch(ByteBuffer.wrap(new byte[] {0, -1, 127}))
        .build();
  }
}
