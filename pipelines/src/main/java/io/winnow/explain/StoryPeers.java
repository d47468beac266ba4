package io.winnow.explain;

import io.winnow.story.StoryReasons;
import io.winnow.write.Dataset;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The articles that one run compared when it found stories, as the fingerprints remember them. */
final class StoryPeers {
  /** What to say where they are not read. */
  static final String TOO_MANY =
      "More articles took part than are compared again to explain one, so its figures are not told.";

  /** More are not read to explain one. */
  private static final int MOST = 50_000;

  private final Finder finder;
  private final Runs runs;
  private final Map<String, String> titles = new HashMap<>();
  private StoryReasons reasons = StoryReasons.of(Map.of());

  StoryPeers(Finder finder, Runs runs) {
    this.finder = finder;
    this.runs = runs;
  }

  /** Reads what a run compared: its own pieces, and what it saw published; false: too many. */
  boolean read(String run) throws SQLException {
    List<String> near = runs.near(run, StoryReasons.MOST_DAYS);
    if (runs.fingerprints(near) > MOST) {
      return false;
    }
    Map<String, ByteBuffer> read = new LinkedHashMap<>();
    for (Row row :
        finder.rows(
            "SELECT * EXCLUDE (sketch) FROM "
                + finder.table(Dataset.FINGERPRINTS, near)
                + " WHERE kept OR run_id = ? ORDER BY run_id, id",
            run)) {
      if (row.has("story_signature")) {
        byte[] signature = HexFormat.of().parseHex(row.text("story_signature"));
        read.put(row.id(), ByteBuffer.wrap(signature));
        titles.put(row.id(), row.text("title"));
      }
    }
    reasons = StoryReasons.of(read);
    return true;
  }

  StoryReasons reasons() {
    return reasons;
  }

  String title(String id) {
    return titles.getOrDefault(id, "");
  }
}
