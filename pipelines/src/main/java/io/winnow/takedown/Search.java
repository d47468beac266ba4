package io.winnow.takedown;

import io.winnow.dedupe.UrlKey;
import io.winnow.forget.ForgottenRejects;
import io.winnow.forget.KeepOut;
import io.winnow.forget.Salt;
import io.winnow.forget.Tombstone;
import io.winnow.forget.Tombstones;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.schema.Fingerprint;
import io.winnow.takedown.Removal.Other;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Finds everything that goes when names are taken down: the pieces named, their whole clusters, and
 * in any run whatever the new tombstones would keep out from now on.
 *
 * <p>So what is removed and what stays out are told by the same rules. Of the rest of a cluster
 * that only its first article is like, copies go with that article.
 */
public final class Search {
  private static final List<String> PRINT =
      List.of(
          "id",
          "url",
          "cluster_id",
          "kept",
          "version",
          "content_sha256",
          "shingles",
          "sketch",
          "series",
          "part");

  private static final List<String> ORIGINAL = List.of("id", "url", "reason", "original");

  private final PublishedRuns published;
  private final Salt salt;
  private final Tombstones known;
  private final LocalDate date;
  private final @Nullable String reason;
  private final String winnow;

  /**
   * @param known what was taken down before
   * @param date logical date of the takedown
   * @param reason of it, for people; null where none is given
   * @param winnow version of the program
   */
  public Search(
      PublishedRuns published,
      Tombstones known,
      LocalDate date,
      @Nullable String reason,
      String winnow) {
    this.published = published;
    this.known = known;
    this.salt = known.salted();
    this.date = date;
    this.reason = reason;
    this.winnow = winnow;
  }

  /**
   * Looks through all runs.
   *
   * @param always whether a name that stands for nothing published gets a tombstone, too
   * @throws AmbiguousName when the beginning of an id is that of several
   */
  public Removal find(List<Name> names, boolean always) throws AmbiguousName, IOException {
    List<Target> targets = named(names);
    readMembers(targets);
    readTexts(targets);
    List<Name> missing =
        targets.stream().filter(it -> it.named().isEmpty()).map(Target::name).toList();
    List<Target> found = targets.stream().filter(it -> always || !it.named().isEmpty()).toList();
    List<RunRemoval> removals = matches(found);
    readCopies(found, removals);
    SortedSet<String> expired = expired(found);
    return new Removal(
        published,
        tombstones(found),
        found.stream().mapToLong(Search::texts).sum(),
        removals.stream().filter(run -> !run.isEmpty()).toList(),
        expired,
        missing,
        staying(found, removals));
  }

  /** Clusters, and pieces that never came to be in one. */
  private static long texts(Target target) {
    return Math.max(target.clusters().size(), target.named().isEmpty() ? 0 : 1);
  }

  private List<Target> named(List<Name> names) throws AmbiguousName, IOException {
    record Hit(int name, String id, @Nullable String cluster) {}
    List<Target> targets = new ArrayList<>(names.stream().map(Target::new).toList());
    List<List<Hit>> hits =
        EachRun.read(
            published,
            run -> {
              List<Hit> found = new ArrayList<>();
              run.forEach(
                  Dataset.FINGERPRINTS,
                  row -> {
                    for (int i = 0; i < names.size(); i++) {
                      if (isNamed(names.get(i), text(row, "id"), row.get("url"))) {
                        found.add(new Hit(i, text(row, "id"), text(row, "cluster_id")));
                      }
                    }
                  },
                  "id",
                  "url",
                  "cluster_id");
              run.forEach(
                  Dataset.REJECTS,
                  row -> {
                    for (int i = 0; i < names.size(); i++) {
                      if (isNamed(names.get(i), text(row, "id"), row.get("url"))
                          && !isForgotten(row)) {
                        found.add(new Hit(i, text(row, "id"), null));
                      }
                    }
                  },
                  "id",
                  "url",
                  "stage");
              return found;
            });
    hits.forEach(
        ofRun -> ofRun.forEach(hit -> targets.get(hit.name()).name(hit.id(), hit.cluster())));
    published
        .expired()
        .forEachWith(
            PRINT,
            Dataset.FINGERPRINTS,
            row ->
                targets.stream()
                    .filter(target -> isNamed(target.name(), row.getId(), row.getUrl()))
                    .forEach(target -> target.name(row.getId(), row.getClusterId())));
    for (Target target : targets) {
      if (target.name() instanceof Name.Id && target.named().size() > 1) {
        throw new AmbiguousName(target.name(), target.named());
      }
    }
    return targets;
  }

