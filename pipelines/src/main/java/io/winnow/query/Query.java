package io.winnow.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.publish.OutputStore;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/**
 * Answers one SQL query over the published runs, all of one moment; see {@link Corpus}. Only
 * queries are taken: by DuckDB's own parser, before it runs them.
 */
public final class Query {
  private static final Pattern UNKNOWN_COLUMN =
      Pattern.compile("column (?:named |with name )?\"([^\"]{1,100})\"");
  private static final JsonMapper JSON = new JsonMapper();

  private final OutputStore output;

  public Query(OutputStore output) {
    this.output = output;
  }

  /**
   * Writes the answer to {@code out}.
   *
   * @param width columns of the terminal, for tables
   * @throws QueryException when nothing is published, or the query is wrong
   */
  public void run(String sql, QueryFormat format, int width, Appendable out)
      throws QueryException, IOException {
    TrackedOutput tracked = new TrackedOutput(out);
    try {
      Corpus.read(
          output,
          sql,
          tracked::isUsed,
          corpus -> {
            requireQuery(corpus.database(), sql);
            corpus.fitArticles(sql);
          },
          corpus -> {
            Optional<Description> asked = Description.askedBy(sql);
            if (asked.isPresent()) {
              describe(corpus, asked.get(), format, width, tracked);
            } else {
              answer(corpus.database(), sql, format.writer(tracked, width));
            }
            return sql;
          });
    } catch (SQLException e) {
      throw new QueryException(message(e));
    }
  }

  private static void requireQuery(Connection database, String sql)
      throws SQLException, QueryException, IOException {
    try (PreparedStatement parse =
        database.prepareStatement("SELECT json_serialize_sql(?::VARCHAR)")) {
      parse.setString(1, sql);
      try (ResultSet result = parse.executeQuery()) {
        result.next();
        JsonNode parsed = JSON.readTree(result.getString(1));
        boolean query = !parsed.path("error_type").asText().equals("not implemented");
        if (!query || sql.isBlank()) {
          throw new QueryException("only a query can be answered: SELECT, DESCRIBE or SHOW TABLES");
        }
        if (parsed.path("statements").size() > 1) {
          throw new QueryException("only one query can be answered at a time");
        }
      }
    }
  }

  private static void describe(
      Corpus corpus, Description asked, QueryFormat format, int width, Appendable out)
      throws SQLException, IOException {
    List<List<String>> rows = new ArrayList<>();
    for (ObjectNode column : corpus.rows("DESCRIBE " + asked.view())) {
      rows.add(asked.row(column.get("column_name").asText(), column.get("column_type").asText()));
    }
    if (format == QueryFormat.TABLE) {
      Description.table(rows, width, out);
      return;
    }
    RowWriter writer = format.writer(out, width);
    writer.columns(Description.header());
    for (List<String> row : rows) {
      List<Value> values = new ArrayList<>();
      for (String value : row) {
        values.add(Value.of(value));
      }
      writer.row(values);
    }
    writer.end();
  }

  private static void answer(Connection database, String sql, RowWriter writer)
      throws SQLException, IOException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> names = new ArrayList<>();
      int columns = rows.getMetaData().getColumnCount();
      for (int i = 1; i <= columns; i++) {
        names.add(rows.getMetaData().getColumnName(i));
      }
      writer.columns(names);
      while (rows.next()) {
        List<Value> values = new ArrayList<>(columns);
        for (int i = 1; i <= columns; i++) {
          values.add(Value.of(rows.getObject(i)));
        }
        writer.row(values);
      }
      writer.end();
    }
  }

  /** What DuckDB says, with the nearest column where it names none itself. */
  private static String message(SQLException e) {
    String said = String.valueOf(e.getMessage()).strip();
    Matcher unknown = UNKNOWN_COLUMN.matcher(said);
    if (said.contains("Candidate bindings") || said.contains("Did you mean") || !unknown.find()) {
      return said;
    }
    return NearestName.to(unknown.group(1), columns())
        .map(name -> said + "\nDid you mean \"" + name + "\"?")
        .orElse(said);
  }

  private static List<String> columns() {
    return Dataset.all().stream()
        .flatMap(dataset -> dataset.schema().getFields().stream())
        .map(Schema.Field::name)
        .distinct()
        .toList();
  }
}
