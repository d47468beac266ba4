package io.winnow.learn;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Counts in how many distinct articles each line of each site was seen.
 *
 * <p>Keeps some 80 bytes a distinct line and 16 for each distinct article that has it; copies of an
 * article keep nothing.
 */
final class LineCounts {
  private static final Hasher64 HASH = Hashing.komihash5_0();

  private record Line(long site, long line) {}

  private final Object2IntOpenHashMap<Line> articles = new Object2IntOpenHashMap<>();
  private final LongOpenHashSet seen = new LongOpenHashSet();

  void add(Sighting sighting) {
    long lineOfSite = HASH.hashLongLongToLong(sighting.site(), sighting.line());
    if (seen.add(HASH.hashLongLongToLong(lineOfSite, sighting.content()))) {
      articles.addTo(new Line(sighting.site(), sighting.line()), 1);
    }
  }

  /** The lines that at least {@code min} distinct articles of a site have, counted, in order. */
  List<Sighting> recurring(int min) {
    List<Sighting> recurring = new ArrayList<>();
    articles
        .object2IntEntrySet()
        .fastForEach(
            count -> {
              if (count.getIntValue() >= min) {
                Line line = count.getKey();
                recurring.add(Sighting.counted(line.site, line.line, count.getIntValue()));
              }
            });
    recurring.sort(Comparator.comparingLong(Sighting::site).thenComparingLong(Sighting::line));
    return recurring;
  }
}
