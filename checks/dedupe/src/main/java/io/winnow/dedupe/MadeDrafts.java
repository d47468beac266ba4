package io.winnow.dedupe;

import io.winnow.run.RunInfo;
import io.winnow.schema.Article;
import io.winnow.schema.Draft;
import java.time.LocalDate;

/**
 * Made documents as cleaning would hand them over. Half have a URL of their own. Their ids say
 * number, cluster and edit, behind a hash that takes all meaning from their order.
 */
final class MadeDrafts {
  static final RunInfo RUN = new RunInfo("made", LocalDate.of(2026, 2, 16), 1);

  private MadeDrafts() {}

  static Draft of(MadeDocument made) {
    String text = made.text();
    boolean withUrl = (Mix64.of(7, made.number()) & 1) == 0;
    String url = withUrl ? "https://www.made.example/" + made.number() + ".html" : null;
    return Draft.newBuilder()
        .setArticle(
            Article.newBuilder()
                .setRunId(RUN.id())
                .setId(id(made))
                .setFirstSeen(RUN.date())
                .setSourceUri("made/" + made.number() / 1000 + ".jsonl")
                .setSourceFormat("json-lines")
                .setSourceOrdinal((int) (made.number() % 1000))
                .setCharset("UTF-8")
                .setCharsetConfidence(1)
                .setSplitDetector("record")
                .setSplitScore(1)
                .setUrl(url)
                .setUrlRole(withUrl ? "self" : null)
                .setTitle(made.sentences().get(0))
                .setTitleOrigin("derived")
                .setPublished(RUN.date().minusDays(made.number() % 1000))
                .setLang(made.chinese() ? "zh" : "en")
                .setKind("other")
                .setText(text)
                .build())
        .build();
  }

  private static String id(MadeDocument made) {
    return String.join(
        "-",
        Long.toHexString(Mix64.of(1, made.number())),
        Long.toString(made.number()),
        made.cluster() < 0 ? "hot" : Long.toString(made.cluster()),
        Integer.toString(made.edit().ordinal()));
  }

  /** What an id says: number, cluster (-1 for the hot text), edit. */
  static long[] read(String id) {
    String[] parts = id.split("-", -1);
    return new long[] {
      Long.parseLong(parts[1]),
      parts[2].equals("hot") ? -1 : Long.parseLong(parts[2]),
      Long.parseLong(parts[3])
    };
  }
}
