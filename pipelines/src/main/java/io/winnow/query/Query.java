package io.winnow.query;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.write.Dataset;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.duckdb.DuckDBDriver;

/**
 * Answers one SQL query over the published runs, all of one moment.
 *
 * <p>The database lives in memory, reads the files that the manifests name and no other (of a
 * bucket: copies of them), writes none, and loads no extension. Only queries are taken: by DuckDB's
 * own parser, before it runs them.
 */
public final class Query {
  private static final int ATTEMPTS = 5;
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
    for (int attempt = 1; ; attempt++) {
      PublishedRuns published = PublishedRuns.read(output);
      if (published.all().isEmpty()) {
        throw new QueryException(
            "nothing is published at "
                + output.location("")
                + " yet; ./winnow curate --input=... --output=... publishes there");
      }
      TrackedOutput tracked = new TrackedOutput(out);
      try (QueryFiles files = QueryFiles.of(published, output, sql);
          Connection database = open(published, files)) {
        requireQuery(database, sql);
        answer(database, sql, format.writer(tracked, width));
        return;
      } catch (SQLException e) {
        // A run that was replaced meanwhile took its files along: look again.
        if (attempt == ATTEMPTS || tracked.isUsed() || isCurrent(published)) {
          throw new QueryException(message(e));
        }
      } catch (FileNotFoundException e) {
        if (attempt == ATTEMPTS || isCurrent(published)) {
          throw e;
        }
      }
    }
  }

  private boolean isCurrent(PublishedRuns published) throws IOException {
    Set<String> read = published.all().stream().map(PublishedRun::folder).collect(toSet());
    return read.equals(Set.copyOf(output.published().values()));
  }

  private static Connection open(PublishedRuns published, QueryFiles files) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    Connection database = DriverManager.getConnection("jdbc:duckdb:", properties);
    try {
      lock(database, published, files);
      return database;
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }

  private static void lock(Connection database, PublishedRuns published, QueryFiles files)
      throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("SET autoinstall_known_extensions = false");
      statement.execute("SET autoload_known_extensions = false");
      statement.execute("SET temp_directory = ''");
      statement.execute("SET TimeZone = 'UTC'");
      Views.create(database, published, files);
      statement.execute("SET allowed_paths = " + allowed(files));
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
    }
  }

  private static String allowed(QueryFiles files) {
    return Dataset.all().stream()
        .flatMap(dataset -> files.of(dataset).stream())
        .flatMap(path -> Stream.of(path, Views.pattern(path)))
        .distinct()
        .map(Views::literal)
        .collect(Collectors.joining(", ", "[", "]"));
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
