package io.winnow.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out which columns of a view a query reads, by asking DuckDB for its plan over empty tables
 * with the same columns: so stars, rows as a whole and joins by name are understood as it
 * understands them.
 */
final class ColumnsRead {
  private static final JsonMapper JSON = new JsonMapper();

  /** Those that say which columns are read are left: others make of an empty table nothing. */
  private static final String OTHER_OPTIMIZERS =
      "SELECT string_agg(name, ',') FROM duckdb_optimizers() WHERE name NOT IN ('unused_columns', 'cte_inlining')";

  private final Connection database;
  private final String view;
  private final Set<String> columns = new HashSet<>();
  private boolean unknown;

  private ColumnsRead(Connection database, String view) {
    this.database = database;
    this.view = view;
  }

  /**
   * The columns of {@code view} that {@code sql} reads; empty when that cannot be told.
   *
   * @param views all that a query may name
   */
  static Optional<Set<String>> of(
      Connection database, String view, String sql, Collection<String> views)
      throws SQLException, IOException {
    return new ColumnsRead(database, view).find(sql, views);
  }

  private Optional<Set<String>> find(String sql, Collection<String> views)
      throws SQLException, IOException {
    String named = sql.toLowerCase(Locale.ROOT);
    if (named.contains("main")) {
      // The schema of the views, past the empty tables.
      return Optional.empty();
    }
    execute("CREATE SCHEMA empty_tables");
    for (String name : views) {
      if (named.contains(name)) {
        execute("CREATE TABLE empty_tables." + name + " AS FROM " + name + " LIMIT 0");
      }
    }
    String optimizers = text(OTHER_OPTIMIZERS);
    execute("SET schema = 'empty_tables'");
    execute("SET disabled_optimizers = '" + optimizers + "'");
    try {
      walk(JSON.readTree(plan(sql)));
    } catch (SQLException e) {
      // Said again, and better, when the query itself is run.
      unknown = true;
    } finally {
      execute("RESET disabled_optimizers");
      execute("SET schema = 'main'");
      execute("DROP SCHEMA empty_tables CASCADE");
    }
    return unknown ? Optional.empty() : Optional.of(Set.copyOf(columns));
  }

  private void walk(JsonNode node) {
    JsonNode info = node.path("extra_info");
    if (info.path("Table").asText().equals(view)) {
      JsonNode read = info.path("Projections");
      read.forEach(column -> columns.add(column.asText()));
      if (!read.asText().isEmpty()) {
        columns.add(read.asText());
      }
    }
    // Past the empty tables, by the name of the database.
    unknown |= node.path("name").asText().contains("PARQUET");
    (node.isArray() ? node : node.path("children")).forEach(this::walk);
  }

  private String plan(String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet plan = statement.executeQuery("EXPLAIN (FORMAT json) " + sql)) {
      plan.next();
      return plan.getString(2);
    }
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
