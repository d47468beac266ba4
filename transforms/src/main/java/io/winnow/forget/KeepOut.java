package io.winnow.forget;

import io.winnow.dedupe.DedupeSpec;
import io.winnow.dedupe.Fingerprints;
import io.winnow.dedupe.NearTexts;
import io.winnow.dedupe.TextPrint;
import io.winnow.dedupe.TextProbe;
import io.winnow.dedupe.UrlKey;
import io.winnow.reject.RejectReason;
import io.winnow.schema.Fingerprint;
import io.winnow.schema.Reject;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the pieces that tombstones keep out: by id, by own URL, as the same text, as one that is
 * near to it by the thresholds of deduplication, or, of a piece that stopped before it was cleaned,
 * because the text stands somewhere in it.
 *
 * <p>Asking costs nothing where there are no tombstones, and hardly more with a thousand than with
 * one.
 */
public final class KeepOut implements Serializable {
  /** Keeps out nothing. */
  public static final KeepOut NOTHING = new KeepOut(Tombstones.none());

  private static final long serialVersionUID = 1;

  private final Tombstones tombstones;
  private transient volatile @Nullable Index index;

  private KeepOut(Tombstones tombstones) {
    this.tombstones = tombstones;
  }

  /** Keeps out what these say. */
  public static KeepOut of(Tombstones tombstones) {
    return new KeepOut(tombstones);
  }

  public boolean isEmpty() {
    return tombstones.tombstones().isEmpty();
  }

  /** How many takedowns it knows. */
  public int size() {
    return tombstones.tombstones().size();
  }

  /** Whether an article or a duplicate is to be kept out. */
  public boolean has(Fingerprint piece) {
    if (isEmpty()) {
      return false;
    }
    Index known = index();
    return known.ids.contains(piece.getId())
        || known.hasUrl(piece.getUrl())
        || piece.getVersion() == Fingerprints.VERSION
            && known.hasText(TextPrint.of(piece), piece.getSeries(), piece.getPart());
  }

  /** Whether a piece that stopped is to be kept out, or holds what is. */
  public boolean has(Reject piece) {
    if (isEmpty() || isForgotten(piece)) {
      return false;
    }
    Index known = index();
    return known.ids.contains(piece.getId())
        || known.hasUrl(piece.getUrl())
        || !piece.getOriginal().isBlank()
            && Readings.of(piece.getOriginal()).stream()
                .anyMatch(
                    text ->
                        known.hasText(TextPrint.of(text), null, null)
                            || known.probes.anyIn(TextProbe.all(text)));
  }

  /** Whether nothing is kept of it already. */
  public static boolean isForgotten(Reject piece) {
    return piece.getReason().equals(RejectReason.FORGOTTEN.column());
  }

  private Index index() {
    Index known = index;
    if (known == null) {
      known = new Index(tombstones);
      index = known;
    }
    return known;
  }

  /** The same, made for asking. */
  private static final class Index {
    private final Salt salt;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> urls = new HashSet<>();
    private final Set<String> hashes = new HashSet<>();
    private final List<ForgottenText> texts;
    private final NearTexts near;
    private final Probes probes;

    Index(Tombstones tombstones) {
      salt = tombstones.salted();
      tombstones.tombstones().forEach(each -> ids.addAll(each.ids()));
      tombstones.tombstones().forEach(each -> urls.addAll(each.urls()));
      texts =
          tombstones.tombstones().stream()
              .flatMap(each -> each.texts().stream())
              .filter(ForgottenText::isComparable)
              .toList();
      texts.forEach(text -> hashes.add(text.hash()));
      near =
          new NearTexts(texts.stream().map(ForgottenText::print).toList(), DedupeSpec.defaults());
      probes = new Probes(texts.stream().map(ForgottenText::probe).toList());
    }

    boolean hasUrl(@Nullable String url) {
      if (url == null || urls.isEmpty()) {
        return false;
      }
      String key = UrlKey.of(url);
      return key != null && urls.contains(salt.hash(key));
    }

    boolean hasText(TextPrint print, @Nullable String series, @Nullable Integer part) {
      return hashes.contains(salt.hash(print.sha256()))
          || near.near(print).stream().anyMatch(at -> !isOtherPart(texts.get(at), series, part));
    }

    private boolean isOtherPart(
        ForgottenText text, @Nullable String series, @Nullable Integer part) {
      return text.series() != null
          && series != null
          && text.series().equals(salt.hash(series))
          && !Objects.equals(text.part(), part);
    }
  }
}