  private static boolean isNamed(Name name, String id, @Nullable Object url) {
    if (name instanceof Name.Id given) {
      return id.startsWith(given.prefix());
    }
    return url != null && ((Name.Url) name).key().equals(UrlKey.of(url.toString()));
  }

  private static boolean isForgotten(GenericRecord row) {
    return text(row, "stage").equals(ForgottenRejects.STAGE);
  }

  private void readMembers(List<Target> targets) throws IOException {
    Set<String> clusters = new HashSet<>();
    targets.forEach(target -> clusters.addAll(target.clusters()));
    if (clusters.isEmpty()) {
      return;
    }
    List<List<Fingerprint>> members =
        EachRun.read(
            published,
            run -> {
              boolean[] any = {false};
              run.forEach(
                  Dataset.FINGERPRINTS,
                  row -> any[0] |= clusters.contains(text(row, "cluster_id")),
                  "cluster_id");
              List<Fingerprint> rows = new ArrayList<>();
              if (any[0]) {
                run.forEachWith(
                    PRINT,
                    Dataset.FINGERPRINTS,
                    row -> {
                      if (clusters.contains(row.getClusterId())) {
                        rows.add(row);
                      }
                    });
              }
              return rows;
            });
    members.forEach(rows -> rows.forEach(row -> member(targets, row)));
    published.expired().forEachWith(PRINT, Dataset.FINGERPRINTS, row -> member(targets, row));
  }

  private void member(List<Target> targets, Fingerprint row) {
    targets.stream()
        .filter(target -> target.clusters().contains(row.getClusterId()))
        .forEach(target -> target.member(row, salt));
  }

  /** Texts of named pieces and of the first of their clusters; originals of named rejects. */
  private void readTexts(List<Target> targets) throws IOException {
    Set<String> wanted = new HashSet<>();
    Set<String> named = new HashSet<>();
    targets.forEach(target -> wanted.addAll(target.leading()));
    targets.forEach(target -> named.addAll(target.named()));
    for (Dataset<?> dataset : List.of(Dataset.ARTICLES, Dataset.DUPLICATES)) {
      for (Map<String, String> texts :
          EachRun.read(published, run -> texts(run, dataset, wanted, "text"))) {
        texts.forEach((id, text) -> targets.forEach(target -> target.text(id, text, salt)));
      }
    }
    for (Map<String, String> texts :
        EachRun.read(published, run -> texts(run, Dataset.REJECTS, named, "original"))) {
      texts.forEach(
          (id, text) ->
              targets.stream()
                  .filter(target -> target.named().contains(id) && !text.isBlank())
                  .forEach(target -> target.original(text, salt)));
    }
  }

  private static Map<String, String> texts(
      PublishedRun run, Dataset<?> dataset, Set<String> ids, String column) throws IOException {
    Set<String> here = new HashSet<>();
    run.forEach(
        dataset,
        row -> {
          if (ids.contains(text(row, "id"))) {
            here.add(text(row, "id"));
          }
        },
        "id");
    Map<String, String> texts = new TreeMap<>();
    if (!here.isEmpty()) {
      run.forEach(
          dataset,
          row -> {
            if (here.contains(text(row, "id"))) {
              texts.put(text(row, "id"), text(row, column));
            }
          },
          "id",
          column);
    }
    return texts;
  }

  private List<Tombstone> tombstones(List<Target> targets) {
    return targets.stream().map(target -> target.tombstone(date, reason, winnow, salt)).toList();
  }

  private KeepOut keepOut(List<Tombstone> tombstones) {
    return KeepOut.of(new Tombstones(Tombstones.VERSION, known.salt(), tombstones));
  }

  /** What the tombstones would keep out. */
  private List<RunRemoval> matches(List<Target> targets) throws IOException {
    KeepOut any = keepOut(tombstones(targets));
    List<KeepOut> each = tombstones(targets).stream().map(it -> keepOut(List.of(it))).toList();
    return EachRun.read(
        published,
        run -> {
          RunRemoval removal = RunRemoval.nothing(run);
          run.forEachWith(
              PRINT,
              Dataset.FINGERPRINTS,
              row -> {
                if (any.has(row)) {
                  (row.getKept() ? removal.articles() : removal.duplicates()).add(row.getId());
                  for (int i = 0; i < each.size(); i++) {
                    if (each.get(i).has(row)) {
                      copy(targets.get(i), row.getId(), row.getContentSha256());
                    }
                  }
                }
              });
          run.forEachWith(
              ORIGINAL,
              Dataset.REJECTS,
              row -> {
                if (any.has(row)) {
                  removal.rejects().add(row.getId());
                  for (int i = 0; i < each.size(); i++) {
                    if (each.get(i).has(row)) {
                      id(targets.get(i), row.getId());
                    }
                  }
                }
              });
          return removal;
        });
  }

