package io.winnow.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.publish.ExpiredRuns;
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
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
    return read(output, names, begun, Corpus::keepFooters, reading);
  }

  /**
   * The same.
   *
   * @param fitting what is changed before the settings of the database are locked
   */
  static <T> T read(
      OutputStore output, String names, BooleanSupplier begun, Fitting fitting, Reading<T> reading)
      throws QueryException, IOException, SQLException {
    CompletableFuture<Void> library = CompletableFuture.runAsync(Corpus::loadLibrary);
    for (int attempt = 1; ; attempt++) {
      PublishedRuns published = PublishedRuns.read(output);
      library.join();
      if (published.all().isEmpty()) {
        throw new QueryException(
            "nothing is published at "
                + output.location("")
                + " yet; ./winnow curate --input=... --output=... publishes there");
      }
      try (Corpus corpus = open(published, QueryFiles.of(published, output, names))) {
        fitting.fit(corpus);
        corpus.execute("SET lock_configuration = true");
        return reading.read(corpus);
      } catch (SQLException | FileNotFoundException e) {
        if (attempt == ATTEMPTS || begun.getAsBoolean() || published.areCurrent(output)) {
          throw e;
        }
      }
    }
  }

  /** Unpacked from its jar, it takes as long as reading the manifests does. */
  private static void loadLibrary() {
    try {
      DriverManager.getConnection("jdbc:duckdb:").close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is done to it before. */
  @FunctionalInterface
  interface Fitting {
    void fit(Corpus corpus) throws SQLException, IOException, QueryException;
  }

  /** Of all files, some 0.1 MB each: whoever asks many questions would read them every time. */
  private void keepFooters() throws SQLException {
    execute("SET parquet_metadata_cache = true");
  }

  /**
   * Leaves out of the view {@code articles} what {@code sql} does not read of it.
   *
   * @param sql a query, and nothing else
   */
  void fitArticles(String sql) throws SQLException, IOException {
    if (!sql.toLowerCase(Locale.ROOT).contains(Dataset.ARTICLES.name())) {
      return;
    }
    Optional<Set<String>> read =
        ColumnsRead.of(database, Dataset.ARTICLES.name(), sql, views(ArticlesView.WHOLE).keySet());
    if (read.isPresent()) {
      String fitting = ArticlesView.reading(read.get()).sql();
      execute(Views.create(Dataset.ARTICLES.name(), fitting));
    }
  }

  /** What is remembered of runs that were removed. */
  public ExpiredRuns expired() {
    return published.expired();
  }

  /** The runs, by sequence. */
  public List<PublishedRun> runs() {
    return published.all();
  }

  /**
   * What SQL calls a dataset of some runs alone; where there are many runs, it is read sooner than
   * the view of all.
   *
   * @param runs ids of published runs
   */
  public String table(Dataset<?> dataset, Collection<String> runs) {
    List<PublishedRun> chosen = runs.stream().flatMap(run -> published.find(run).stream()).toList();
    return files.of(dataset, runs).ofRuns(chosen).table();
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
    try {
      database.close();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static Corpus open(PublishedRuns published, QueryFiles files) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    Connection database = DriverManager.getConnection("jdbc:duckdb:", properties);
    Corpus corpus = new Corpus(published, files, database);
    try {
      corpus.makeViews();
      return corpus;
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }

  private void makeViews() throws SQLException {
    execute("SET autoinstall_known_extensions = false");
    execute("SET autoload_known_extensions = false");
    execute("SET temp_directory = ''");
    execute("SET TimeZone = 'UTC'");
    for (Map.Entry<String, String> view : views(ArticlesView.WHOLE).entrySet()) {
      execute(Views.create(view.getKey(), view.getValue()));
    }
    execute("SET allowed_paths = " + allowed());
    execute("SET enable_external_access = false");
  }

  private Map<String, String> views(ArticlesView articles) {
    return Views.of(published.all(), files::of, articles);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private String allowed() {
    return Dataset.all().stream()
        .flatMap(dataset -> files.of(dataset).paths().stream())
        .flatMap(path -> Stream.of(path, Views.pattern(path)))
        .distinct()
        .map(Views::literal)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
