package io.winnow.query;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.publish.OutputStore;
import io.winnow.publish.PublishedRun;
import io.winnow.publish.PublishedRuns;
import io.winnow.write.Dataset;
import java.io.Closeable;
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
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;

/**
 * The published runs of one moment, as the tables of a database.
 *
 * <p>The database lives in memory, reads the files that the manifests name and no other (of a
 * bucket: copies of them), writes none, and loads no extension.
 */
public final class Corpus implements Closeable {
  private static final int ATTEMPTS = 5;

  private final PublishedRuns published;
  private final QueryFiles files;
  private final Connection database;

  private Corpus(PublishedRuns published, QueryFiles files, Connection database) {
    this.published = published;
    this.files = files;
    this.database = database;
  }

  /** What is done with it. */
  @FunctionalInterface
  public interface Reading<T> {
    T read(Corpus corpus) throws SQLException, IOException, QueryException;
  }

  /**
   * Reads what is published. A run that is replaced meanwhile takes its files along: then it is
   * read again from the start, unless the reader has begun to print.
   *
   * @param names text in which the needed datasets are named
   * @throws QueryException when nothing is published
   */
  public static <T> T read(
      OutputStore output, String names, BooleanSupplier begun, Reading<T> reading)
      throws QueryException, IOException, SQLException {
    for (int attempt = 1; ; attempt++) {
      PublishedRuns published = PublishedRuns.read(output);
      if (published.all().isEmpty()) {
        throw new QueryException(
            "nothing is published at "
                + output.location("")
                + " yet; ./winnow curate --input=... --output=... publishes there");
      }
      try (QueryFiles files = QueryFiles.of(published, output, names);
          Corpus corpus = new Corpus(published, files, open(published, files))) {
        return reading.read(corpus);
      } catch (SQLException | FileNotFoundException e) {
        if (attempt == ATTEMPTS || begun.getAsBoolean() || isCurrent(published, output)) {
          throw e;
        }
      }
    }
  }

  /** The runs, by sequence. */
  public List<PublishedRun> runs() {
    return published.all();
  }

  /** All rows of an answer, a field for each column. */
  public List<ObjectNode> rows(String sql, Object... parameters) throws SQLException {
    List<ObjectNode> rows = new ArrayList<>();
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
          ObjectNode row = JsonNodeFactory.instance.objectNode();
          for (int i = 1; i <= columns; i++) {
            row.set(result.getMetaData().getColumnName(i), Value.of(result.getObject(i)).json());
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  Connection database() {
    return database;
  }

  @Override
  public void close() throws IOException {
    try (files) {
      database.close();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static boolean isCurrent(PublishedRuns published, OutputStore output) throws IOException {
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
}
