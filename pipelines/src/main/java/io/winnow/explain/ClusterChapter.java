package io.winnow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.winnow.schema.Fingerprint;
import io.winnow.write.Dataset;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All that repeat one article, over all runs, in the order that decides who stays. */
final class ClusterChapter {
  private static final int SHOWN = 30;

  /** More are counted, not ordered. */
  private static final int MOST = 10_000;

  private final Finder finder;
  private final Runs runs;

  ClusterChapter(Finder finder, Runs runs) {
    this.finder = finder;
    this.runs = runs;
  }

  void tell(Row row, Telling telling) throws IOException, SQLException {
    String cluster = row.text("cluster_id");
    List<Row> members = members(cluster);
    telling.section("cluster", "Its cluster: one article and what repeats it");
    telling.fact("cluster_id", "cluster", cluster);
    if (members.size() <= 1) {
      telling.say("size", "Nothing else in any run repeats it.");
      return;
    }
    telling.say(
        "size",
        Words.count(members.size(), "member")
            + " over all runs, the one that stays first"
            + (members.size() > SHOWN ? "; the first " + SHOWN + " of them" : "")
            + ":");
    List<List<JsonNode>> rows = new ArrayList<>();
    for (Row member : members.subList(0, Math.min(SHOWN, members.size()))) {
      rows.add(
          List.of(
              member.value("id"),
              Telling.node(member.is(row)),
              Telling.node(member.kind()),
              Telling.node(member.run()),
              Telling.node(member.text("method")),
              member.has("similarity")
                  ? Telling.node(member.decimal("similarity"))
                  : NullNode.getInstance(),
              Telling.node(member.place()),
              Telling.node(member.has("url") ? member.text("url") : member.text("title"))));
    }
    telling.table(
        "members",
        List.of("id", "this", "what", "run", "method", "similarity", "place", "url or title"),
        rows);
    telling.say(
        "more",
        "Two of these ids show that pair side by side: ./winnow explain --output=DIR "
            + Row.brief(members.get(0).id())
            + " "
            + Row.brief(members.get(1).id()));
  }

  /** By the fingerprints of all runs; what else is told of each is read from its run alone. */
  private List<Row> members(String cluster) throws SQLException {
    Map<String, Fingerprint> fingerprints = new HashMap<>();
    Set<String> of = new TreeSet<>();
    for (Row row :
        finder.rows(
            "SELECT * REPLACE ('' AS sketch) FROM fingerprints WHERE cluster_id = ? LIMIT ?",
            cluster,
            MOST)) {
      fingerprints.put(row.run() + ' ' + row.id(), row.fingerprint());
      of.add(row.run());
    }
    if (fingerprints.size() <= 1) {
      return List.of();
    }
    List<Row> members = new ArrayList<>(members(cluster, List.copyOf(of)));
    Comparator<Row> order = Comparator.comparing(Row::kind);
    if (members.stream().allMatch(row -> fingerprints.containsKey(row.run() + ' ' + row.id()))) {
      String last = members.isEmpty() ? "" : members.get(members.size() - 1).run();
      Comparator<Fingerprint> seniority = runs.dedupe(last).seniority();
      order =
          order.thenComparing(
              Comparator.comparing(row -> fingerprints.get(row.run() + ' ' + row.id()), seniority));
    }
    members.sort(order);
    return members;
  }

  private List<Row> members(String cluster, List<String> of) throws SQLException {
    String columns = "run_id, id, source_uri, source_ordinal, start_line, end_line, url, title, ";
    return finder.rows(
        "SELECT sequence, m.* FROM (SELECT 'article' AS what, "
            + columns
            + "NULL AS method, NULL AS similarity FROM "
            + finder.table(Dataset.ARTICLES, of)
            + " WHERE cluster_id = ? UNION ALL SELECT 'duplicate', "
            + columns
            + "method, similarity FROM "
            + finder.table(Dataset.DUPLICATES, of)
            + " WHERE cluster_id = ?) m JOIN runs USING (run_id)"
            + " ORDER BY what, sequence, source_uri, source_ordinal, id LIMIT ?",
        cluster,
        cluster,
        MOST);
  }
}
