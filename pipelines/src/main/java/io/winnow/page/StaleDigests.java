package io.winnow.page;

import io.winnow.page.Period.By;
import io.winnow.publish.ChangedRuns;
import io.winnow.publish.ChangedRuns.Run;
import io.winnow.publish.Manifest;
import io.winnow.publish.PublishedRun;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The digests that are not of what is published any more.
 *
 * @param changed those to be rendered again, or for the first time
 * @param gone those of which no run is left
 */
record StaleDigests(SortedSet<Period> changed, SortedSet<Period> gone) {
  private static final Comparator<Period> ORDER =
      Comparator.comparing(Period::name).thenComparing(Period::by);

  /**
   * @param names of the files in the folder of digests
   * @param runs all that are published
   */
  static StaleDigests of(Set<String> names, List<PublishedRun> runs, ChangedRuns changes)
      throws IOException {
    SortedSet<Period> there = new TreeSet<>(ORDER);
    names.forEach(name -> Period.ofFileName(name).ifPresent(there::add));
    Days days = new Days(there, runs, changes);
    SortedSet<Period> changed = new TreeSet<>(ORDER);
    SortedSet<Period> gone = new TreeSet<>(ORDER);
    for (Period period : there) {
      if (isTouched(period, changes, days)) {
        (isLeftAlone(period, runs, changes) ? gone : changed).add(period);
      }
    }
    runs.stream()
        .map(run -> Period.week(run.manifest().logicalDate()))
        .filter(week -> !there.contains(week))
        .forEach(changed::add);
    return new StaleDigests(changed, gone);
  }

  /** Whether its runs are gone; one that somebody rendered of no run stays. */
  private static boolean isLeftAlone(Period period, List<PublishedRun> runs, ChangedRuns changes) {
    return changes.all().stream().anyMatch(run -> period.coversRun(run.id(), run.date()))
        && runs.stream()
            .map(StaleDigests::known)
            .noneMatch(run -> period.coversRun(run.id(), run.date()));
  }

  private static Run known(PublishedRun run) {
    Manifest manifest = run.manifest();
    return new Run(manifest.runId(), manifest.logicalDate());
  }

  private static boolean isTouched(Period period, ChangedRuns changes, Days days) {
    return changes.isUnknown()
        || (period.kind() == Period.Kind.RUN && !changes.onlyAdded())
        || changes.all().stream()
            .anyMatch(
                run ->
                    isTouched(period, run, days)
                        || period.previous().filter(it -> isTouched(it, run, days)).isPresent());
  }

  private static boolean isTouched(Period period, Run run, Days days) {
    return period.by() == By.FIRST_SEEN
        ? period.coversRun(run.id(), run.date())
        : days.any(period, run);
  }

  /** The days of the articles of runs that were added; of others they are not known any more. */
  private static final class Days {
    private final Map<Run, PeriodArticles.Days> known = new HashMap<>();

    Days(Collection<Period> there, List<PublishedRun> runs, ChangedRuns changes)
        throws IOException {
      if (changes.onlyAdded() && there.stream().anyMatch(it -> it.by() == By.PUBLISHED)) {
        for (PublishedRun run : runs) {
          if (changes.all().contains(known(run))) {
            known.put(known(run), PeriodArticles.days(run));
          }
        }
      }
    }

    boolean any(Period period, Run run) {
      PeriodArticles.Days days = known.get(run);
      return days == null || days.any(period, run.date());
    }
  }
}
