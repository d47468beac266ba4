package io.winnow.takedown;

import io.winnow.dedupe.Fingerprints;
import io.winnow.dedupe.TextPrint;
import io.winnow.dedupe.TextProbe;
import io.winnow.forget.ForgottenText;
import io.winnow.forget.Salt;
import io.winnow.forget.Tombstone;
import io.winnow.schema.Fingerprint;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one name stands for, as far as it was found: its pieces, their clusters, all members of
 * these, and what their tombstone will say.
 */
final class Target {
  private static final byte[] NO_SKETCH = {};
  private static final int[] NO_PROBE = {};

  private final Name name;
  private final SortedSet<String> named = new TreeSet<>();
  private final Set<String> clusters = new HashSet<>();
  private final SortedSet<String> ids = new TreeSet<>();
  private final Map<String, Fingerprint> leading = new HashMap<>();
  private final SortedMap<String, ForgottenText> texts = new TreeMap<>();

  Target(Name name) {
    this.name = name;
  }

  Name name() {
    return name;
  }

  /** Ids that the name itself stands for. */
  SortedSet<String> named() {
    return named;
  }

  /** Ids of everything that goes by this name. */
  SortedSet<String> ids() {
    return ids;
  }

  Set<String> clusters() {
    return clusters;
  }

  /** Adds a piece that has the name. */
  void name(String id, @Nullable String cluster) {
    named.add(id);
    ids.add(id);
    if (cluster != null && !cluster.isEmpty()) {
      clusters.add(cluster);
    }
  }

  /** Adds a member of a cluster. Texts near to it go too if it was named or leads the cluster. */
  void member(Fingerprint row, Salt salt) {
    ids.add(row.getId());
    if (row.getKept() || named.contains(row.getId())) {
      leading.put(row.getId(), row);
      lead(row, NO_PROBE, salt);
    } else {
      copy(row.getContentSha256(), salt);
    }
  }

  /** Adds a piece of which no more than the same text is kept out. */
  void copy(String id, String contentSha256, Salt salt) {
    ids.add(id);
    copy(contentSha256, salt);
  }

  private void copy(String contentSha256, Salt salt) {
    String hash = salt.hash(contentSha256);
    texts.putIfAbsent(
        hash, new ForgottenText(hash, Fingerprints.VERSION, 0, NO_SKETCH, null, null, NO_PROBE));
  }

  /** Ids of the members whose texts have to be brought. */
  Set<String> leading() {
    return leading.keySet();
  }

  /** Brings the text of one of {@link #leading}. */
  void text(String id, String text, Salt salt) {
    Fingerprint row = leading.get(id);
    if (row != null) {
      lead(row, TextProbe.of(text), salt);
    }
  }

  private void lead(Fingerprint row, int[] probe, Salt salt) {
    TextPrint print = TextPrint.of(row);
    String series = row.getSeries();
    String hash = salt.hash(print.sha256());
    texts.put(
        hash,
        new ForgottenText(
            hash,
            row.getVersion(),
            print.shingles(),
            bytes(print.sketch()),
            series == null ? null : salt.hash(series),
            row.getPart(),
            probe));
  }

  /** Brings a text that was never published. */
  void original(String text, Salt salt) {
    TextPrint print = TextPrint.of(text);
    String hash = salt.hash(print.sha256());
    texts.put(
        hash,
        new ForgottenText(
            hash,
            Fingerprints.VERSION,
            print.shingles(),
            bytes(print.sketch()),
            null,
            null,
            TextProbe.of(text)));
  }

  /** The tombstone. */
  Tombstone tombstone(LocalDate date, @Nullable String reason, String winnow, Salt salt) {
    List<String> urls =
        name instanceof Name.Url url ? List.of(salt.hash(url.key())) : List.<String>of();
    String id =
        !named.isEmpty()
            ? named.first()
            : name instanceof Name.Id given
                ? given.prefix()
                : urls.get(0).substring(0, Name.DIGITS);
    Set<String> all = new TreeSet<>(ids);
    if (name instanceof Name.Id given && given.isWhole()) {
      all.add(given.prefix());
    }
    return new Tombstone(
        id, date.toString(), reason, winnow, List.copyOf(all), urls, List.copyOf(texts.values()));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
