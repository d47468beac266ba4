package io.winnow.dedupe;

import io.winnow.schema.Fingerprint;
import java.io.Serializable;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The total order that decides which of several copies stays: the first one.
 *
 * <p>First what an earlier run has published; then by the {@link Key keys} in their order; then, so
 * that nothing is left to chance, {@code source_uri}, {@code source_ordinal} and {@code id}.
 * Whatever the order, earlier runs stay as they are: it orders them only to say which of several
 * kept articles a duplicate names.
 *
 * @param keys all of them
 * @param sources the preferred first
 */
public record Seniority(List<Key> keys, List<SourceGlob> sources)
    implements Comparator<Fingerprint>, Serializable {

  /** What an order may begin with; by default all of them, as they stand here. */
  public enum Key {
    /** An own URL is known. */
    URL,
    /** The longest text. */
    LONGEST,
    /** The most of title, authors, date, URL and site given rather than derived. */
    RICHEST,
    /** The earliest day of publication; unknown last. */
    EARLIEST,
    /** The first glob that matches {@code source_uri}; unmatched last. */
    SOURCE;

    /** As options have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final List<Key> ALL = List.of(Key.values());

  private static final Comparator<Fingerprint> AT_LAST =
      Comparator.comparing(Fingerprint::getSourceUri)
          .thenComparingInt(Fingerprint::getSourceOrdinal)
          .thenComparing(Fingerprint::getId);

  public Seniority {
    keys = List.copyOf(keys);
    sources = List.copyOf(sources);
    if (keys.size() != Key.values().length || !EnumSet.copyOf(keys).containsAll(ALL)) {
      throw new IllegalArgumentException("keys must be all of " + ALL + ", was: " + keys);
    }
  }

  public static Seniority defaults() {
    return new Seniority(ALL, List.of());
  }

  /** The same with these keys first and the others behind them. */
  public Seniority first(List<Key> leading) {
    Set<Key> all = new LinkedHashSet<>(leading);
    all.addAll(keys);
    return new Seniority(List.copyOf(all), sources);
  }

  /** The same with other preferred sources. */
  public Seniority withSources(List<SourceGlob> globs) {
    return new Seniority(keys, globs);
  }

  @Override
  public int compare(Fingerprint a, Fingerprint b) {
    int order = Long.compare(a.getRunSequence(), b.getRunSequence());
    for (int i = 0; order == 0 && i < keys.size(); i++) {
      order = compare(keys.get(i), a, b);
    }
    return order != 0 ? order : AT_LAST.compare(a, b);
  }

  /** By one key alone: negative where {@code a} comes first. */
  public int compare(Key key, Fingerprint a, Fingerprint b) {
    return switch (key) {
      case URL -> Boolean.compare(a.getUrl() == null, b.getUrl() == null);
      case LONGEST -> Integer.compare(b.getChars(), a.getChars());
      case RICHEST -> Integer.compare(b.getMetadata(), a.getMetadata());
      case EARLIEST -> compareDays(a, b);
      case SOURCE -> compareSources(a.getSourceUri(), b.getSourceUri());
    };
  }

  private static int compareDays(Fingerprint a, Fingerprint b) {
    if (a.getPublished() == null || b.getPublished() == null) {
      return Boolean.compare(a.getPublished() == null, b.getPublished() == null);
    }
    return a.getPublished().compareTo(b.getPublished());
  }

  private int compareSources(String a, String b) {
    return sources.isEmpty() || a.equals(b)
        ? 0
        : Integer.compare(SourceGlob.rank(sources, a), SourceGlob.rank(sources, b));
  }
}
