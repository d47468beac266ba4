package io.winnow.dedupe;

import io.winnow.schema.Copy;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Verdict;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    Decision decision = new Decision();
    articles.forEach(decision::learn);
    articles.stream().sorted(Seniority.FIRST_STAYS).forEach(decision::judge);
    return decision.verdicts();
  }

  /** One pass over one set. */
  private final class Decision {
    private final Map<String, Text> texts = new HashMap<>();
    private final List<Kept> kept = new ArrayList<>();
    private final Map<String, Kept> lastByUrl = new HashMap<>();

    void learn(Fingerprint article) {
      Text text = texts.computeIfAbsent(article.getContentSha256(), sha256 -> new Text());
      if (text.sketched == null) {
        text.sketched = SketchedText.of(article).orElse(null);
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
        keep(new Kept(article, text, url, past));
      } else {
        match.kept.repeats.add(new Repeat(article, match.method(url), match.similarity));
      }
    }

    private void keep(Kept article) {
      if (article.url != null) {
        Kept earlier = lastByUrl.put(article.url, article);
        if (earlier != null && !areParts(earlier.head, article.head)) {
          article.revisionOf = earlier.head.getId();
        }
      }
      kept.add(article);
    }

    List<Verdict> verdicts() {
      List<Verdict> verdicts = new ArrayList<>();
      for (Kept each : kept) {
        if (!each.past) {
          verdicts.add(each.verdict(spec.maxAlsoAt()));
        }
        each.repeats.forEach(repeat -> verdicts.add(repeat.verdict(each)));
      }
      return verdicts;
    }

    /** One distinct text, and what it was found to repeat so far. */
    private final class Text {
      private @Nullable SketchedText sketched;
      private final List<Match> matches = new ArrayList<>();
      private int compared;

      @Nullable Match firstRepeated(Fingerprint article, @Nullable String url) {
        for (int i = 0; ; i++) {
          if (i == matches.size() && !findNext()) {
            return null;
          }
          Match match = matches.get(i);
          if (match.isCandidate(url) && !areParts(match.kept.head, article)) {
            return match;
          }
        }
      }

      /** Compares with further kept articles up to the next similar one. */
      private boolean findNext() {
        int known = matches.size();
        while (compared < kept.size() && matches.size() == known) {
          Match match = compare(kept.get(compared++));
          if (match != null) {
            matches.add(match);
          }
        }
        return matches.size() > known;
      }

      private @Nullable Match compare(Kept other) {
        if (this == other.text) {
          return new Match(other, 1, true, true);
        }
        if (sketched == null || other.text.sketched == null) {
          return null;
        }
        Similarity similarity = sketched.to(other.text.sketched);
        if (!similarity.repeats(spec)) {
          return null;
        }
        boolean meet = bands.meet(sketched.sketch(), other.text.sketched.sketch());
        return new Match(other, similarity.decisive(spec), meet, false);
      }
    }
  }

  /** Whether the two are different parts of one series. */
  private static boolean areParts(Fingerprint a, Fingerprint b) {
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
    private @Nullable String revisionOf;

    Kept(Fingerprint head, Decision.Text text, @Nullable String url, boolean past) {
      this.head = head;
      this.text = text;
      this.url = url;
      this.past = past;
    }

    String cluster() {
      return head.getClusterId().isEmpty() ? head.getId() : head.getClusterId();
    }

    Verdict verdict(int maxAlsoAt) {
      return Verdict.newBuilder()
          .setId(head.getId())
          .setClusterId(cluster())
          .setClusterSize(1 + repeats.size())
          .setAlsoAt(repeats.stream().limit(maxAlsoAt).map(Repeat::copy).toList())
          .setRevisionOf(revisionOf)
          .build();
    }
  }

  private record Repeat(Fingerprint article, String method, double similarity) {
    Verdict verdict(Kept kept) {
      return Verdict.newBuilder()
          .setId(article.getId())
          .setDuplicateOf(kept.head.getId())
          .setDuplicateOfRun(kept.head.getRunId())
          .setMethod(method)
          .setSimilarity(Math.rint(similarity * 1e6) / 1e6)
          .setClusterId(kept.cluster())
          .setClusterSize(1 + kept.repeats.size())
          .setAlsoAt(List.of())
          .build();
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
