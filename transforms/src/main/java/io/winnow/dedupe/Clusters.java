package io.winnow.dedupe;

import io.winnow.schema.Copy;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Verdict;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides which articles of a connected set stay and which repeat one that stays.
 *
 * <p>Greedy along {@link Seniority}: an article is a duplicate if and only if it repeats an earlier
 * one that stays, and then of the first such. So clusters do not chain through weak links: each is
 * one kept article and what repeats it. Two articles repeat one another when their texts are equal,
 * or when they are similar enough ({@link Similarity#repeats}) and were to be compared at all,
 * because they {@link Bands#meet meet in a band} or have one URL of their own. That depends on the
 * two alone: neither on the rest of the set nor on how it was found. Different parts of one series
 * never repeat one another.
 *
 * <p>Articles of earlier runs stay what they are. No order of the input changes the outcome.
 */
final class Clusters implements Serializable {
  /** Of an article in the heap without its sketch, about. */
  private static final int ARTICLE_BYTES = 700;

  /** Of the sketch of an article that stays, ready to be compared. */
  private static final int KEPT_SKETCH_BYTES = 5 * Sketch.COMPONENTS;

  /** Articles that stay with which a text is compared one by one. */
  private static final int FEW = 8;

  private final DedupeSpec spec;
  private final Bands bands;
  private final long sequence;

  /**
   * @param sequence number of this run: articles of a lower one are history
   */
  Clusters(DedupeSpec spec, long sequence) {
    this.spec = spec;
    this.bands = new Bands(spec.bands(), spec.rows());
    this.sequence = sequence;
  }

  /**
   * One verdict for each article of this run, in the order of {@link Seniority}. At least one
   * article of each text that has a sketch must bring it.
   */
  List<Verdict> decide(List<Fingerprint> articles) {
    List<Verdict> verdicts = new ArrayList<>();
    decide(articles, Map.of(), verdicts::add, (text, answer) -> {});
    return verdicts;
  }

  /**
   * The same where more copies wait than are here.
   *
   * @param followers by {@link Keys#text}: plain copies that wait, each less senior than a plain
   *     one that is here
   * @param answers gets for each such text what becomes of a copy that waits, without its id
   */
  void decide(
      List<Fingerprint> articles,
      Map<Long, Integer> followers,
      Consumer<Verdict> verdicts,
      BiConsumer<Long, Verdict> answers) {
    Decision decision = new Decision(followers);
    articles.forEach(decision::learn);
    articles.stream().sorted(spec.seniority()).forEach(decision::judge);
    decision.tell(verdicts, answers);
  }

  /** For the articles that one worker holds together. */
  static HeapRoom room() {
    return HeapRoom.inThisProcess("articles that are linked with one another");
  }

  /** Says to the room that an article is held. */
  static void take(@Nullable Fingerprint article, HeapRoom room) {
    room.take(article == null ? 0 : ARTICLE_BYTES + article.getSketch().remaining());
  }

  /**
   * Whether nothing but its text decides about an article: of one text, all plain articles of a run
   * repeat the same one, or all but the first repeat that first.
   */
  static boolean isPlain(Fingerprint article) {
    return article.getSeries() == null && UrlKey.of(article.getUrl()) == null;
  }

  /** One pass over one set. */
  private final class Decision {
    private final Map<Long, Integer> followers;
    private final Map<Long, Led> led = new LinkedHashMap<>();
    private final Map<String, Text> texts = new HashMap<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<Text> textsKept = new ArrayList<>();
    private final SketchRows sketchesKept = new SketchRows();
    private final Map<String, List<Kept>> byUrl = new HashMap<>();
    private final HeapRoom room = room();

    Decision(Map<Long, Integer> followers) {
      this.followers = followers;
    }

    void learn(Fingerprint article) {
      take(article, room);
      Text text = texts.computeIfAbsent(article.getContentSha256(), sha256 -> new Text());
      if (article.getSketch().hasRemaining()) {
        text.speaker = article;
      }
    }

    void judge(Fingerprint article) {
      boolean past = article.getRunSequence() < sequence;
      if (past && !article.getKept()) {
        return;
      }
      Text text = Objects.requireNonNull(texts.get(article.getContentSha256()));
      String url = UrlKey.of(article.getUrl());
      Match match = past ? null : text.firstRepeated(article, url);
      if (match == null) {
        Kept stays = new Kept(article, text, url, past);
        keep(stays);
        lead(article, stays, "exact", 1);
      } else {
        match.kept.repeats.add(new Repeat(article, match.method(url), match.similarity));
        lead(article, match.kept, match.method(url), match.similarity);
      }
    }

    /** What became of the first plain copy tells what becomes of those that wait. */
    private void lead(Fingerprint article, Kept target, String method, double similarity) {
      if (followers.isEmpty() || article.getRunSequence() < sequence || !isPlain(article)) {
        return;
      }
      Integer copies = followers.get(Keys.text(article));
      if (copies != null
          && led.putIfAbsent(Keys.text(article), new Led(target, method, similarity)) == null) {
        target.followers += copies;
      }
    }

    private void keep(Kept article) {
      if (article.url != null) {
        List<Kept> earlier = byUrl.computeIfAbsent(article.url, url -> new ArrayList<>());
        int last = earlier.size() - 1;
        // The other parts of its series may share its URL.
        for (int i = last; i >= 0 && i > last - spec.maxSameUrl(); i--) {
          if (!areParts(earlier.get(i).head, article.head)) {
            article.revisionOf = earlier.get(i).head.getId();
            break;
          }
        }
        earlier.add(article);
      }
      kept.add(article);
      textsKept.add(article.text);
      if (article.text.speaker != null) {
        room.add(KEPT_SKETCH_BYTES);
      }
    }

    void tell(Consumer<Verdict> verdicts, BiConsumer<Long, Verdict> answers) {
      for (Kept each : kept) {
        if (!each.past) {
          verdicts.accept(each.verdict(spec.maxAlsoAt()));
        }
        each.repeats.forEach(repeat -> verdicts.accept(repeat.verdict(each)));
      }
      led.forEach((text, how) -> answers.accept(text, how.verdict()));
    }

    /** One distinct text, and what it was found to repeat so far. */
    private final class Text {
      /** An article that brought the sketch of the text; null where it has none. */
      private @Nullable Fingerprint speaker;

      /** The sketch, held only while it is needed: as numbers it takes more room. */
      private @Nullable SketchedText sketched;

      private final List<Match> matches = new ArrayList<>();
      private int compared;

      @Nullable Match firstRepeated(Fingerprint article, @Nullable String url) {
        for (int i = 0; ; i++) {
          if (i == matches.size() && !findNext()) {
            return null; // It stays, so its sketch stays.
          }
          Match match = matches.get(i);
          if (match.isCandidate(url) && !areParts(match.kept.head, article)) {
            sketched = match.exact ? sketched : null;
            return match;
          }
        }
      }

      /** Compares with further kept articles up to the next similar one. */
      private boolean findNext() {
        long[] bytes = speaker == null ? null : lowBytes();
        for (; compared < kept.size(); compared++) {
          if (textsKept.get(compared) == this || mayRepeat(compared, bytes)) {
            Match match = compare(kept.get(compared));
            if (match != null) {
              compared++;
              return matches.add(match);
            }
          }
        }
        return false;
      }

      /** Null as long as there is so little to compare with that it is not worth while. */
      private long @Nullable [] lowBytes() {
        if (kept.size() - compared <= FEW) {
          return null;
        }
        while (sketchesKept.size() < kept.size()) {
          Text next = textsKept.get(sketchesKept.size());
          sketchesKept.add(next.speaker == null ? null : next.sketched());
        }
        return SketchRows.lowBytes(sketched().sketch());
      }

      private boolean mayRepeat(int other, long @Nullable [] bytes) {
        return speaker != null
            && (bytes == null || sketchesKept.mayRepeat(other, bytes, sketched().shingles(), spec));
      }

      private @Nullable Match compare(Kept other) {
        if (this == other.text) {
          return new Match(other, 1, true, true);
        }
        if (speaker == null || other.text.speaker == null) {
          return null;
        }
        SketchedText mine = sketched();
        SketchedText theirs = other.text.sketched();
        Similarity similarity = mine.to(theirs);
        if (!similarity.repeats(spec)) {
          return null;
        }
        boolean meet = bands.meet(mine.sketch(), theirs.sketch());
        return new Match(other, similarity.decisive(spec), meet, false);
      }

      private SketchedText sketched() {
        if (sketched == null) {
          sketched = SketchedText.of(Objects.requireNonNull(speaker)).orElseThrow();
        }
        return sketched;
      }
    }
  }

  /** Whether the two are different parts of one series. */
  static boolean areParts(Fingerprint a, Fingerprint b) {
    return a.getSeries() != null
        && a.getSeries().equals(b.getSeries())
        && !Objects.equals(a.getPart(), b.getPart());
  }

  /** A kept article that a text is similar to; {@code meet}: in a band. */
  private record Match(Kept kept, double similarity, boolean meet, boolean exact) {
    boolean isCandidate(@Nullable String url) {
      return meet || hasUrl(url);
    }

    String method(@Nullable String url) {
      return exact ? "exact" : hasUrl(url) ? "url" : "near";
    }

    private boolean hasUrl(@Nullable String url) {
      return url != null && url.equals(kept.url);
    }
  }

  /** An article that stays, with what repeats it. */
  private static final class Kept {
    private final Fingerprint head;
    private final Decision.Text text;
    private final @Nullable String url;
    private final boolean past;
    private final List<Repeat> repeats = new ArrayList<>();

    /** Copies that wait, beside those in the list. */
    private int followers;

    private @Nullable String revisionOf;

    Kept(Fingerprint head, Decision.Text text, @Nullable String url, boolean past) {
      this.head = head;
      this.text = text;
      this.url = url;
      this.past = past;
    }

    int size() {
      return 1 + repeats.size() + followers;
    }

    String cluster() {
      return head.getClusterId().isEmpty() ? head.getId() : head.getClusterId();
    }

    Verdict verdict(int maxAlsoAt) {
      return Verdict.newBuilder()
          .setId(head.getId())
          .setClusterId(cluster())
          .setClusterSize(size())
          .setAlsoAt(repeats.stream().limit(maxAlsoAt).map(Repeat::copy).toList())
          .setRevisionOf(revisionOf)
          .build();
    }
  }

  /** What becomes of the copies of a text that wait. */
  private record Led(Kept kept, String method, double similarity) {
    Verdict verdict() {
      return repeating(kept, "", method, similarity);
    }
  }

  private static Verdict repeating(Kept kept, String id, String method, double similarity) {
    return Verdict.newBuilder()
        .setId(id)
        .setDuplicateOf(kept.head.getId())
        .setDuplicateOfRun(kept.head.getRunId())
        .setMethod(method)
        .setSimilarity(Math.rint(similarity * 1e6) / 1e6)
        .setClusterId(kept.cluster())
        .setClusterSize(kept.size())
        .setAlsoAt(List.of())
        .build();
  }

  private record Repeat(Fingerprint article, String method, double similarity) {
    Verdict verdict(Kept kept) {
      return repeating(kept, article.getId(), method, similarity);
    }

    Copy copy() {
      return Copy.newBuilder()
          .setSourceUri(article.getSourceUri())
          .setUrl(article.getUrl())
          .setTitle(article.getTitle())
          .build();
    }
  }
}
