package io.winnow.page;

import io.winnow.page.Period.By;
import io.winnow.publish.Manifest;
import io.winnow.publish.PublishedRun;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Reads the articles of a period from the runs that may have some, and no others. */
final class PeriodArticles {
  private final List<PublishedRun> runs;

  /**
   * @param runs all published ones
   */
  PeriodArticles(List<PublishedRun> runs) {
    this.runs = List.copyOf(runs);
  }

  /** All articles of the period, and perhaps others. */
  ArticleSource of(Period period) {
    return new ArticleSource() {
      @Override
      public void forEach(Reader reader) throws IOException {
        for (PublishedRun run : runs) {
          if (isWithin(run, period)) {
            run.forEach(Dataset.ARTICLES, reader::read);
          } else {
            between(run, reader);
          }
        }
      }

      @Override
      public void forEach(Collection<String> columns, Reader reader) throws IOException {
        for (PublishedRun run : runs) {
          if (isWithin(run, period)) {
            run.forEachAtOnce(columns, Dataset.ARTICLES, reader::read);
          } else {
            between(run, reader);
          }
        }
      }

      private void between(PublishedRun run, Reader reader) throws IOException {
        if (period.by() == By.PUBLISHED) {
          run.forEachBetween(
              Dataset.ARTICLES, "published", period.first(), period.last(), reader::read);
        }
      }
    };
  }

  /** What the articles of the period before are about; null where there is no such period. */
  @Nullable Before before(Period period) throws IOException {
    Optional<Period> previous = period.previous().or(() -> runBefore(period));
    if (previous.isEmpty()) {
      return null;
    }
    List<Topics.Of> articles = new ArrayList<>();
    for (PublishedRun run : runs) {
      if (isWithin(run, previous.get()) || period.by() == By.PUBLISHED) {
        Manifest manifest = run.manifest();
        run.forEach(
            Dataset.ARTICLES,
            row -> {
              LocalDate published = (LocalDate) row.get("published");
              if (previous.get().covers(manifest.runId(), manifest.logicalDate(), published)) {
                articles.add(topics(row));
              }
            },
            "published",
            "tags",
            "keywords");
      }
    }
    return articles.isEmpty() ? null : new Before(previous.get(), Topics.of(articles));
  }

  /** The days of a run's articles. */
  record Days(TreeSet<LocalDate> published, boolean undated) {
    static final Days NONE = new Days(new TreeSet<>(), false);

    boolean any(Period period, LocalDate firstSeen) {
      return published.stream().anyMatch(period::holds) || undated && period.holds(firstSeen);
    }
  }

  static Days days(PublishedRun run) throws IOException {
    TreeSet<LocalDate> published = new TreeSet<>();
    boolean[] undated = {false};
    run.forEach(
        Dataset.ARTICLES,
        row -> {
          LocalDate day = (LocalDate) row.get("published");
          if (day == null) {
            undated[0] = true;
          } else {
            published.add(day);
          }
        },
        "published");
    return new Days(published, undated[0]);
  }

  /** The period of the run published before the one that the period is. */
  private Optional<Period> runBefore(Period period) {
    return runs.stream()
        .map(PublishedRun::manifest)
        .filter(run -> period.covers(run.runId(), run.logicalDate(), null))
        .findFirst()
        .flatMap(
            run ->
                runs.stream()
                    .map(PublishedRun::manifest)
                    .filter(other -> other.sequence() < run.sequence())
                    .max(Comparator.comparingLong(Manifest::sequence)))
        .map(run -> Period.run(run.runId()));
  }

  /** Whether all articles of the run count by its date, of the period or not. */
  private static boolean isWithin(PublishedRun run, Period period) {
    Manifest manifest = run.manifest();
    return period.covers(manifest.runId(), manifest.logicalDate(), null);
  }

  private static Topics.Of topics(GenericRecord row) {
    return new Topics.Of(
        strings(row, "tags", "tag"), Topics.names(strings(row, "keywords", "term").stream()));
  }

  private static List<String> strings(GenericRecord row, String list, String field) {
    return ((List<?>) row.get(list))
        .stream().map(item -> ((GenericRecord) item).get(field).toString()).toList();
  }
}
