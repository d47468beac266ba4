package io.winnow.dedupe;

import io.winnow.run.RunInfo;
import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import io.winnow.schema.Fingerprint;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Articles for tests: only what deduplication looks at. */
record Drafts(
    String id, String text, @Nullable String url, @Nullable String series, @Nullable Integer part) {
  static final RunInfo RUN = new RunInfo("today", LocalDate.of(2026, 2, 16), 7);
  static final RunInfo EARLIER = new RunInfo("earlier", LocalDate.of(2026, 2, 15), 6);

  static Drafts article(String id, String text) {
    return new Drafts(id, text, null, null, null);
  }

  Drafts at(String ownUrl) {
    return new Drafts(id, text, ownUrl, series, part);
  }

  Drafts partOf(String name, @Nullable Integer number) {
    return new Drafts(id, text, url, name, number);
  }

  Fingerprint today() {
    return Fingerprints.of(draft(), RUN);
  }

  Fingerprint published() {
    return Fingerprint.newBuilder(Fingerprints.of(draft(), EARLIER)).setClusterId(id).build();
  }

  Fingerprint repeating(String keptId) {
    return Fingerprint.newBuilder(published()).setKept(false).setClusterId(keptId).build();
  }

  Draft draft() {
    return Draft.newBuilder()
        .setArticle(
            Article.newBuilder()
                .setRunId(RUN.id())
                .setId(id)
                .setFirstSeen(RUN.date())
                .setSourceUri("dump.txt")
                .setSourceFormat("text")
                .setSourceOrdinal(0)
                .setCharset("UTF-8")
                .setCharsetConfidence(1)
                .setSplitDetector("single")
                .setSplitScore(1)
                .setUrl(url)
                .setUrlRole(url == null ? null : "self")
                .setTitle("title of " + id)
                .setTitleOrigin("derived")
                .setLang("und")
                .setKind("other")
                .setSeries(series)
                .setPart(part)
                .setText(text)
                .build())
        .build();
  }
}
