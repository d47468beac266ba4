package io.winnow.write;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** Which rows of a file are read; what its statistics and page index rule out is not touched. */
public final class RowFilter {
  /** Every row. */
  public static final RowFilter ALL = new RowFilter(null, Set.of());

  private static final String RUN_ID = "run_id";

  private final @Nullable FilterPredicate predicate;
  private final Set<String> columns;

  private RowFilter(@Nullable FilterPredicate predicate, Set<String> columns) {
    this.predicate = predicate;
    this.columns = columns;
  }

  /** The rows of one run. */
  public static RowFilter ofRun(String runId) {
    return ALL.and(RUN_ID, FilterApi.eq(FilterApi.binaryColumn(RUN_ID), Binary.fromString(runId)));
  }

  /** Of these rows those whose date lies within the days, both inclusive. */
  public RowFilter between(String date, LocalDate first, LocalDate last) {
    return and(
        date,
        FilterApi.and(
            FilterApi.gtEq(FilterApi.intColumn(date), (int) first.toEpochDay()),
            FilterApi.ltEq(FilterApi.intColumn(date), (int) last.toEpochDay())));
  }

  private RowFilter and(String column, FilterPredicate more) {
    Set<String> all = new LinkedHashSet<>(columns);
    all.add(column);
    return new RowFilter(predicate == null ? more : FilterApi.and(predicate, more), all);
  }

  /** Columns that it looks at, which must be read. */
  Set<String> columns() {
    return columns;
  }

  FilterCompat.Filter parquet() {
    return predicate == null ? FilterCompat.NOOP : FilterCompat.get(predicate);
  }
}