  /** The same of removed runs, of which fingerprints are left. */
  private SortedSet<String> expired(List<Target> targets) throws IOException {
    KeepOut any = keepOut(tombstones(targets));
    SortedSet<String> expired = new TreeSet<>();
    published
        .expired()
        .forEachWith(
            PRINT,
            Dataset.FINGERPRINTS,
            row -> {
              if (any.has(row)) {
                expired.add(row.getId());
              }
            });
    return expired;
  }

  private void copy(Target target, String id, String contentSha256) {
    synchronized (target) {
      target.copy(id, contentSha256, salt);
    }
  }

  private static void id(Target target, String id) {
    synchronized (target) {
      target.ids().add(id);
    }
  }

  /** Duplicates of an article that goes, where they are like it and not like what was named. */
  private void readCopies(List<Target> targets, List<RunRemoval> removals) throws IOException {
    Set<String> gone = new HashSet<>();
    removals.forEach(run -> gone.addAll(run.articles()));
    if (gone.isEmpty()) {
      return;
    }
    SortedMap<String, RunRemoval> byRun = new TreeMap<>();
    removals.forEach(removal -> byRun.put(removal.run().manifest().runId(), removal));
    EachRun.read(
        published,
        run -> {
          RunRemoval removal = byRun.get(run.manifest().runId());
          Map<String, String> copies = new TreeMap<>();
          run.forEach(
              Dataset.DUPLICATES,
              row -> {
                if (gone.contains(text(row, "duplicate_of")) && !removal.has(text(row, "id"))) {
                  copies.put(text(row, "id"), text(row, "duplicate_of"));
                }
              },
              "id",
              "duplicate_of");
          if (!copies.isEmpty()) {
            run.forEach(
                Dataset.FINGERPRINTS,
                row -> {
                  String article = copies.get(text(row, "id"));
                  if (article != null) {
                    targets.stream()
                        .filter(target -> target.ids().contains(article))
                        .forEach(
                            target -> copy(target, text(row, "id"), text(row, "content_sha256")));
                  }
                },
                "id",
                "content_sha256");
            removal.duplicates().addAll(copies.keySet());
          }
          return removal;
        });
  }

  /** Articles at a URL of one that goes. */
  private List<Other> staying(List<Target> targets, List<RunRemoval> removals) throws IOException {
    Set<String> ids = new HashSet<>();
    removals.forEach(run -> run.addAllTo(ids));
    Set<String> named = new HashSet<>();
    targets.forEach(target -> named.addAll(target.named()));
    Set<String> keys = new TreeSet<>();
    List<List<Other>> others = new ArrayList<>();
    for (List<String> ofRun : EachRun.read(published, run -> keysOf(run, named))) {
      keys.addAll(ofRun);
    }
    if (!keys.isEmpty()) {
      others.addAll(
          EachRun.read(
              published,
              run -> {
                List<Other> here = new ArrayList<>();
                run.forEach(
                    Dataset.FINGERPRINTS,
                    row -> {
                      Object url = row.get("url");
                      String key = url == null ? null : UrlKey.of(url.toString());
                      if (key != null
                          && keys.contains(key)
                          && (Boolean) row.get("kept")
                          && !ids.contains(text(row, "id"))) {
                        here.add(new Other(run.manifest().runId(), text(row, "id")));
                      }
                    },
                    "id",
                    "url",
                    "kept");
                return here;
              }));
    }
    return others.stream().flatMap(List::stream).toList();
  }

  private static List<String> keysOf(PublishedRun run, Set<String> ids) throws IOException {
    List<String> keys = new ArrayList<>();
    run.forEach(
        Dataset.FINGERPRINTS,
        row -> {
          Object url = row.get("url");
          if (url != null && ids.contains(text(row, "id"))) {
            String key = UrlKey.of(url.toString());
            if (key != null) {
              keys.add(key);
            }
          }
        },
        "id",
        "url");
    return keys;
  }

  private static String text(GenericRecord row, String column) {
    return row.get(column).toString();
  }
}
