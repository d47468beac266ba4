package io.winnow.query;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ColumnsReadTest {
  private Connection database;

  @BeforeEach
  void open() throws Exception {
    database = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = database.createStatement()) {
      statement.execute(
          "CREATE VIEW articles AS SELECT 'a' AS id, 'b' AS title, 1 AS cluster_size, ['c'] AS also_at, DATE '2026-02-16' AS first_seen");
      statement.execute("CREATE VIEW duplicates AS SELECT 'd' AS id, 'e' AS title, 'a' AS of");
    }
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  @Test
  void findsWhatIsNamed() throws Exception {
    assertThat(read("SELECT count(*) FROM articles"), equalTo(Set.of()));
    assertThat(read("SELECT 1"), equalTo(Set.of()));
    assertThat(read("SELECT \"TITLE\" FROM articles"), equalTo(Set.of("title")));
    assertThat(
        read("SELECT id FROM Articles a WHERE len(a.also_at) > 1 ORDER BY first_seen"),
        equalTo(Set.of("id", "also_at", "first_seen")));
    assertThat(
        read(
            "WITH few AS (SELECT * FROM articles LIMIT 3), other AS (SELECT id, cluster_size FROM articles)"
                + " SELECT few.id, other.cluster_size FROM few JOIN other ON few.id = other.id"),
        hasItems("id", "cluster_size"));
    assertThat(
        read("SELECT id FROM articles WHERE id IN (SELECT 'x' FROM duplicates WHERE false)"),
        equalTo(Set.of("id")));
  }

  @Test
  void understandsWhatNamesNoColumn() throws Exception {
    for (String sql :
        List.of(
            "SELECT * FROM articles",
            "FROM articles LIMIT 0",
            "TABLE articles",
            "SUMMARIZE articles",
            "SELECT a FROM articles a",
            "SELECT articles FROM articles WHERE false",
            "SELECT COLUMNS('^also|^cl') FROM articles",
            "SELECT d.id FROM duplicates d JOIN articles a ON d.of = a.id AND a.cluster_size > 1 AND also_at IS NOT NULL",
            "SELECT * EXCLUDE (title) FROM articles UNION ALL BY NAME SELECT * FROM duplicates")) {
      assertThat(sql, read(sql), hasItems("cluster_size", "also_at"));
    }
    assertThat(
        read("SELECT count(*) FROM articles NATURAL JOIN duplicates"),
        allOf(hasItems("id", "title"), not(hasItems("also_at"))));
  }

  @Test
  void doesNotKnowWhereTheQueryIsWrongOrPlansNothing() throws Exception {
    for (String sql :
        List.of(
            "SELECT nothing FROM articles",
            "SELEC 1 FROM articles",
            "SELECT also_at FROM main.articles")) {
      assertThat(sql, ColumnsRead.of(database, "articles", sql, VIEWS), equalTo(Optional.empty()));
    }
  }

  @Test
  void leavesTheDatabaseAsItWas() throws Exception {
    read("SELECT count(*) FROM articles");

    try (Statement statement = database.createStatement()) {
      assertThat(statement.executeQuery("SELECT id FROM articles").next(), equalTo(true));
      assertThat(
          statement
              .executeQuery(
                  "FROM duckdb_settings() WHERE name = 'disabled_optimizers' AND value <> ''")
              .next(),
          equalTo(false));
    }
  }

  private static final List<String> VIEWS = List.of("articles", "duplicates");

  private Set<String> read(String sql) throws Exception {
    return ColumnsRead.of(database, "articles", sql, VIEWS).orElseThrow();
  }
}
