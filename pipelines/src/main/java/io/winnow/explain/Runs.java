package io.winnow.explain;

import io.winnow.dedupe.DedupeSpec;
import io.winnow.dedupe.Seniority;
import io.winnow.publish.Manifest;
import io.winnow.publish.PublishedRun;
import io.winnow.write.Dataset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The published runs by id, and what was in force in each. */
final class Runs {
  private final Map<String, Manifest> manifests = new LinkedHashMap<>();
  private final Function<Map<String, String>, Seniority> seniority;

  /**
   * @param seniority which of several copies stays, by the options in a manifest
   */
  Runs(List<PublishedRun> runs, Function<Map<String, String>, Seniority> seniority) {
    runs.forEach(run -> manifests.put(run.manifest().runId(), run.manifest()));
    this.seniority = seniority;
  }

  Optional<Manifest> find(String id) {
    return Optional.ofNullable(manifests.get(id));
  }

  /** An option of a run as its manifest has it; nothing where it was not given. */
  String option(String run, String name) {
    return find(run).map(manifest -> manifest.options().getOrDefault(name, "")).orElse("");
  }

  boolean compares(String run) {
    return !option(run, "dedupe").equals("none");
  }

  DedupeSpec dedupe(String run) {
    return DedupeSpec.defaults()
        .withSeniority(seniority.apply(find(run).map(Manifest::options).orElse(Map.of())));
  }

  /** A run, and those that it saw whose logical dates are at most so many days away. */
  List<String> near(String run, int days) {
    List<String> near = new ArrayList<>(List.of(run));
    find(run)
        .ifPresent(
            own ->
                own.history().keySet().stream()
                    .filter(
                        other -> find(other).filter(each -> isNear(own, each, days)).isPresent())
                    .sorted()
                    .forEach(near::add));
    return near;
  }

  /** Runs that saw this one, and whose logical dates are at most so many days away. */
  List<String> later(String run, int days) {
    return find(run).stream()
        .flatMap(
            own ->
                manifests.values().stream()
                    .filter(other -> other.history().containsKey(run))
                    .filter(other -> isNear(own, other, days)))
        .map(Manifest::runId)
        .toList();
  }

  private static boolean isNear(Manifest one, Manifest other, int days) {
    return Math.abs(ChronoUnit.DAYS.between(one.logicalDate(), other.logicalDate())) <= days;
  }

  /** Rows of their fingerprints. */
  long fingerprints(List<String> of) {
    return of.stream()
        .flatMap(run -> find(run).stream())
        .map(run -> run.datasets().get(Dataset.FINGERPRINTS.name()))
        .filter(Objects::nonNull)
        .mapToLong(Manifest.DatasetFacts::rows)
        .sum();
  }

  /** Whether the rows of a run were written with that column. */
  boolean tells(String run, Dataset<?> dataset, String column) {
    return find(run)
        .map(manifest -> manifest.datasets().get(dataset.name()))
        .filter(
            facts ->
                dataset.addedAfter(facts.schemaVersion()).stream()
                    .noneMatch(added -> added.name().equals(column)))
        .isPresent();
  }

  /** What was changed in a run after it was published. */
  List<String> rewrites(String run) {
    return find(run)
        .map(
            manifest ->
                manifest.rewrites().stream()
                    .map(
                        each ->
                            each.reason() + " (" + each.at() + ", by Winnow " + each.winnow() + ")")
                    .toList())
        .orElse(List.of());
  }

  /** Later runs that had seen another attempt of this one: it was run again after them. */
  List<String> thatSawItBefore(String run) {
    Optional<Manifest> own = find(run);
    return manifests.values().stream()
        .filter(
            other ->
                own.isPresent()
                    && other.sequence() > own.get().sequence()
                    && other.started().compareTo(own.get().started()) < 0)
        .map(Manifest::runId)
        .toList();
  }
}
