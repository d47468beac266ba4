package io.winnow.dedupe;

import io.winnow.schema.Fingerprint;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Compares articles with a few chosen ones by brute force: no band and no URL decides what is
 * looked at.
 *
 * <p>A pair is a candidate when its sketches come as near to what counts as a repetition as {@link
 * #MARGIN}: four standard errors, so that hardly a true pair is missed here. Equal texts are none:
 * to find those takes no sketch.
 */
final class RecallProbe {
  /** Articles that are compared with all others. */
  static final int ARTICLES = 200;

  /** Of Jaccard similarity. */
  static final double MARGIN = 0.12;

  private final DedupeSpec spec;
  private final Bands bands;
  private final List<Fingerprint> chosen;
  private final List<SketchedText> texts;
  private final SketchMatches matches;
  private final Set<String> ids = new HashSet<>();
  private final double least;

  RecallProbe(Collection<Fingerprint> chosen, DedupeSpec spec) {
    this.spec = spec;
    this.bands = new Bands(spec.bands(), spec.rows());
    this.chosen = chosen.stream().sorted(Comparator.comparing(Fingerprint::getId)).toList();
    this.texts = this.chosen.stream().map(each -> SketchedText.of(each).orElseThrow()).toList();
    this.matches = new SketchMatches(texts.stream().map(SketchedText::sketch).toList());
    chosen.forEach(each -> ids.add(name(each)));
    double contained = spec.contained() * spec.containedSize();
    this.least = Math.min(spec.near(), contained / (1 + spec.containedSize() - contained)) - MARGIN;
  }

  /** The sample that one article makes with the chosen ones. */
  void look(Fingerprint other, Tally tally) {
    SketchedText text = SketchedText.of(other).orElse(null);
    tally.others++;
    if (text == null) {
      return;
    }
    int[] shared = matches.shared(text.sketch());
    for (int i = 0; i < shared.length; i++) {
      double jaccard = (double) shared[i] / Sketch.COMPONENTS;
      if (jaccard >= least && isOther(chosen.get(i), other)) {
        look(i, other, text, jaccard, tally);
      }
    }
  }

  private void look(int i, Fingerprint other, SketchedText text, double jaccard, Tally tally) {
    Similarity similarity = Similarity.of(jaccard, texts.get(i).shingles(), text.shingles());
    double generous = Math.min(1, jaccard + MARGIN);
    if (!Similarity.of(generous, texts.get(i).shingles(), text.shingles()).repeats(spec)) {
      return;
    }
    Fingerprint one = chosen.get(i);
    tally.candidates++;
    tally.pairs.add(
        new SampledPair(
            one.getRunId(),
            one.getId(),
            other.getRunId(),
            other.getId(),
            similarity.jaccard(),
            similarity.containment(),
            bands.meet(texts.get(i).sketch(), text.sketch()) || haveOneUrl(one, other),
            similarity.repeats(spec)));
  }

  /** Of two chosen articles one looks at the other. */
  private boolean isOther(Fingerprint one, Fingerprint other) {
    return !one.getContentSha256().equals(other.getContentSha256())
        && (!ids.contains(name(other)) || one.getId().compareTo(other.getId()) < 0);
  }

  private static String name(Fingerprint article) {
    return article.getRunId() + ' ' + article.getId();
  }

  private static boolean haveOneUrl(Fingerprint a, Fingerprint b) {
    String url = UrlKey.of(a.getUrl());
    return url != null && Objects.equals(url, UrlKey.of(b.getUrl()));
  }

  /** What was seen so far. */
  static final class Tally {
    private long others;
    private long candidates;
    private final LeastByHash<SampledPair> pairs = RecallSample.sample();

    RecallSample sample(RecallProbe probe) {
      return new RecallSample(probe.chosen.size(), others, candidates, pairs.items());
    }
  }
}
